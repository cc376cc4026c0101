import { createHash } from 'node:crypto';
import {
  computeOutcome,
  type OutcomeInputs,
  type OutcomeRule,
  type PhaseResult,
  scoresNobody,
} from '@jiangong/scoring';
import type { Phase } from '@jiangong/scoring';
import { UnexpectedAnswer } from '../../demo/http/persona-api.ts';
import { FIRST_LEADER, FIRST_OFFICER } from '../../demo/world/people.ts';
import type { PlayedEdition, StageDays } from '../edition.ts';
import { branchOf, decideByMeetings, decidesByMeetings } from './branch-meeting.ts';
import { lookUp } from './looking-up.ts';
import { decideByUnits, decidesByUnits } from './unit-deciding.ts';
import { findRound } from './scoring.ts';
import { commendByUnits, publishByUnits } from './units-making-known.ts';

const AUDITOR = 'auditor-1';
const SEATS_IN_BODY = /^leader-\d+$/;

type Edges = readonly Readonly<{
  phase: string;
  places: number;
  entries: readonly Readonly<{ entryId: string }>[];
}>[];

/** Where equal ones stand across the edge of a later phase, the body takes the first of them. */
const chooseGoingOn = async (edition: PlayedEdition, path: string): Promise<void> => {
  const { edges } = await edition.get<{ edges: Edges }>(FIRST_OFFICER, `${path}/result`);
  for (const phase of new Set(edges.map((edge) => edge.phase))) {
    const own = edges.filter((edge) => edge.phase === phase);
    const entryIds = own.flatMap(({ entries, places }) =>
      edition
        .inOrder(entries, ({ entryId }) => entryId)
        .slice(0, places)
        .map(({ entryId }) => entryId),
    );
    const { proposalId } = await edition.order<{ proposalId: string }>(FIRST_OFFICER, `${path}/proposals`, {
      terms: { act: 'ChooseGoingOn', phase, entryIds, minutesNumber: '虚构纪要〔2024〕1号' },
      why: '名次相同，经集体研究确定（虚构）。',
    });
    await edition.order(FIRST_LEADER, `${path}/proposals/${proposalId}/carry-out`);
  }
};

export const tally = async (edition: PlayedEdition, phase: string): Promise<void> => {
  const path = `/v1/rounds/${edition.round(phase)}`;
  await edition.order(FIRST_OFFICER, `${path}/tally`);
  await chooseGoingOn(edition, path);
};

/** Phases whose ranks end in a decision: those that no later phase takes its entries from, or that of the stage's part of the period. */
export const decidedPhases = (edition: PlayedEdition, stage?: Pick<StageDays, 'phase'>): readonly string[] => {
  const { compiled } = edition;
  const part = edition.partOf(stage?.phase ?? null);
  if (part !== undefined) return [part];
  const goneOn = new Set(compiled.phases.flatMap(({ admits }) => (admits.kind === 'from' ? [admits.phase] : [])));
  return compiled.phases.filter(({ id }) => !goneOn.has(id)).map(({ id }) => id);
};

type Result = Readonly<{
  resultHash: string;
  ranking: readonly Readonly<{ entryId: string; rank: number; score: number }>[];
}>;
type Choice = Readonly<{ rule: string; entryIds: readonly string[]; reason: string }>;

type Given = OutcomeInputs['facts'][number];
type LookedUp = readonly Readonly<{ entryId: string; query: Given['query']; value: Given['value'] }>[];
type Roll = readonly Readonly<{ track: string | null; count: number }>[];

/** The whole of each share that is taken of the roll: of one category, of all, or of the units. */
const rollsOf = (rules: readonly OutcomeRule[], roll: Roll): OutcomeInputs['rolls'] =>
  rules
    .filter(({ of }) => of === 'roll')
    .flatMap(({ id: rule, to, within }): OutcomeInputs['rolls'] => {
      const counted = roll.filter(({ track }) => (to === 'home') === (track === null));
      if (within === 'all') return [{ rule, within: null, count: counted.reduce((sum, { count }) => sum + count, 0) }];
      return counted.flatMap(({ track, count }) => (track === null ? [] : [{ rule, within: track, count }]));
    });

/** Where branches decide each is a home of its own. */
export const homeOf = (edition: PlayedEdition, unit: string): string =>
  decidesByMeetings(edition.compiled) ? branchOf(edition, unit) : edition.play.organization(unit);

/** What the rules read of a printed result: ranks and scores, no steps. */
const rankingOf = (edition: PlayedEdition, phase: Phase, { ranking }: Result): PhaseResult => {
  const known = new Map(edition.entries.map((entry) => [entry.entryId, entry]));
  const classOf = (entryId: string): string | null => {
    const entry = known.get(entryId);
    if (phase.within === 'all' || entry === undefined) return null;
    return phase.within === 'category' ? entry.track : edition.play.organization(entry.unit);
  };
  return {
    ...{ resultVersion: 2, algorithm: '', phase: phase.id, decimals: phase.decimals, missingSheets: [], unranked: [] },
    entries: ranking.map(({ entryId, rank, score }) => ({
      ...{ entryId, rank, score, rows: [], tie: null },
      within: classOf(entryId),
      ...{ numerator: String(score * 100), denominator: String(10 ** phase.decimals) },
    })),
  };
};

/**
 * Where the template leaves an edge or the whole choice to the body, it takes the first of those who are open, by their names; one rule's
 * choice may open another's.
 */
