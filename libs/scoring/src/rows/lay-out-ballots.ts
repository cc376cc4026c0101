import { countsOf, whyNotCounted } from './count-ballot.ts';
import { type GivenBallot, phaseInputLimits as limits } from './phase-inputs.ts';
import type { PhaseProblems } from './phase-problems.ts';
import type { Phase, PhaseTables } from './phase.ts';
import type { BallotSource } from './source.ts';

export type BallotBook = Readonly<{
  /** Only those that the phase reads. */
  sources: ReadonlyMap<string, BallotSource>;
  /** By source and entry. */
  given: ReadonlyMap<string, GivenBallot>;
}>;

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0 && value <= limits.votersMax;

/** There are no more ballots than tokens, every ballot chose one level for each question, and what does not count was not counted. */
const isSound = (source: BallotSource, { issued, cast, counts, void: isVoid, ...of }: GivenBallot): boolean => {
  if (!isCount(issued) || !isCount(cast) || cast > issued) return false;
  if (isVoid === true) return cast === 0 && counts === null;
  const isCounted = whyNotCounted(source, { ...of, issued, cast }) === null;
  if (counts === null || !isCounted) return counts === null && !isCounted;
  const [levels, questions] = [source.levels.length, source.questions?.length ?? 1];
  const isWhole = (_: unknown, question: number): boolean =>
    countsOf(counts, levels, question).reduce((all, count) => all + count, 0) === cast;
  return (
    counts.length === levels * questions && counts.every(isCount) && Array.from({ length: questions }).every(isWhole)
  );
};

export const ballotsIn = (
  { sources, phase }: Readonly<{ sources: PhaseTables['sources']; phase: Phase }>,
  rows: ReadonlyMap<string, number>,
  ballots: readonly GivenBallot[],
  problems: PhaseProblems,
): BallotBook => {
  const taken = new Set(phase.rows.flatMap((row) => (row.op === 'take-ballot' ? [row.source] : [])));
  const read = new Map(
    sources.flatMap((source) =>
      source.kind === 'ballot' && taken.has(source.id) ? [[source.id, source] as const] : [],
    ),
  );
  const given = new Map<string, GivenBallot>();
  for (const ballot of ballots) {
    const { sourceId, entryId } = ballot;
    const source = read.get(sourceId);
    const key = `${sourceId}/${entryId}`;
    if (source === undefined) problems.add('UNKNOWN_SOURCE', sourceId);
    else if (!isSound(source, ballot)) problems.add('COUNT_INVALID', sourceId, entryId);
    if (!rows.has(entryId)) problems.add('UNKNOWN_ENTRY', sourceId, entryId);
    if (given.has(key)) problems.add('VALUE_TWICE', sourceId, entryId);
    given.set(key, ballot);
  }
  return { sources: read, given };
};
