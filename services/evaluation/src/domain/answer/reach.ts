import type { FactQuery } from '@jiangong/scoring';
import type { Earned } from '../decision/outcome.ts';
import { queriesIn } from '../round/asked-of-result.ts';
import { UNANSWERED_TOLD_MAX } from './limits.ts';
import { type LookedUpFacts, NOTHING } from './looked-up-facts.ts';
import { sameQuery } from './question.ts';

/** An entry that an award could go to, and what has to be known of it first. */
export type Unanswered = Readonly<{ entryId: string; questionId: string }>;

/** What of it a person answers and nobody has answered, each entry and question once. */
const pairsOf = (
  { questions, answers }: LookedUpFacts,
  asked: readonly Readonly<{ subject: string; query: FactQuery }>[],
): readonly Unanswered[] => {
  const found = new Map<string, Unanswered>();
  for (const { subject: entryId, query } of asked)
    for (const { questionId } of questions.filter((one) => sameQuery(one.query, query)))
      if (!answers.some((one) => one.entryId === entryId && one.questionId === questionId))
        found.set(`${entryId} ${questionId}`, { entryId, questionId });
  return [...found.values()];
};

/**
 * Whoever stands within reach of an award by rank, score and places, and of whom something is unknown that the award asks; of those among whom
 * the body would choose, everything that it asks. Further answers may bring others within reach.
 */
export const unansweredOf = (
  { questions, answers }: LookedUpFacts = NOTHING,
  earned: readonly Pick<Earned, 'rule' | 'open' | 'undetermined'>[],
): readonly Unanswered[] => {
  const asked = earned.flatMap(({ rule, open, undetermined }) => [
    ...undetermined.flatMap(({ subject, unknown }) => unknown.map((query) => ({ subject, query }))),
    ...open.flatMap((subject) => queriesIn([rule]).map((query) => ({ subject, query }))),
  ]);
  return pairsOf({ questions, answers }, asked);
};

/**
 * Whoever may come within reach by what the body chooses: where a rule leaves something to it, every entry of whom a later rule asks what
 * nobody answered. Nobody waits for these answers; the body's choice may.
 */
export const possiblyAskedOf = (
  lookedUp: LookedUpFacts = NOTHING,
  earned: readonly Pick<Earned, 'rule' | 'open'>[],
  entries: readonly Readonly<{ entryId: string }>[],
): readonly Unanswered[] => {
  const left = earned.findIndex(({ open }) => open.length > 0);
  const later = left === -1 ? [] : queriesIn(earned.slice(left + 1).map(({ rule }) => rule));
  return pairsOf(
    lookedUp,
    entries.flatMap(({ entryId: subject }) => later.map((query) => ({ subject, query }))),
  );
};

/** Which entries and facts, as far as a refusal tells them. */
export const unansweredDetails = (unanswered: readonly Unanswered[]): Readonly<Record<string, string | number>> => ({
  unanswered: unanswered.length,
  asked: unanswered
    .slice(0, UNANSWERED_TOLD_MAX)
    .map(({ entryId, questionId }) => `${entryId} ${questionId}`)
    .join(', '),
});
