import { addCalendarDays, localDateOf, shippedHolidays } from '@jiangong/calendar';
import { type Decider, isRefusal } from '@jiangong/event-store';
import { editionDecider } from '../../src/domain/edition/decider.ts';
import type { EditionOrder } from '../../src/domain/edition/orders.ts';
import { type Edition, entranceOf, type OpenEditionState } from '../../src/domain/edition/state.ts';
import { type EditionTerms, termsFor } from '../../src/domain/edition/terms.ts';
import type { EntriesFact } from '../../src/domain/entries/facts.ts';
import type { EntriesOrder } from '../../src/domain/entries/orders.ts';
import type { EntriesRefusal } from '../../src/domain/entries/refusals.ts';
import { type Entries, type Entry, noEntries } from '../../src/domain/entries/state.ts';
import { BY, editionFacts, UNIT } from './edition-sample.ts';
import {
  DECISION,
  LEADER,
  P1,
  plan,
  measures,
  PROPOSAL,
  ROUND,
  summary,
  identity,
  CLEARANCE,
  OBJECTION,
  dossierEnd,
} from './entry-sample.ts';

export type EntriesDecider = Decider<Entries, EntriesOrder, EntriesFact, EntriesRefusal>;

/** One edition with one entry, at a moment. */
export type Place = Readonly<{ edition: OpenEditionState; entries: Entries; now: string }>;
/** `out`: whether it counts as a way out: time, and orders of the committee that anybody may rely on. Not what a unit, an objector or a new finding may do. */
type Step = Readonly<{ name: string; out: boolean; go: (place: Place) => Place | undefined }>;

const OPINION = '纪函〔2021〕9号';
const WHY = '缘由。';

export const beginning: Place = {
  edition: editionFacts.reduce<Edition>(editionDecider.evolve, editionDecider.initial) as OpenEditionState,
  entries: noEntries,
  now: '2021-01-04T01:00:00.000Z',
};

const termsAt = ({ edition }: Place): EditionTerms => termsFor(edition, UNIT, shippedHolidays) as EditionTerms;

const steps = (decider: EntriesDecider) => {
  const editionStep = (place: Place, order: EditionOrder): Place | undefined => {
    const decision = editionDecider.decide(place.edition, order);
    if (isRefusal(decision) || decision.length === 0) return undefined;
    const edition = decision.reduce<Edition>(editionDecider.evolve, place.edition);
    return { ...place, edition: edition as OpenEditionState };
  };
  const entryStep = (place: Place, order: object): Place | undefined => {
    const at = { now: place.now, terms: termsAt(place), entryId: P1 };
    const decision = decider.decide(place.entries, { ...at, ...order } as EntriesOrder);
    if (isRefusal(decision) || decision.length === 0) return undefined;
    return { ...place, entries: decision.reduce(decider.evolve, place.entries) };
  };
  return { editionStep, entryStep };
};

type Stepping = ReturnType<typeof steps>;

/** What the scheduler does at a moment: the intake closes before the stage opens over which entries enter. */
const turn = (place: Place, { editionStep, entryStep }: Stepping): Place => {
  let at = place;
  for (const { stageId } of place.edition.stages) {
    const of = { now: at.now, by: BY.nobody, stageId };
    const entrance = entranceOf(at.edition.stages);
    const opens = editionStep(at, { type: 'OpenStage', ...of, entered: stageId === entrance?.stageId ? 0 : null });
    if (opens && stageId === entrance?.stageId) at = entryStep(at, { type: 'CloseIntake', by: BY.nobody }) ?? at;
    at = editionStep(at, { type: 'OpenStage', ...of, entered: null }) ?? at;
    at = editionStep(at, { type: 'CloseStage', ...of }) ?? at;
  }
  return at;
};

/** The next moment at which anything turns by itself. */
const nextMoment = ({ edition, entries, now }: Place): string | undefined => {
  const standing = entries.entries[P1]?.standing;
  const own = [
    ...(standing?.kind === 'published' ? [standing.noticeUntil] : []),
    ...(standing?.kind === 'returned' ? [standing.redeclareUntil] : []),
    entries.entries[P1]?.proposedUntil ?? '',
  ];
  return [...edition.stages.flatMap(({ opensAt, closesAt }) => [opensAt, closesAt]), ...own]
    .filter((moment) => moment > now)
    .toSorted()[0];
};

