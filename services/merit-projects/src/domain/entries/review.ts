import { endOfDay, isLocalDate, isYearNotKnown, type LocalDate } from '@jiangong/calendar';
import { firstRefusal } from '@jiangong/wording';
import { partyRefusal } from '../by.ts';
import { type EditionTerms, entersAt } from '../edition/terms.ts';
import * as limits from '../limits.ts';
import { hasAct, hasEntriesNotice, listsPeople, noticeAbout } from '../programme.ts';
import { noticeAnsweredAt } from '../working-days.ts';
import { type Decision, refOf, REVIEWING, stageRefusal, standingRefusal, titleRefusal, whyRefusal } from './checks.ts';
import type { EntryReturned } from './facts.ts';
import { answeredNeeds, needAnswersRefusal, needItems } from './needs.ts';
import type { ReturnEntry, ReviewEntry } from './orders.ts';
import type { EntriesRefusal } from './refusals.ts';
import type { Entry } from './state.ts';

/** The latest moment at which an entry declared anew until `until` can have gone through its notice, an answer included. */
const throughAt = ({ tables, stages, holidays }: EditionTerms, until: string): string | EntriesRefusal => {
  const rule = noticeAbout(tables, 'entries');
  if (!rule || !hasEntriesNotice(tables)) return until;
  const opensAt = stages.find(({ act }) => act === 'notice')?.opensAt ?? until;
  const answeredAt = noticeAnsweredAt(holidays, until > opensAt ? until : opensAt, rule);
  return isYearNotKnown(answeredAt) ? { ...answeredAt, field: 'redeclareBy' } : answeredAt;
};

/** A return's deadline lies ahead, and leaves room for all that must follow before entries enter. */
export const returnDeadlineRefusal = (
  redeclareBy: LocalDate,
  order: Readonly<{ terms: EditionTerms; now: string }>,
): EntriesRefusal | undefined => {
  const field = 'redeclareBy';
  if (!isLocalDate(redeclareBy)) return { reason: 'DATE_INVALID', field };
  const until = endOfDay(redeclareBy);
  const opensAt = entersAt(order.terms) ?? '';
  const invalid: EntriesRefusal = { reason: 'RETURN_DEADLINE_INVALID', field, details: { scoringOpensAt: opensAt } };
  if (until <= order.now) return invalid;
  const through = throughAt(order.terms, until);
  if (typeof through !== 'string') return through;
  return opensAt !== '' && through > opensAt ? invalid : undefined;
};

/** What the unit is to mend: at least one reason, each said. */
export const returnReasonsRefusal = (reasons: readonly string[]): EntriesRefusal | undefined => {
  const { RETURN_REASONS_MAX: max } = limits;
  if (reasons.length === 0) return { reason: 'RETURN_REASONS_MISSING', field: 'reasons' };
  if (reasons.length > max) return { reason: 'TOO_MANY_RETURN_REASONS', field: 'reasons', details: { max } };
  return firstRefusal(...reasons.map((reason, index) => whyRefusal(reason, `reasons[${index}]`)));
};

type Returned = Pick<EntryReturned['data'], 'redeclareBy' | 'redeclareUntil' | 'prose'>;

export const returnOf = (redeclareBy: LocalDate, reasons: readonly string[]): Returned => ({
  redeclareBy,
  redeclareUntil: endOfDay(redeclareBy),
  prose: { reasons: [...reasons] },
});

/** The reviewer sends a declaration back with reasons; every version stays in the history. */
export const returnEntry = (entry: Entry, order: ReturnEntry): Decision => {
  const { reasons, redeclareBy } = order;
  const refusal = firstRefusal<EntriesRefusal>(
    standingRefusal(entry, ['declared', 'reviewed', 'clearance-requested', 'cleared'], 'ENTRY_NOT_IN_REVIEW'),
    partyRefusal(order.terms, order.by, 'review', 'notice'),
    stageRefusal(order, ...REVIEWING),
    returnReasonsRefusal(reasons),
  );
  if (refusal) return refusal;
  const noRoom = returnDeadlineRefusal(redeclareBy, order);
  if (noRoom) return noRoom;
  if (entry.returns >= limits.RETURNS_PER_ENTRY_MAX)
    return { reason: 'TOO_MANY_RETURNS', details: { max: limits.RETURNS_PER_ENTRY_MAX } };
  const data = { ...refOf(order, entry), version: entry.declarations, by: 'review' } as const;
  return [{ type: 'EntryReturned.v1', data: { ...data, ...returnOf(redeclareBy, reasons) } }];
};

const answersRefusal = ({ outcome, answers, explanations, terms }: ReviewEntry): EntriesRefusal | undefined => {
  if (answers.length > limits.REVIEW_ANSWERS_MAX)
    return { reason: 'TOO_MANY_REVIEW_ANSWERS', field: 'answers', details: { max: limits.REVIEW_ANSWERS_MAX } };
  const failures = answers.filter(({ met }) => !met).length;
  // The platform has found that he is entitled: nobody alone says that he is not.
  if (outcome === 'failed' && listsPeople(terms.tables)) return { reason: 'LIST_TAKEN_OFF_BY_TWO', field: 'outcome' };
  if (outcome === 'failed' && failures === 0) return { reason: 'REVIEW_FAILURES_MISSING', field: 'answers' };
  if (outcome === 'passed' && failures > 0) return { reason: 'REVIEW_FAILURES_UNEXPECTED', field: 'answers' };
  if (explanations.length !== failures) return { reason: 'REVIEW_EXPLANATIONS_INCOMPLETE', field: 'explanations' };
  return firstRefusal<EntriesRefusal>(
    ...answers.map(({ item }, index) => titleRefusal(item, `answers[${index}].item`)),
    ...explanations.map((explanation, index) => whyRefusal(explanation, `explanations[${index}]`)),
  );
};

/** Where the edition has a check-list, a review answers each of its items, once, and nothing else. */
const listRefusal = (entry: Entry, order: ReviewEntry): EntriesRefusal | undefined => {
  const { reviewList } = order.terms;
  if (reviewList.length === 0) return undefined;
  const needs = needItems(entry, order);
  const answered = order.answers.map(({ item }) => item).filter((item) => !needs.has(item));
  const whole = answered.length === reviewList.length && reviewList.every((item) => answered.includes(item));
  return whole
    ? undefined
    : { reason: 'REVIEW_LIST_NOT_ANSWERED', field: 'answers', details: { items: reviewList.length } };
};

/** The review: passed, or failed with every failure listed and explained. */
export const reviewEntry = (entry: Entry, order: ReviewEntry): Decision => {
  if (!hasAct(order.terms.tables, 'review')) return { reason: 'REVIEW_NOT_IN_TEMPLATE', field: 'entryId' };
  const refusal =
    standingRefusal(entry, ['declared'], 'ENTRY_NOT_DECLARED') ??
    partyRefusal(order.terms, order.by, 'review') ??
    stageRefusal(order, ...REVIEWING) ??
    answersRefusal(order) ??
    needAnswersRefusal(entry, order) ??
    listRefusal(entry, order);
  if (refusal) return refusal;
  const answers = order.answers.map(({ item, met }) => ({ item, met }));
  const prose = { explanations: [...order.explanations] };
  const answered = answeredNeeds(entry, order);
  const ref = refOf(order, entry, answered.length);
  const data = { ...ref, version: entry.declarations, outcome: order.outcome, answers, prose };
  return [...answered, { type: 'EntryReviewed.v1', data }];
};
