import { canonicalBytes, type Fact, isRefusal } from '@jiangong/event-store';
import { commitmentOf } from '../../../src/domain/round/decide-tally.ts';
import { roundDecider, type RoundOrder } from '../../../src/domain/round/decider.ts';
import type { RoundFact } from '../../../src/domain/round/facts.ts';
import type { OpenedSheet, ScoringOrder } from '../../../src/domain/round/orders.ts';
import type { Candidate } from '../../../src/domain/round/holders.ts';
import type { RoundTerms } from '../../../src/domain/round/proposal.ts';
import type { Round } from '../../../src/domain/round/state.ts';
import type { RoundTables } from '../../../src/domain/round/tables.ts';
import { COMMITTEE, EDITION, outcome, ROUND } from '../decision/example-decidable.ts';

export { COMMITTEE, EDITION, ROUND };
export const NOW = '2021-12-05T02:00:00.000Z';
export const OPENS = '2021-12-01T16:00:00.000Z';
export const CLOSES = '2021-12-10T16:00:00.000Z';
export const AFTER = '2021-12-11T02:00:00.000Z';
export const UNTIL = '2021-12-15T16:00:00.000Z';
export const LATER = '2021-12-16T02:00:00.000Z';
export const SECRET = 'secret of the draws';

type Panel = Readonly<{ least?: number; missing?: 'leave-out' | 'zero' | 'refuse'; absent?: 'refuse' | 'unranked' }>;

/** Two criteria (40 + 60), units 40 %, experts 60 %, plain means; short names stand for ids. */
export const tablesOf = ({ least = 1, missing = 'leave-out', absent = 'unranked' }: Panel = {}): RoundTables => {
  const criteria = [
    { id: 'innovation', points: 4_000, scale: { kind: 'step' as const, step: 50 } },
    { id: 'effect', points: 6_000, scale: { kind: 'step' as const, step: 50 } },
  ];
  const names = criteria.map(({ id }) => id);
  const source = (id: string) => ({
    id,
    kind: 'panel' as const,
    marks: 'points' as const,
    criteria,
    pointsTotal: 10_000,
  });
  const take = (id: string) =>
    ({ id, op: 'take-panel', source: id, criteria: names, reduce: { how: 'mean' }, least, missing, absent }) as const;
  const party = (id: string, role: string) =>
    ({ id, role, scope: 'edition', least: null, recuse: 'home', attest: null }) as const;
  const seating = (sourceId: string, vote: 'person' | 'organization') =>
    ({ sourceId, by: [sourceId], vote, own: 'skip', names: {} }) as const;
  return {
    programme: { id: 'jiangong', nameZh: '建功', nameEn: 'Merit campaign', series: 'jiangong' },
    sources: [source('units'), source('experts')],
    phases: [
      {
        id: 'main',
        admits: { kind: 'all' },
        within: 'all',
        rows: [
          take('units'),
          take('experts'),
          {
            id: 'total',
            op: 'weigh',
            weights: [
              { row: 'units', weight: 4_000 },
              { row: 'experts', weight: 6_000 },
            ],
            absent: 'unranked',
          },
        ],
        score: 'total',
        decimals: 2,
        rank: { on: 'exact', better: 'higher', ties: [], then: 'shared' },
      },
    ],
    outcome,
    seating: [seating('units', 'organization'), seating('experts', 'person')],
    parties: [party('units', 'unit-officer'), party('experts', 'expert'), party('body', 'committee-leader')],
    deciding: 'body',
    notices: [],
  };
};

export const prepare = (tables: RoundTables = tablesOf()): ScoringOrder => ({
  type: 'PrepareRound',
  now: NOW,
  roundId: ROUND,
  editionId: EDITION,
  committeeId: COMMITTEE,
  phase: 'main',
  period: 'whole',
  ordinal: 1,
  templateHash: 'c'.repeat(64),
  parameters: { panelLeast: '1' },
  tables,
});

export const entryOf = (name: string) => ({
  entryId: `entry-${name}`,
  subject: { kind: 'project', id: `project-${name}` },
  nominatorId: `unit-${name}`,
  homeId: `unit-${name}`,
  track: 'project',
  title: `项目${name}`,
  answerable: [`leader-${name}`],
  fromRound: null,
  rank: null,
});
export const admit = (name: string): ScoringOrder => ({ type: 'AdmitEntry', now: NOW, entry: entryOf(name) });

export const candidate = (personId: string, role: string, homeId: string | null): Candidate => ({
  personId,
  homeId,
  grants: [{ grantId: `grant-${personId}`, role, organizationId: homeId ?? COMMITTEE, stands: 'within' }],
});
const UNIT_OFFICERS = { 'officer-a': 'unit-a', 'officer-z': 'unit-z' } as const;
/** As he stands: unit officers at their units, experts nowhere. */
export const known = (personId: string): Candidate =>
  personId in UNIT_OFFICERS
    ? candidate(personId, 'unit-officer', UNIT_OFFICERS[personId as keyof typeof UNIT_OFFICERS])
    : candidate(personId, 'expert', null);
const sourceOf = (personId: string): string => (personId.startsWith('officer') ? 'units' : 'experts');
export const assign = (...people: readonly (string | Candidate)[]): ScoringOrder => ({
  type: 'AssignSeats',
  now: NOW,
  seats: people
    .map((person) => (typeof person === 'string' ? known(person) : person))
    .map((person) => ({ ...person, sourceId: sourceOf(person.personId) })),
});

