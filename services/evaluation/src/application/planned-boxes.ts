import type { BallotSource } from '@jiangong/scoring';
import { boxesAbout, type Electors } from '../domain/ballot/groups.ts';
import { ELECTORS_SEEN_MAX, HOMES_JOINED_MAX } from '../domain/ballot/limits.ts';
import { askedBy, beyondBallot, type BoxPlan, boxesOrPages, type VotedUpon } from '../domain/ballot/paging.ts';
import { papersAbout } from '../domain/ballot/papers.ts';
import type { BallotRefusal } from '../domain/ballot/refusals.ts';
import { type BallotRules, votingParties } from '../domain/ballot/rules.ts';
import { paperPollsOf } from '../domain/paper-box/ground.ts';
import { beyondPaperBox } from '../domain/paper-box/picked-papers.ts';
import { type Entry, entriesIn, type PreparedRound } from '../domain/round/state.ts';
import { ballotRulesOf } from './ballots.ts';
import type { Evaluation } from './evaluation.ts';

type Knowing = Pick<Evaluation, 'knowledge'>;
type Asked = Readonly<{ round: PreparedRound; rules: BallotRules; now: string }>;

/** Who could vote: looked up home by home, so that a large committee hides no small group. */
const electorsOf = async ({ knowledge }: Knowing, { round, rules, now }: Asked): Promise<Electors> => {
  const { committeeId, tables } = round;
  const parties = votingParties(rules);
  const roles = tables.parties.filter(({ id }) => parties.includes(id)).map(({ role }) => role);
  const homes = [...new Set(entriesIn(round).map(({ homeId }) => homeId))];
  const found = await Promise.all(
    [committeeId, ...homes].map((organizationId) =>
      knowledge.holders({ roles, now, organizationId, limit: ELECTORS_SEEN_MAX }),
    ),
  );
  const people = await knowledge.people([...new Set(found.flat())], { committeeId, now, wait: false });
  return { voters: [...people.values()], besides: await knowledge.besides(homes, HOMES_JOINED_MAX + 1) };
};

const votedUpon = async (
  evaluation: Knowing,
  asked: Asked & Readonly<{ least: number }>,
): Promise<readonly VotedUpon[]> => {
  const { round, rules, least } = asked;
  const entries = entriesIn(round);
  const ofHome = ({ homeId }: Entry): string => (rules.scope === 'round' ? '' : homeId);
  if (rules.electorates === undefined)
    return entries.map((entry) => ({ entryId: entry.entryId, alike: ofHome(entry), groups: [] }));
  const electors = await electorsOf(evaluation, asked);
  return entries.map((entry) => {
    const groups = boxesAbout(entry, { tables: round.tables, rules, least }, electors).map((one) => one.groups);
    return { entryId: entry.entryId, alike: JSON.stringify(groups), groups };
  });
};

/** The source whose levels, questions and least a ballot has: of several electorates all have the same. */
export const sourceOfBallot = (
  { tables }: Pick<PreparedRound, 'tables'>,
  { sourceId, electorates }: BallotRules,
): BallotSource | undefined => {
  const source = tables.sources.find(({ id }) => id === (electorates?.[0]?.table ?? sourceId));
  return source?.kind === 'ballot' ? source : undefined;
};

/**
 * The boxes of a ballot: one an entry; where voters are counted in groups one an entry and group, the small ones joined; where a share of one
 * paper is limited, one for all that a paper is about; where names are picked, one for each category; and where there would be too many,
 * one for as many entries as have the same voters.
 */
export const plannedBoxes = async (
  evaluation: Knowing,
  asked: Asked & Readonly<{ source: Pick<BallotSource, 'least' | 'questions'> }>,
): Promise<readonly BoxPlan[]> => {
  const { round, rules, source } = asked;
  // A code is good for one entry.
  if (rules.byCode === true) return entriesIn(round).map(({ entryId }) => ({ entryId }));
  if (rules.fullAtMost !== undefined || rules.pickAtMost !== undefined) return papersAbout(entriesIn(round), rules);
  const { least, questions = [] } = source;
  return boxesOrPages(await votedUpon(evaluation, { ...asked, least }), questions.length);
};

/** Why one of a round's ballots, by token or on paper, could not be held about its entries, said before anybody fills anything in; undefined: all can. */
export const ballotNotHeld = async (
  evaluation: Knowing,
  round: PreparedRound,
  now: string,
): Promise<BallotRefusal | undefined> => {
  for (const rules of ballotRulesOf(round)) {
    const source = sourceOfBallot(round, rules);
    if (source === undefined) continue;
    const beyond = beyondBallot(askedBy(rules, source), await plannedBoxes(evaluation, { round, rules, now, source }));
    if (beyond) return beyond;
  }
  return paperPollsOf(round)
    .map((poll) => beyondPaperBox(poll, entriesIn(round)))
    .find((beyond) => beyond !== undefined);
};
