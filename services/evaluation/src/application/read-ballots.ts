import type { GivenBallot } from '@jiangong/scoring';
import type { CountedBox } from '../domain/ballot/facts.ts';
import type { SetupBallot } from '../domain/ballot/state.ts';
import type { PreparedRound } from '../domain/round/state.ts';
import { ballotRulesOf, readBallot } from './ballots.ts';
import type { Evaluation } from './evaluation.ts';
import { countedOnPaper } from './read-paper-box.ts';
import { ballotIdOf } from './streams.ts';

/** Groups that were joined have one count, and it is each one's. */
const tablesOfBox = ({ boxes, sourceId }: SetupBallot, boxId: string): readonly string[] =>
  boxes.find((box) => box.boxId === boxId)?.groups?.map((group) => group.sourceId) ?? [sourceId];

/** One for each box and entry, of whichever question. */
const wholeBoxes = (counted: readonly CountedBox[]): readonly CountedBox[] =>
  counted.filter(
    ({ boxId, entryId }, at) => counted.findIndex((other) => other.boxId === boxId && other.entryId === entryId) === at,
  );

/** The counts of a box about an entry: question by question, as they stand there. */
const countsOf = (counted: readonly CountedBox[], boxId: string, entryId: string): readonly number[] | null => {
  const all = counted.filter((one) => one.boxId === boxId && one.entryId === entryId).map(({ counts }) => counts);
  return all.every((counts) => counts !== null) ? all.flat() : null;
};

/** Whether a closed round has a ballot that never was one, so that nothing will ever be opened. */
export const wasNeverSet = async (evaluation: Pick<Evaluation, 'ground'>, round: PreparedRound): Promise<boolean> => {
  const ballots = ballotRulesOf(round).map(({ sourceId }) =>
    readBallot(evaluation, ballotIdOf(round.roundId, sourceId)),
  );
  return (await Promise.all(ballots)).some(({ kind }) => kind === 'absent');
};

/** What the electronic ballots of a round came to. */
const castByToken = async (
  evaluation: Pick<Evaluation, 'ground'>,
  round: PreparedRound,
): Promise<readonly GivenBallot[] | 'waiting' | undefined> => {
  const rules = ballotRulesOf(round);
  if (rules.length === 0) return undefined;
  const given: GivenBallot[] = [];
  for (const { sourceId } of rules) {
    const ballot = await readBallot(evaluation, ballotIdOf(round.roundId, sourceId));
    if (ballot.kind !== 'closed') return 'waiting';
    for (const { boxId, entryId, issued, cast } of wholeBoxes(ballot.counted)) {
      const counts = countsOf(ballot.counted, boxId, entryId);
      for (const table of tablesOfBox(ballot, boxId)) given.push({ sourceId: table, entryId, issued, cast, counts });
    }
  }
  return given;
};

/**
 * What the ballots of a round came to, by token or on paper; undefined: it has none; `waiting`: one of them is not counted yet. Nothing follows
 * a closing in its stream, nor an opening in that of a paper box, so that this is the same whenever it is read.
 */
export const readBallots = async (
  evaluation: Pick<Evaluation, 'ground'>,
  round: PreparedRound,
): Promise<readonly GivenBallot[] | 'waiting' | undefined> => {
  const [cast, counted] = await Promise.all([castByToken(evaluation, round), countedOnPaper(evaluation, round)]);
  if (cast === 'waiting' || counted === 'waiting') return 'waiting';
  return cast === undefined && counted === undefined ? undefined : [...(cast ?? []), ...(counted ?? [])];
};
