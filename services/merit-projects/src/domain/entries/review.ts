import { endOfDay, isLocalDate, type LocalDate } from '@jiangong/calendar';
import { firstRefusal, textRefusal } from '../check-text.ts';
import type { EditionTerms } from '../edition/terms.ts';
import * as limits from '../limits.ts';
import { type Decision, refOf, stageRefusal, standingRefusal, whyRefusal } from './checks.ts';
import type { ReturnEntry, ScreenEntry } from './orders.ts';
import type { UnitEditionRefusal } from './refusals.ts';
import type { Entry } from './state.ts';

/** A return's deadline lies ahead, and leaves the entry a chance to be scored. */
export const returnDeadlineRefusal = (
  redeclareBy: LocalDate,
  order: Readonly<{ terms: EditionTerms; now: string }>,
): UnitEditionRefusal | undefined => {
  const field = 'redeclareBy';
  if (!isLocalDate(redeclareBy)) return { reason: 'DATE_INVALID', field };
  const until = endOfDay(redeclareBy);
  const { opensAt } = order.terms.windows.scoring;
  return until <= order.now || until > opensAt
    ? { reason: 'RETURN_DEADLINE_INVALID', field, details: { scoringOpensAt: opensAt } }
    : undefined;
};

/** What the unit is to mend: at least one reason, each said. */
export const returnReasonsRefusal = (reasons: readonly string[]): UnitEditionRefusal | undefined => {
  const { RETURN_REASONS_MAX: max } = limits;
  if (reasons.length === 0) return { reason: 'RETURN_REASONS_MISSING', field: 'reasons' };
  if (reasons.length > max) return { reason: 'TOO_MANY_RETURN_REASONS', field: 'reasons', details: { max } };
  return firstRefusal(...reasons.map((reason, index) => whyRefusal(reason, `reasons.${index}`)));
};

/** The first review sends a declaration back with reasons; every version stays in the history. */
export const returnEntry = (entry: Entry, order: ReturnEntry): Decision => {
  const { reasons, redeclareBy } = order;
  const refusal = firstRefusal<UnitEditionRefusal>(
    standingRefusal(entry, ['declared', 'screened', 'clearance-requested', 'cleared'], 'ENTRY_NOT_IN_REVIEW'),
    stageRefusal(order, 'review', 'notice'),
    returnReasonsRefusal(reasons),
    returnDeadlineRefusal(redeclareBy, order),
  );
  if (refusal) return refusal;
  if (entry.returns >= limits.RETURNS_PER_ENTRY_MAX)
    return { reason: 'TOO_MANY_RETURNS', details: { max: limits.RETURNS_PER_ENTRY_MAX } };
  const until = { redeclareBy, redeclareUntil: endOfDay(redeclareBy) };
  const data = { version: entry.declarations, by: 'first-review', reasons: [...reasons], ...until } as const;
  return [{ type: 'EntryReturned.v1', data: { ...refOf(order), ...data } }];
};

const failuresRefusal = ({ outcome, failures }: ScreenEntry): UnitEditionRefusal | undefined => {
  if (outcome === 'failed' && failures.length === 0) return { reason: 'SCREENING_FAILURES_MISSING', field: 'failures' };
  if (outcome === 'passed' && failures.length > 0)
    return { reason: 'SCREENING_FAILURES_UNEXPECTED', field: 'failures' };
  if (failures.length > limits.SCREENING_FAILURES_MAX)
    return {
      reason: 'TOO_MANY_SCREENING_FAILURES',
      field: 'failures',
      details: { max: limits.SCREENING_FAILURES_MAX },
    };
  return firstRefusal<UnitEditionRefusal>(
    ...failures.flatMap(({ criterion, explanation }, index) => [
      textRefusal(criterion, {
        field: `failures.${index}.criterion`,
        charactersMax: limits.TITLE_CHARACTERS_MAX,
        lines: 'one',
      }),
      whyRefusal(explanation, `failures.${index}.explanation`),
    ]),
  );
};

/** The committee's first review: passed, or failed with every failure listed. */
export const screenEntry = (entry: Entry, order: ScreenEntry): Decision => {
  const refusal =
    standingRefusal(entry, ['declared'], 'ENTRY_NOT_DECLARED') ??
    stageRefusal(order, 'review', 'notice') ??
    failuresRefusal(order);
  if (refusal) return refusal;
  const failures = order.failures.map(({ criterion, explanation }) => ({ criterion, explanation }));
  return [
    {
      type: 'EntryScreened.v1',
      data: { ...refOf(order), version: entry.declarations, outcome: order.outcome, failures },
    },
  ];
};
