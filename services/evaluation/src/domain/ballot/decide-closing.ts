import { whyNotCounted } from '@jiangong/scoring';
import type { BallotFact, Box, CountedBox, OpenedBallot } from './facts.ts';
import { BALLOTS_PER_FACT_MAX } from './limits.ts';
import { countPapers, openMarks } from './open-papers.ts';
import type { CloseBallot } from './orders.ts';
import { isOnPapers } from './papers.ts';
import type { BallotRefusal } from './refusals.ts';
import { type Ballot, isSet, issuedFor, type SetupBallot } from './state.ts';

type Decision = readonly BallotFact[] | BallotRefusal;
type Waiting = CloseBallot['ballots'][number];

const byBoxAndToken = (a: OpenedBallot, b: OpenedBallot): number =>
  a.boxId === b.boxId ? (a.token < b.token ? -1 : a.token > b.token ? 1 : 0) : a.boxId < b.boxId ? -1 : 1;

/** What a box came to; its choices are looked at only where they count. */
const countBox = (ballot: SetupBallot, box: Box, cast: readonly Waiting[]): readonly CountedBox[] => {
  const { boxId, entryId } = box;
  const issued = issuedFor(ballot, boxId);
  // A second ballot with the same token would be another key in the table: the last word on it is here.
  if (new Set(cast.map(({ token }) => token)).size !== cast.length)
    throw new Error(`a token of box ${boxId} came twice`);
  if (cast.length > issued) throw new Error(`box ${boxId} holds more ballots than tokens were issued`);
  const why = whyNotCounted(ballot, { issued, cast: cast.length });
  if (isOnPapers(ballot)) return countPapers(ballot, box, cast, { issued, why });
  const countOf = (level: number): number => cast.filter((one) => 'level' in one && one.level === level).length;
  const counts = why === null ? ballot.levels.map((_, level) => countOf(level)) : null;
  return [{ boxId, entryId, issued, cast: cast.length, counts, why }];
};

const partsOf = (ballots: readonly OpenedBallot[]): readonly (readonly OpenedBallot[])[] =>
  Array.from({ length: Math.ceil(ballots.length / BALLOTS_PER_FACT_MAX) }, (_, at) =>
    ballots.slice(at * BALLOTS_PER_FACT_MAX, (at + 1) * BALLOTS_PER_FACT_MAX),
  );

/** Everything that waited enters the log at once, sorted. Also where issuing was not over: then nothing was cast. */
export const closeBallot = (ballot: Ballot, { ballots }: CloseBallot): Decision => {
  if (!isSet(ballot)) return { reason: 'NO_BALLOT', field: 'sourceId' };
  if (ballot.kind === 'closed' || ballot.kind === 'annulled') return [];
  const { ballotId, roundId, editionId, sourceId, boxes, levels } = ballot;
  const of = { ballotId, roundId, editionId, sourceId };
  const castIn = ({ boxId }: Box): readonly Waiting[] => ballots.filter((one) => one.boxId === boxId);
  const counted = boxes.flatMap((box) => countBox(ballot, box, castIn(box)));
  const counts = new Set(counted.filter((box) => box.counts !== null).map(({ boxId }) => boxId));
  const opened = ballots
    .map(({ boxId, token, signature, ...choice }): OpenedBallot => {
      const level = 'level' in choice && counts.has(boxId) ? (levels[choice.level] ?? null) : null;
      return { boxId, token, signature, level };
    })
    .toSorted(byBoxAndToken);
  const marks = isOnPapers(ballot)
    ? boxes.flatMap((box) => (counts.has(box.boxId) ? openMarks(ballot, of, box, castIn(box)) : []))
    : [];
  return [
    ...partsOf(opened).map((part, at): BallotFact => ({
      type: 'BallotsOpened.v1',
      data: { ...of, part: at + 1, ballots: part },
    })),
    ...marks,
    { type: 'BallotClosed.v1', data: { ...of, boxes: counted } },
  ];
};

export const annulBallot = (ballot: Ballot): Decision => {
  if (!isSet(ballot) || ballot.kind === 'closed' || ballot.kind === 'annulled') return [];
  const { ballotId, roundId, editionId, sourceId } = ballot;
  return [{ type: 'BallotAnnulled.v1', data: { ballotId, roundId, editionId, sourceId } }];
};
