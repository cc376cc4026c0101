import { type OutcomeProblem, type PhaseResult, scoresNobody } from '@jiangong/scoring';
import type { Decidable } from '../decision/decidable.ts';
import { earnedOf, isOnEntries, outcomeOf } from '../decision/outcome.ts';
import type { OutcomeTable } from '../decision/outcome-table.ts';
import { askedOfResult } from './asked-of-result.ts';
import type { RoundTables } from './tables.ts';

/**
 * Rules by id, in the order in which they are read: what an entry gets by the result alone, and where it stands at an edge at which
 * the body would have to choose. No departure is in it.
 */
export type WouldGet = Readonly<{ given: readonly string[]; open: readonly string[] }>;

/** `problem`: the rules contradict these entries, and give nothing. */
export type AwardsUnder = Readonly<{
  byEntry: ReadonlyMap<string, WouldGet>;
  problem: OutcomeProblem['reason'] | null;
}>;

export const NO_AWARDS: AwardsUnder = { byEntry: new Map(), problem: null };

/** The rules that give entries what they were put forward for: the others follow from these. */
export const rulesOnEntries = ({ outcome }: Pick<RoundTables, 'outcome'>): OutcomeTable => outcome.filter(isOnEntries);

/** What is decided upon, as if it were by this ranking and these tables, without some of its entries. */
const supposing = (
  decidable: Decidable,
  { phases, outcome }: Pick<RoundTables, 'phases' | 'outcome'>,
  { phase, entries }: PhaseResult,
  without: readonly string[],
): Decidable => {
  const none = new Set(without);
  const ranking = entries.map(({ entryId, rank, score }) => ({ entryId, rank, score }));
  // Rows are those of the supposed result; no supposition takes back what an office found.
  const found = new Map(decidable.result?.asked?.map(({ entryId, vetoes }) => [entryId, vetoes]));
  const asked = askedOfResult({ outcome }, { entries }, []).map((one) => ({
    ...one,
    vetoes: found.get(one.entryId) ?? one.vetoes,
  }));
  return {
    ...decidable,
    outcome,
    // Where nobody is scored it is a list.
    phase: phases.find((one) => one.id === phase && !scoresNobody(one)) ?? null,
    result: decidable.result && { ...decidable.result, ranking, asked },
    entries: decidable.entries.filter(({ entryId }) => !none.has(entryId)),
  };
};

/** What the outcome's rules would give over a ranking. Pure, and no award: nothing is decided by it. */
export const awardsUnder = (
  decidable: Decidable,
  tables: Pick<RoundTables, 'phases' | 'outcome'>,
  ranking: PhaseResult,
  without: readonly string[],
): AwardsUnder => {
  const supposed = supposing(decidable, tables, ranking, without);
  const problem = outcomeOf(supposed, []).problems[0]?.reason ?? null;
  if (problem !== null) return { ...NO_AWARDS, problem };
  const earned = earnedOf(supposed, []).filter(({ rule }) => isOnEntries(rule));
  const got = (entryId: string, which: 'picked' | 'open'): readonly string[] =>
    earned.filter((one) => one[which].includes(entryId)).map(({ rule }) => rule.id);
  const byEntry = supposed.entries.map(
    ({ entryId }) => [entryId, { given: got(entryId, 'picked'), open: got(entryId, 'open') }] as const,
  );
  return { byEntry: new Map(byEntry), problem };
};
