import type { ChecklistInputs, FactQuery, FactTest, PhaseResult } from '@jiangong/scoring';
import type { OutcomeTable } from '../decision/outcome-table.ts';
import type { RoundTables } from './tables.ts';

/**
 * What the outcome's rules ask of one entry's result beside its rank and score: rows by their exact value, in hundredths of a point, and
 * how often something was found that shuts out of honours, by check-list.
 */
export type AskedOfResult = Readonly<{
  entryId: string;
  steps: readonly Readonly<{ row: string; numerator: string; denominator: string }>[];
  vetoes: readonly Readonly<{ sourceId: string; count: number }>[];
}>;

const queriesOf = (test: FactTest): readonly FactQuery[] =>
  'anyOf' in test ? test.anyOf.flatMap(queriesOf) : [test.query];

/** Everything that these rules ask about whoever they look at. */
export const queriesIn = (outcome: OutcomeTable): readonly FactQuery[] =>
  outcome.flatMap(({ needs, never, order }) => [
    ...[...needs, ...never].flatMap(queriesOf),
    ...order.map(({ query }) => query),
  ]);

/** A template asks for an item by its id, for all that shut out by this word. */
export const VETO = 'veto';

const wordsOf = (word: FactQuery[string] | undefined): readonly string[] =>
  typeof word === 'string' ? [word] : Array.isArray(word) ? (word as readonly string[]) : [];

/** The check-list whose vetoes a query asks for. */
export const vetoSourceOf = (query: FactQuery): string | undefined =>
  query.fact === 'item' && wordsOf(query['kind']).includes(VETO) ? wordsOf(query['source'])[0] : undefined;

const distinct = (words: readonly string[]): readonly string[] => [...new Set(words)];

/** Empty where the rules ask for nothing but ranks, scores and awards. */
export const askedOfResult = (
  { outcome, checklists = [] }: Pick<RoundTables, 'outcome' | 'checklists'>,
  { entries }: Pick<PhaseResult, 'entries'>,
  occurrences: ChecklistInputs['occurrences'],
): readonly AskedOfResult[] => {
  const queries = queriesIn(outcome);
  const rows = distinct(queries.flatMap(({ fact, kind }) => (fact === 'step' ? wordsOf(kind) : [])));
  const sources = distinct(queries.flatMap((query) => vetoSourceOf(query) ?? []));
  if (rows.length === 0 && sources.length === 0) return [];
  const vetoesOf = (sourceId: string, entryId: string): number => {
    const vetoes = checklists.find((list) => list.sourceId === sourceId)?.vetoes ?? [];
    return occurrences
      .filter((one) => one.sourceId === sourceId && one.entryId === entryId && vetoes.includes(one.itemId))
      .reduce((sum, { count }) => sum + count, 0);
  };
  return entries.map((entry) => ({
    entryId: entry.entryId,
    steps: entry.rows.flatMap(({ row, numerator, denominator }) =>
      rows.includes(row) && numerator !== null && denominator !== null ? [{ row, numerator, denominator }] : [],
    ),
    vetoes: sources.map((sourceId) => ({ sourceId, count: vetoesOf(sourceId, entry.entryId) })),
  }));
};
