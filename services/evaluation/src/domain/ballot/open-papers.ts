import type { BallotFact, Box, CountedBox, OpenedMark } from './facts.ts';
import type { OfBallot } from './of-ballot.ts';
import { BALLOTS_PER_FACT_MAX } from './limits.ts';
import type { CloseBallot } from './orders.ts';
import { beyondFull, type Mark, placesOn } from './papers.ts';
import type { SetupBallot } from './state.ts';

type Waiting = CloseBallot['ballots'][number];

/** The answers of a paper that waited. What goes beyond the template was never taken: it is looked at again where it is counted. */
const marksOf = (ballot: SetupBallot, box: Box, paper: Waiting): readonly Mark[] => {
  const marks = 'marks' in paper ? paper.marks : [];
  if (marks.length !== placesOn(ballot, box).length) throw new Error(`a paper of box ${box.boxId} is not whole`);
  if (beyondFull(ballot, box, marks) !== undefined)
    throw new Error(`a paper of box ${box.boxId} has more answers of the highest level than it may`);
  return marks;
};

/** What the papers of a box came to, answer by answer; nobody looks where they do not count. */
export const countPapers = (
  ballot: SetupBallot,
  box: Box,
  papers: readonly Waiting[],
  { issued, why }: Pick<CountedBox, 'issued' | 'why'>,
): readonly CountedBox[] => {
  const all = why === null ? papers.map((paper) => marksOf(ballot, box, paper)) : null;
  return placesOn(ballot, box).map((place, at) => ({
    ...{ boxId: box.boxId, ...place, issued, cast: papers.length },
    counts: all && ballot.levels.map((_, level) => all.filter((marks) => marks[at]?.level === level).length),
    why,
  }));
};

const bySerial = (a: OpenedMark, b: OpenedMark): number => (a.serial < b.serial ? -1 : a.serial > b.serial ? 1 : 0);

/** The answers of a box that counts, taken apart: one list for each question about each entry, each in an order of its own. */
export const openMarks = (
  ballot: SetupBallot,
  of: OfBallot,
  box: Box,
  papers: readonly Waiting[],
): readonly BallotFact[] => {
  const all = papers.map((paper) => marksOf(ballot, box, paper));
  return placesOn(ballot, box).flatMap((place, at): readonly BallotFact[] => {
    const marks = all
      .flatMap((paper) => paper[at] ?? [])
      .map(({ serial, level }): OpenedMark => ({ serial, level: ballot.levels[level] ?? '' }))
      .toSorted(bySerial);
    return Array.from({ length: Math.ceil(marks.length / BALLOTS_PER_FACT_MAX) }, (_, part): BallotFact => ({
      type: 'PapersOpened.v1',
      data: {
        ...{ ...of, boxId: box.boxId, ...place, part: part + 1 },
        marks: marks.slice(part * BALLOTS_PER_FACT_MAX, (part + 1) * BALLOTS_PER_FACT_MAX),
      },
    }));
  });
};
