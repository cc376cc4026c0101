import type { Box } from '../domain/ballot/facts.ts';
import { boxesAbout, type Electors, type PlannedBox } from '../domain/ballot/groups.ts';
import { ELECTORS_SEEN_MAX, HOMES_JOINED_MAX } from '../domain/ballot/limits.ts';
import { papersAbout } from '../domain/ballot/papers.ts';
import { type BallotRules, votingParties } from '../domain/ballot/rules.ts';
import { entriesIn, type PreparedRound } from '../domain/round/state.ts';
import type { Evaluation } from './evaluation.ts';

type Asked = Readonly<{ round: PreparedRound; rules: BallotRules; now: string }>;

/** Who could vote: looked up home by home, so that a large committee hides no small group. */
const electorsOf = async ({ knowledge }: Evaluation, { round, rules, now }: Asked): Promise<Electors> => {
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

/**
 * The boxes of a ballot: one an entry; where voters are counted in groups one an entry and group, the small ones joined; where a share of one
 * paper is limited, one for all that a paper is about; where names are picked, one for each category.
 */
export const plannedBoxes = async (
  evaluation: Evaluation,
  asked: Asked & Readonly<{ least: number }>,
): Promise<readonly (Pick<Box, 'entryId' | 'entryIds'> & Partial<PlannedBox>)[]> => {
  const { round, rules, least } = asked;
  const entries = entriesIn(round);
  if (rules.fullAtMost !== undefined || rules.pickAtMost !== undefined) return papersAbout(entries, rules);
  if (rules.electorates === undefined) return entries.map(({ entryId }) => ({ entryId }));
  const electors = await electorsOf(evaluation, asked);
  return entries.flatMap((entry) => boxesAbout(entry, { tables: round.tables, rules, least }, electors));
};