const timeStep = (stepping: Stepping): Step => ({
  name: 'time passes',
  out: true,
  go: (place) => {
    const now = nextMoment(place);
    return now === undefined ? undefined : turn({ ...place, now }, stepping);
  },
});

/** Reopening: by the office alone where that is allowed, else proposed and carried out. */
const reopening = ({ editionStep }: Stepping, stageId: string): Step => ({
  name: `reopen ${stageId}`,
  out: true,
  go: (place) => {
    const closesOn = addCalendarDays(localDateOf(place.now), 5);
    const order = { type: 'ReopenStage', now: place.now, stageId, closesOn, why: WHY } as const;
    const alone = editionStep(place, { ...order, by: BY.officer, proposalId: null });
    if (alone) return alone;
    const propose = { proposalId: PROPOSAL, act: 'ReopenStage', stageId, closesOn, why: WHY } as const;
    const proposed = editionStep(place, { type: 'ProposeAct', now: place.now, by: BY.officer, ...propose });
    return proposed && editionStep(proposed, { ...order, by: BY.inspector, proposalId: PROPOSAL });
  },
});

const byTwo = ({ entryStep }: Stepping, act: string, order: object): Step => ({
  name: `${act} by two offices`,
  out: act !== 'BlockEntry',
  go: (place) => {
    const objectionId = act.endsWith('Objection') ? OBJECTION : '';
    const proposed = entryStep(place, {
      type: 'ProposeAct',
      by: BY.officer,
      proposalId: PROPOSAL,
      act,
      objectionId,
      why: WHY,
    });
    return proposed && entryStep(proposed, { by: BY.inspector, proposalId: PROPOSAL, ...order });
  },
});

const opinions = (outcome: 'cleared' | 'blocked') => [{ scope: 'entry', outcome }];
const settle = {
  type: 'SettleObjection',
  by: BY.officer,
  objectionId: OBJECTION,
  answer: WHY,
  redeclareBy: null,
  reasons: [],
  proposalId: null,
};
const declaration = { summary, evidence: [], documents: [], dossierEnd };

/** Every order to the entry, as the person whose part it is would give it. */
export const ORDERS: Readonly<Record<string, (place: Place) => object>> = {
  plan: () => ({ type: 'PlanEntry', by: BY.unit, ...identity(), ...plan, measures }),
  revise: () => ({ type: 'ReviseEntry', by: BY.unit, ...plan, measures, answerable: [LEADER], why: WHY }),
  confirm: () => ({ type: 'ConfirmEntry', by: BY.unit, opinion: WHY }),
  declare: () => ({ type: 'DeclareEntry', by: BY.unit, ...declaration }),
  withdraw: () => ({ type: 'WithdrawEntry', by: BY.unit, why: WHY, classified: false }),
  'return it': ({ now }) => ({
    type: 'ReturnEntry',
    by: BY.officer,
    reasons: [WHY],
    redeclareBy: addCalendarDays(localDateOf(now), 1),
  }),
  'review: passed': () => ({ type: 'ReviewEntry', by: BY.officer, outcome: 'passed', answers: [], explanations: [] }),
  'review: failed': () => ({
    type: 'ReviewEntry',
    by: BY.officer,
    outcome: 'failed',
    answers: [{ item: '一', met: false }],
    explanations: [WHY],
  }),
  'ask for clearance': () => ({ type: 'RequestClearance', by: BY.officer, clearanceId: CLEARANCE, scopes: ['entry'] }),
  clear: () => ({
    type: 'GiveClearance',
    by: BY.inspector,
    opinions: opinions('cleared'),
    why: '',
    opinionNumber: OPINION,
  }),
  'do not clear': () => ({
    type: 'GiveClearance',
    by: BY.inspector,
    opinions: opinions('blocked'),
    why: WHY,
    opinionNumber: OPINION,
  }),
  block: () => ({
    type: 'BlockEntry',
    by: BY.inspector,
    blockId: 'block',
    why: WHY,
    opinionNumber: OPINION,
    proposalId: null,
  }),
  'lift the block': () => ({
    type: 'LiftBlock',
    by: BY.inspector2,
    why: WHY,
    opinionNumber: OPINION,
    proposalId: null,
  }),
  publish: () => ({ type: 'PublishEntry', by: BY.officer }),
  'publish what is proposed': () => ({ type: 'PublishProposed', by: BY.nobody, roundId: ROUND, decisionId: DECISION }),
  object: () => ({
    ...{
      type: 'ReceiveObjection',
      by: BY.nobody,
      objectionId: OBJECTION,
      channel: 'platform',
      confirmation: 'code',
      source: 's',
    },
    ...{ objectorName: '某', objectorContact: '某', statement: WHY, evidence: [] },
  }),
  'settle: rejected': () => ({ ...settle, outcome: 'rejected' }),
  'settle: removed': () => ({ ...settle, outcome: 'upheld-remove' }),
  'settle: upheld': () => ({ ...settle, outcome: 'upheld' }),
  'settle: returned': ({ now }) => ({
    ...settle,
    outcome: 'upheld-return',
    reasons: [WHY],
    redeclareBy: addCalendarDays(localDateOf(now), 1),
  }),
  'hand over': () => ({
    type: 'HandOverEntry',
    by: BY.officer,
    homeId: 'unit-2',
    answerable: ['leader-2'],
    effectiveOn: '2021-06-01',
    why: WHY,
  }),
};

