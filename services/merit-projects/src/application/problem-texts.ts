import type { RefusalText } from '@jiangong/service-host';
import type { ProblemReason } from '../domain/problem/orders.ts';
import type { ProblemReferenceReason } from './problem-calls.ts';
import { already, invalid, notFound, notNow, tooMany } from './refusal-status.ts';

type Own = Extract<ProblemReason | ProblemReferenceReason, `PROBLEM_${string}`>;

/** What is said when an order about a problem is refused. */
export const problemTexts = {
  PROBLEM_NOT_FOUND: notFound('没有这个问题。', 'There is no such problem.'),
  PROBLEM_WITHDRAWN: notNow('该问题已因认定有误撤销。', 'This problem was withdrawn: it had been found in error.'),
  PROBLEM_CLOSED: notNow('该问题已销号。', 'This problem is closed.'),
  PROBLEM_NOT_CLOSED: notNow('该问题尚未销号。', 'This problem is not closed.'),
  PROBLEM_NOT_ASSIGNED: notNow('该问题尚未交办。', 'Nobody has been told to solve this problem yet.'),
  PROBLEM_ASSIGNED_ALREADY: already(
    '该问题已经交办；更换责任单位请用移交。',
    'It is assigned already: hand it over to give it to somebody else.',
  ),
  PROBLEM_HANDED_IN: notNow('整改结果已提交，正在等待核查。', 'It was handed in and waits to be looked at.'),
  PROBLEM_NOT_HANDED_IN: notNow('责任单位尚未提交整改结果。', 'Its owner has not handed it in.'),
  PROBLEM_SOURCE_NOT_YOURS: invalid(
    '“自查”只能由问题所在单位填报，其他来源只能由主管部门填报。',
    "Only whoever it is about admits a problem; every other source is the office's.",
  ),
  PROBLEM_NOT_YOURS: notNow(
    '该问题由责任单位的另一职务负责。',
    'Somebody in another role answers for this problem at its owner.',
  ),
  PROBLEM_NOT_YOUR_OFFICE: notNow(
    '该问题由本届活动所属工委办理。',
    "This is for the office of the edition's own committee.",
  ),
  PROBLEM_OUTSIDE_EDITION: invalid(
    '该组织不在本届活动范围内。',
    "This organization does not belong to the edition's committee.",
  ),
  PROBLEM_OWNER_DISSOLVED: notNow(
    '该组织已撤销，请交给承接单位。',
    'This organization has ended: give it to whoever follows it.',
  ),
  PROBLEM_OWNER_ROLE_UNFIT: invalid('该组织没有这一职务。', 'There is no such role at this kind of organization.'),
  PROBLEM_DEADLINE_INVALID: invalid(
    '整改期限须在今天至一年之内。',
    'The last day lies between today and a year ahead.',
  ),
  PROBLEM_DEADLINE_NOT_LATER: invalid('新期限须晚于原期限。', 'The new last day must be later than the one it has.'),
  PROBLEM_EXTENDED_TOO_OFTEN: tooMany('延期次数已达上限。', 'Its last day was put off as often as it may be.'),
  PROBLEM_SAME_OWNER: invalid('移交对象与现责任单位相同。', 'This is who has it already.'),
  PROBLEM_TURNED_TOO_OFTEN: tooMany(
    '办理过于频繁，须过一段时间再办。',
    'This was done too often: again only after some time.',
  ),
  PROBLEM_MEASURE_NOT_FOUND: notFound('没有这条整改措施，或已撤下。', 'There is no such measure, or it was taken out.'),
  PROBLEM_EVIDENCE_MISSING: notNow(
    '提交前须至少附一份佐证材料。',
    'Before it is handed in, at least one file shows what was done.',
  ),
  PROBLEM_NOTHING_NEW: notNow(
    '自交办、退回或重新打开以来没有新的整改措施。',
    'No measure was told since it was assigned, sent back or reopened.',
  ),
  PROBLEM_OWN_ORGANIZATION: notNow('不能核查本单位的问题。', 'Nobody judges what his own organization has to solve.'),
  PROBLEM_SECOND_PERSON_NEEDED: notNow(
    '销号须由发现人、整改人和提交人以外的人办理。',
    'It is closed by another person than who found it, worked on it or handed it in.',
  ),
  PROBLEM_REOPENED_TOO_OFTEN: tooMany(
    '重新打开的次数已达上限；请另立问题。',
    'It was reopened as often as it may be: find it as another problem.',
  ),
  PROBLEM_WITHDRAWAL_PROPOSED_ALREADY: already('已有撤销提议待办。', 'A proposal to withdraw it waits already.'),
  PROBLEM_WITHDRAWAL_PROPOSED_TOO_OFTEN: tooMany(
    '提议撤销的次数已达上限。',
    'Withdrawing it was proposed as often as it may be.',
  ),
} satisfies Record<Own, RefusalText>;