const choicesFor = (
  edition: PlayedEdition,
  phase: Phase,
  result: Result,
  { roll, facts }: Readonly<{ roll: Roll; facts: OutcomeInputs['facts'] }>,
): readonly Choice[] => {
  const settled: { rule: string; subjects: readonly string[] }[] = [];
  const choices: Choice[] = [];
  const rules = edition.compiled.outcome.map(({ ranking }) => ranking);
  const inputs: Omit<OutcomeInputs, 'choices'> = {
    ranking: scoresNobody(phase) ? null : { phase, result: rankingOf(edition, phase, result) },
    entries: edition.entries.map(({ entryId, track, unit }) => ({
      ...{ entryId, category: track, home: homeOf(edition, unit) },
      ...{ leaders: [`leader of ${entryId}`], authors: [], secretaries: [] },
    })),
    ...{ rolls: rollsOf(rules, roll), facts },
  };
  for (const { id } of rules) {
    const found = computeOutcome(rules, { ...inputs, choices: settled }).rules.find(({ rule }) => rule === id);
    const open = found?.open ?? [];
    if (found === undefined || open.length === 0) continue;
    const entryIds = open.flatMap(({ subjects, places }) => edition.inOrder(subjects, (one) => one).slice(0, places));
    settled.push({ rule: id, subjects: [...found.given.map(({ subject }) => subject), ...entryIds] });
    choices.push({ rule: id, entryIds, reason: '经集体研究确定（虚构）。' });
  }
  return choices;
};

/** The office writes the meeting of the whole body down, and its members attest until the decision is in force. */
export const decide = async (edition: PlayedEdition, phaseId: string, today: string): Promise<void> => {
  const { play, compiled, year } = edition;
  const phase = compiled.phases.find(({ id }) => id === phaseId) as unknown as Phase;
  // Whom nobody scores nobody was seated for: the round is found when it is decided over.
  const path = `/v1/rounds/${scoresNobody(phase) ? await findRound(edition, phaseId, 'tallied') : edition.round(phaseId)}`;
  const result = await edition.get<Result>(FIRST_OFFICER, `${path}/result`);
  await lookUp(edition, path);
  const roundId = path.slice('/v1/rounds/'.length);
  if (decidesByUnits(compiled)) {
    await decideByUnits(edition, roundId, today);
    edition.decisions.set(phaseId, '');
    return;
  }
  const { roll, lookedUp } = await edition.get<{ roll: Roll; lookedUp: LookedUp }>(AUDITOR, `${path}/score-sheets`);
  const facts = lookedUp.map(({ entryId: subject, query, value }) => ({ subject, query, value }));
  const choices = choicesFor(edition, phase, result, { roll, facts });
  edition.choices.set(
    phaseId,
    choices.map(({ rule, entryIds: subjects }) => ({ rule, subjects })),
  );
  if (decidesByMeetings(compiled)) {
    await decideByMeetings(edition, { roundId, today, choices });
    edition.decisions.set(phaseId, '');
    return;
  }
  const leaders = play.world.people.filter(({ code }) => SEATS_IN_BODY.test(code)).map(({ code }) => code);
  const minutesNumber = `示直工委纪要〔${year}〕${edition.name} ${phaseId}`;
  const { decisionId } = await edition.order<{ decisionId: string }>(FIRST_OFFICER, `${path}/minutes`, {
    ...{ resultHash: result.resultHash, minutesNumber, meetingOn: today, departures: [] },
    present: leaders.map((leader) => play.person(leader)),
    file: createHash('sha256').update(minutesNumber).digest('hex'),
    choices,
  });
  for (const leader of leaders) {
    const { inForce } = await edition.order<{ inForce: boolean }>(
      leader,
      `${path}/decisions/${decisionId}/attestations`,
    );
    if (!inForce) continue;
    edition.decisions.set(phaseId, decisionId);
    return;
  }
  throw new Error(`${edition.name}: the whole body attested, and the decision is not in force`);
};

/** The phases decided over, of which a stage is about one part's alone where there are parts. */
export const decidedIn = (edition: PlayedEdition, { phase }: Pick<StageDays, 'phase'>): readonly string[] => {
  const part = edition.partOf(phase);
  return [...edition.decisions.keys()].filter((one) => part === undefined || one === part);
};

const isDivided = ({ compiled }: PlayedEdition): boolean => decidesByUnits(compiled) || decidesByMeetings(compiled);

/** Those proposed stand in public notice, where the template asks for it. */
export const publishProposed = async (edition: PlayedEdition, stage: StageDays): Promise<void> => {
  if (isDivided(edition)) return publishByUnits(edition);
  const by = edition.rolesOf(stage).includes('appraisal-office') ? 'appraiser-1' : FIRST_OFFICER;
  for (const phase of decidedIn(edition, stage))
    await edition.order(by, `/v1/rounds/${edition.round(phase)}/proposal-notice`);
};

/** The circular; until when it has to wait for a notice that still runs, or undefined once it is issued. */
export const commend = async (edition: PlayedEdition, stage: StageDays): Promise<string | undefined> => {
  const [divided] = isDivided(edition) ? edition.decisions.keys() : [];
  if (divided !== undefined) return commendByUnits(edition, edition.round(divided));
  for (const phase of decidedIn(edition, stage))
    try {
      await edition.play.as(FIRST_OFFICER).order({
        path: `/v1/rounds/${edition.round(phase)}/circular`,
        body: { documentNumber: `示直党发〔${edition.year}〕${edition.name} ${phase}（虚构）` },
        key: edition.key(`circular ${phase}`),
      });
    } catch (error) {
      if (!(error instanceof UnexpectedAnswer) || error.problem.reason !== 'NOTICE_RUNNING') throw error;
      return String(error.problem.details?.['endsAt']);
    }
  edition.commended = true;
  return undefined;
};