/** Orders on which nobody waits for an end. */
const OTHERS = ['plan', 'revise', 'confirm', 'declare', 'withdraw', 'object', 'block', 'do not clear'];
const REOPENED = ['review', 'notice', 'score', 'decide', 'second-notice', 'commend'];

export const allSteps = (decider: EntriesDecider): readonly Step[] => {
  const stepping = steps(decider);
  const { editionStep, entryStep } = stepping;
  return [
    timeStep(stepping),
    ...Object.entries(ORDERS).map(([name, order]): Step => ({
      name,
      out: !OTHERS.includes(name),
      go: (place) => entryStep(place, order(place)),
    })),
    byTwo(stepping, 'BlockEntry', { type: 'BlockEntry', blockId: 'block', why: WHY, opinionNumber: OPINION }),
    byTwo(stepping, 'LiftBlock', { type: 'LiftBlock', by: BY.inspector2, why: WHY, opinionNumber: OPINION }),
    byTwo(stepping, 'RemoveEntry', { type: 'RemoveEntry', why: WHY }),
    byTwo(stepping, 'UndoAct', { type: 'UndoAct', why: WHY }),
    byTwo(stepping, 'SettleObjection', { ...settle, outcome: 'upheld-remove', by: BY.inspector, proposalId: PROPOSAL }),
    byTwo(stepping, 'ReopenObjection', { type: 'ReopenObjection', objectionId: OBJECTION, why: WHY }),
    ...REOPENED.map((stageId) => reopening(stepping, stageId)),
    {
      name: 'close the edition',
      out: true,
      go: (place) => editionStep(place, { type: 'CloseEdition', now: place.now, by: BY.officer }),
    },
  ];
};

const standingOf = (entry: Entry | undefined, now: string): string => {
  if (!entry) return 'none';
  const { standing } = entry;
  if (standing.kind === 'published') return `published ${standing.noticeUntil > now ? 'running' : 'over'}`;
  if (standing.kind === 'returned') return `returned ${standing.redeclareUntil > now ? 'in time' : 'too late'}`;
  return standing.kind === 'blocked' ? `blocked, before ${standing.before.kind}` : standing.kind;
};

/** Two places are one when the same orders are possible in them: counters and instants that only grow are left out. */
export const keyOf = ({ edition, entries, now }: Place): string => {
  const entry = entries.entries[P1];
  const objections = Object.values(entry?.objections ?? {}).map(({ state }) =>
    state === 'open' ? 'objected' : 'answered',
  );
  return [
    edition.kind,
    edition.stages
      .map(({ progress, opensAt, closesAt }) =>
        progress === 'open' && closesAt <= now ? 'due' : opensAt <= now ? progress : 'ahead',
      )
      .join(' '),
    standingOf(entry, now),
    entries.intake,
    `${objections[0] ?? ''} ${entry && entry.proposedUntil > now ? 'second notice' : ''} ${entry?.lastAct?.act ?? ''} ${(entry?.declarations ?? 0) > 0}`,
  ].join(' | ');
};
