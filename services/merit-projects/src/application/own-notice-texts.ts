import type { RefusalText } from '@jiangong/service-host';
import type { EditionReason } from '../domain/edition/refusals.ts';
import type { EntriesReason } from '../domain/entries/refusals.ts';
import type { OwnNoticeReason } from '../domain/own-notice/orders.ts';
import { invalid, notFound, notNow, tooMany } from './refusal-status.ts';
import type { ReferenceReason } from './reference-refusals.ts';

/** What is told about what nominators make known before they declare. */
export const ownNoticeTexts = {
  OWN_NOTICE_NOT_IN_TEMPLATE: notNow(
    '本活动没有推荐单位申报前的自行公示。',
    'In this edition nominators make nothing known before they declare.',
  ),
  OWN_NOTICE_NOT_FOUND: notFound('没有这项单位自行公示。', 'There is no such notice of a nominator.'),
  OWN_NOTICE_MISSING: notNow(
    '申报前须先由本单位公示：请指明已完成的自行公示。',
    'What is declared was made known by its nominator before: name the notice that is over.',
  ),
  OWN_NOTICE_OF_ANOTHER: notNow(
    '该自行公示的类别、对象或标题与申报的不一致。',
    'That notice was about another category, subject or title than what is declared.',
  ),
  OWN_NOTICE_RUNNING: notNow(
    '本单位自行公示尚未期满（至 {noticeUntil}），期满后方可申报。',
    'The own notice of the nominator still runs, until {noticeUntil}: declare it after that.',
  ),
  OWN_NOTICE_STOPPED: notNow(
    '该自行公示已撤下或有异议成立，须重新公示满期后再申报。',
    'That notice was taken down, or an objection to it upheld: make it known anew, for the whole of its days.',
  ),
  OWN_OBJECTION_OPEN: notNow(
    '该自行公示还有异议未答复，请先答复。',
    'An objection to that notice waits for its answer: answer it first.',
  ),
  OWN_NOTICE_ENDS_TOO_LATE: notNow(
    '此时公示将至 {noticeUntil} 才期满，晚于申报截止（{declaringClosesAt}）。',
    'Begun now it would run until {noticeUntil}, beyond the end of declaring ({declaringClosesAt}).',
  ),
  OWN_NOTICE_CANNOT_END_IN_TIME: invalid(
    '按此日程，单位自行公示在申报截止前无法期满，请提前公示或延长申报。',
    'On this calendar no own notice could be over while it is declared: begin it earlier, or declare longer.',
  ),
  TOO_MANY_OWN_NOTICES: tooMany(
    '本单位在该年度活动中的自行公示已达上限（{max} 项）。',
    'This nominator has made known as much in this edition as it may ({max}).',
  ),
  OBJECTION_OUTSIDE_NOTICE: invalid(
    '异议须在公示期内（{firstDay} 至 {lastDay}）提出，并及时登记。',
    'An objection is made on a day of the notice ({firstDay} to {lastDay}), and written down soon after.',
  ),
} satisfies Partial<Record<OwnNoticeReason | EditionReason | EntriesReason | ReferenceReason, RefusalText>>;
