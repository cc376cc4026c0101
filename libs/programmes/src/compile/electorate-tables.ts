import type { BallotSource, Source } from '@jiangong/scoring';
import { hundredthsOf } from '../shape/word-forms.ts';
import type { BallotRule } from '../template/sources.ts';
import type { CompiledSource, Name } from './compiled.ts';

/** What the engine of results takes for an id. */
export const ELECTORATE_ID_MAX = 64;

/** By what id the votes of an electorate are counted where a ballot has several. */
export const electorateTableId = (source: string, electorate: string): string => `${source}--${electorate}`;

/** The same where it has one: the ballot is the electorate's. */
export const tableIdIn = ({ electorates }: Pick<BallotRule, 'electorates'>, source: string, of: string): string =>
  electorates.length === 1 ? source : electorateTableId(source, of);

/** The questions of a ballot that has several; of one that has one nobody is told apart by it. */
export const severalQuestions = ({ questions = [] }: Pick<BallotRule, 'questions'>): readonly string[] | undefined =>
  questions.length > 1 ? questions : undefined;

/**
 * Whoever is on a paper is picked or passed over, so that the count of a name is the share of the papers that picked it.
 */
export const PICK_LEVELS: readonly Readonly<{ id: string; points: number; name: Name }>[] = [
  { id: 'picked', points: 10_000, name: ['推荐', 'Picked'] },
  { id: 'passed', points: 0, name: ['不推荐', 'Not picked'] },
];

const levelsOf = ({ levels, pick }: BallotRule): BallotSource['levels'] =>
  pick === undefined
    ? Object.entries(levels ?? {})
        .map(([level, points]) => ({ id: level, points: hundredthsOf(points) }))
        .sort((a, b) => b.points - a.points)
    : PICK_LEVELS.map(({ id, points }) => ({ id, points }));

/** One table an electorate, in their order: counted as if each had a ballot of its own. */
export const electorateTables = (id: string, ballot: BallotRule): readonly BallotSource[] => {
  const { electorates, turnout, least } = ballot;
  const questions = severalQuestions(ballot);
  return electorates.map((electorate) => ({
    id: tableIdIn(ballot, id, electorate.id),
    kind: 'ballot',
    levels: levelsOf(ballot),
    ...(questions === undefined ? {} : { questions }),
    turnout: hundredthsOf(turnout),
    least,
  }));
};

/** The tables of a source that the engine of results reads; none where it computes nothing of it yet. */
export const sourceTables = (source: CompiledSource): readonly Source[] =>
  source.kind === 'ballot' ? source.tables : 'table' in source ? [source.table] : [];
