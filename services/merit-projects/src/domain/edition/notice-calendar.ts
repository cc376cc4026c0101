import { type Instant, isYearNotKnown } from '@jiangong/calendar';
import { noticeAnsweredAt } from '../notice-room.ts';
import type { EditionRefusal } from './refusals.ts';

/**
 * A calendar on which no entry could ever be scored: even a notice of the stage's first day would not be over, with a last-minute
 * objection answered, when scoring opens.
 */
export const noticeCalendarRefusal = (
  opens: Readonly<{ notice: Instant; scoring: Instant }>,
  noticeWorkingDays: number,
  field: string,
): EditionRefusal | undefined => {
  const answeredAt = noticeAnsweredAt(opens.notice, noticeWorkingDays);
  if (isYearNotKnown(answeredAt)) return { ...answeredAt, field };
  if (answeredAt <= opens.scoring) return undefined;
  return { reason: 'NOTICE_CANNOT_END_BEFORE_SCORING', field, details: { answeredAt, scoringOpensAt: opens.scoring } };
};