export const setWindow = (
  entered: number | null = 3,
  closesAt: string = CLOSES,
  editionRevision = 1,
): ScoringOrder => ({
  type: 'SetWindow',
  now: NOW,
  opensAt: OPENS,
  closesAt,
  editionRevision,
  entered,
});
export const draw = { secret: SECRET, commitment: commitmentOf(SECRET) };
export const open: ScoringOrder = { type: 'OpenRound', now: NOW, draw };
export const close: ScoringOrder = { type: 'CloseRound', now: AFTER, why: 'stage' };

/** The officers of units a and z, and one expert, judge three entries; a is of the first officer's unit. */
export const untilPrepared: readonly ScoringOrder[] = [prepare(), admit('a'), admit('b'), admit('c')];
export const untilOpen = [...untilPrepared, assign('officer-a', 'officer-z', 'expert-1'), setWindow(), open];
export const untilClosed = [...untilOpen, close];

const PANEL = { 'officer-a': 'unit-a', 'officer-z': 'unit-z' } as const;
export const sheet = (
  personId: string,
  marks: Readonly<Record<string, readonly [number, number]>>,
  over: Partial<OpenedSheet> = {},
): OpenedSheet => ({
  sourceId: sourceOf(personId),
  part: 'whole',
  seatId: personId in PANEL ? PANEL[personId as keyof typeof PANEL] : personId,
  personId,
  homeId: personId in PANEL ? PANEL[personId as keyof typeof PANEL] : null,
  closing: 1,
  position: 50,
  submittedAt: NOW,
  hash: personId,
  items: ['innovation', 'effect'],
  scores: Object.entries(marks).map(([name, given]) => ({ entryId: `entry-${name}`, marks: given })),
  ...over,
});

/** a: 0.4 × 80 + 0.6 × 90 = 86; b: 0.4 × 70 + 0.6 × 80 = 76; c: 0.4 × 50 + 0.6 × 60 = 56. */
export const sheets: readonly OpenedSheet[] = [
  sheet('officer-a', { b: [2_000, 4_000], c: [2_000, 3_000] }),
  sheet('officer-z', { a: [3_000, 5_000], b: [3_000, 5_000], c: [2_000, 3_000] }),
  sheet('expert-1', { a: [4_000, 5_000], b: [3_000, 5_000], c: [3_000, 3_000] }),
];

export const openSheets = (
  given: readonly OpenedSheet[] = sheets,
  lastIndexes: readonly number[] = [100],
): ScoringOrder => ({
  type: 'OpenSheets',
  now: AFTER,
  indexes: lastIndexes.map((lastIndex, at) => ({ closing: at + 1, lastIndex })),
  closedHash: 'closed',
  secret: SECRET,
  sheets: given,
  carried: [],
});
export const compute = (given: readonly OpenedSheet[] = sheets): ScoringOrder => ({
  type: 'ComputeTally',
  now: AFTER,
  sheets: given,
  carried: [],
});
/** Opens the sheets and computes. */
export const tally = (given: readonly OpenedSheet[] = sheets, lastIndexes: readonly number[] = [100]) =>
  [openSheets(given, lastIndexes), compute(given)] as const;

export const OFFICE = { personId: 'office-1', role: 'committee-officer' };
export const INSPECTOR = { personId: 'inspector-1', role: 'discipline-inspector' };
export const LEADER = { personId: 'head-1', role: 'committee-leader' };
export const propose = (terms: RoundTerms, proposalId = 'proposal-1', by = OFFICE, now = AFTER): ScoringOrder => ({
  type: 'ProposeAct',
  now,
  proposalId,
  by,
  terms,
  why: '事出有因',
  candidates: terms.act === 'DrawReplacement' ? terms.personIds.map(known) : [],
});
export const carryOut = (
  proposalId = 'proposal-1',
  by = INSPECTOR,
  over: Partial<Extract<ScoringOrder, { type: 'CarryOut' }>> = {},
): ScoringOrder => ({ type: 'CarryOut', now: AFTER, proposalId, by, draw, candidates: [], ...over });
/** Proposed by the office, carried out by discipline inspection. */
export const secondly = (terms: RoundTerms, proposalId = 'proposal-1') =>
  [propose(terms, proposalId), carryOut(proposalId)] as const;

export const factsOf = (round: Round, order: RoundOrder): readonly RoundFact[] => {
  const decision = roundDecider.decide(round, order);
  if (isRefusal(decision))
    throw new Error(`${order.type}: ${decision.reason} ${JSON.stringify(decision.details ?? {})}`);
  return decision;
};
/** The round after these orders, each of which is accepted. */
/** As a fact comes back from the log: with the keys of its data in order. */
const stored = <F extends Fact>(fact: F): F => ({
  ...fact,
  data: JSON.parse(canonicalBytes(fact.data).toString('utf8')) as unknown,
});
export const after = (...orders: readonly RoundOrder[]): Round =>
  orders.reduce<Round>(
    (round, order) => factsOf(round, order).map(stored).reduce(roundDecider.evolve, round),
    roundDecider.initial,
  );
/** `REASON field`, or the types of the facts that follow. */
export const answer = (round: Round, order: RoundOrder): string => {
  const decision = roundDecider.decide(round, order);
  if (isRefusal(decision))
    return decision.field === undefined ? decision.reason : `${decision.reason} ${decision.field}`;
  return decision.map(({ type }: Fact) => type.replace('.v1', '')).join(' ');
};
