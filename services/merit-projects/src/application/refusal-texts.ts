import type { RefusalText } from '@jiangong/service-host';
import type { EditionReason } from '../domain/edition/refusals.ts';
import type { EvidenceReason } from '../domain/evidence/evidence-file.ts';
import type { SeriesReason } from '../domain/series/series.ts';
import type { UnitEditionReason } from '../domain/unit-edition/refusals.ts';
import type { ReferenceReason } from './reference-refusals.ts';

export type MeritProjectsReason = EditionReason | EvidenceReason | SeriesReason | UnitEditionReason | ReferenceReason;

const invalid = (zh: string, en: string): RefusalText => ({ status: 'INVALID_ARGUMENT', zh, en });
const notNow = (zh: string, en: string): RefusalText => ({ status: 'FAILED_PRECONDITION', zh, en });
const notFound = (zh: string, en: string): RefusalText => ({ status: 'NOT_FOUND', zh, en });
const already = (zh: string, en: string): RefusalText => ({ status: 'ALREADY_EXISTS', zh, en });
const tooMany = (zh: string, en: string): RefusalText => ({ status: 'FAILED_PRECONDITION', zh, en });

const input = {
  TEXT_EMPTY: invalid('此项不能为空。', 'This must not be empty.'),
  TEXT_TOO_LONG: invalid('此项过长。', 'This is too long.'),
  TEXT_MALFORMED: invalid('此项含有不允许的字符。', 'This holds characters that are not allowed.'),
  DATE_INVALID: invalid('日期无效，应为存在的日期，格式 YYYY-MM-DD。', 'This is no valid day: YYYY-MM-DD.'),
  DATE_IN_THE_FUTURE: invalid('日期不能晚于今天。', 'The day must not lie in the future.'),
  YEAR_OUT_OF_RANGE: invalid('年份超出范围。', 'The year is out of range.'),
  YEAR_NOT_KNOWN: invalid(
    '该年度的工作日安排尚未公布或未录入，无法计算工作日。',
    'The working days of that year are not known: its holiday notice is not in the calendar.',
  ),
  QUOTA_OUT_OF_RANGE: invalid('申报名额超出范围。', 'The quota is out of range.'),
  WORKING_DAYS_OUT_OF_RANGE: invalid('工作日数超出范围。', 'The number of working days is out of range.'),
  STAGES_INCOMPLETE: invalid('七个阶段须各安排一次。', 'Each of the seven stages must be scheduled exactly once.'),
  STAGES_OUT_OF_ORDER: invalid('阶段开始时间的先后顺序有误。', 'A stage would open before the one that precedes it.'),
  NOTICE_CANNOT_END_BEFORE_SCORING: invalid(
    '按此日程，公示及异议答复无法在评分开始前完成，请提前公示或推迟评分。',
    'On this calendar no notice could end, with objections answered, before scoring opens: begin the notice earlier or scoring later.',
  ),
  STAGE_CLOSES_BEFORE_IT_OPENS: invalid('阶段结束日期早于开始日期。', 'The stage would close before it opens.'),
  STAGE_CLOSES_IN_THE_PAST: invalid('截止日期已过。', 'That day is over.'),
  STAGE_UNKNOWN: invalid('未知的阶段。', 'This stage is not known.'),
  WORD_UNKNOWN: invalid('取值不在允许范围内。', 'This word is not one of those allowed.'),
  SERIES_INVALID: invalid('活动系列编号无效。', 'The id of the campaign series must be a UUID.'),
  MILESTONE_REPEATED: invalid('里程碑重复。', 'A milestone is named twice.'),
  MILESTONE_AFTER_DUE_DATE: invalid('里程碑日期晚于项目完成时限。', 'A milestone is due after the entry.'),
  LINK_INVALID: invalid('链接须为不含账号信息的网址。', 'A link must be a web address without credentials.'),
  EVIDENCE_INVALID: invalid('佐证材料编号无效或重复。', 'A piece of evidence is named wrongly or twice.'),
  EVIDENCE_TYPE_NOT_ALLOWED: invalid(
    '不支持该文件类型（可用：PDF、PNG、JPEG、Word、Excel、纯文本）。',
    'This type of file is not accepted: PDF, PNG, JPEG, Word, Excel or plain text.',
  ),
  EVIDENCE_TOO_LARGE: invalid('文件过大，上限 20 MB。', 'The file is too large: at most 20 MB.'),
  RETURN_REASONS_MISSING: invalid('退回须说明理由。', 'A return needs at least one reason.'),
  RETURN_REASONS_UNEXPECTED: invalid(
    '不退回的处理结果不应列退回理由。',
    'An outcome that returns nothing has no reasons for a return.',
  ),
  RETURN_DEADLINE_INVALID: invalid(
    '重新申报的期限须在今后、且不晚于评分开始；不退回的处理结果不设期限。',
    'The deadline must lie ahead and not after scoring opens; an outcome that returns nothing has none.',
  ),
  SCREENING_FAILURES_MISSING: invalid('初审不通过须逐条列明问题。', 'A failed first review must list what failed.'),
  SCREENING_FAILURES_UNEXPECTED: invalid('初审通过时不应列出问题。', 'A passed first review lists no failures.'),
  CLEARANCE_SCOPES_INVALID: invalid(
    '审核范围须为项目、负责人、单位中的一项或多项，且不重复。',
    'Ask about entry, leader or unit, each at most once.',
  ),
  CLEARANCE_OPINIONS_INCOMPLETE: invalid(
    '须对所征求的每一范围给出意见。',
    'Give one opinion on each scope that was asked about.',
  ),
  TOO_MANY_MILESTONES: invalid('里程碑过多。', 'There are too many milestones.'),
  TOO_MANY_EVIDENCE_FILES: invalid('佐证材料过多。', 'There are too many evidence files.'),
  TOO_MANY_RETURN_REASONS: invalid('退回理由过多。', 'There are too many reasons.'),
  TOO_MANY_SCREENING_FAILURES: invalid('初审问题过多。', 'There are too many failures.'),
} satisfies Partial<Record<MeritProjectsReason, RefusalText>>;

const references = {
  EDITION_NOT_FOUND: notFound('找不到该年度活动。', 'There is no such edition.'),
  COMMITTEE_NOT_FOUND: notFound('找不到该工委。', 'There is no such working committee.'),
  UNIT_NOT_FOUND: notFound('找不到该单位。', 'There is no such unit.'),
  UNIT_OUTSIDE_EDITION: notNow(
    '该单位不属于主办本年度活动的工委。',
    'The unit does not belong to the committee that runs this edition.',
  ),
  BRANCH_NOT_FOUND: notFound('找不到该支部。', 'There is no such branch.'),
  BRANCH_NOT_IN_A_UNIT: notNow('该支部不隶属于任何单位。', 'The branch belongs to no unit.'),
  LEADER_NOT_FOUND: notFound('找不到该负责人。', 'There is no such person.'),
  LEADER_OUTSIDE_UNIT: notNow('负责人不属于本单位。', 'The person in charge does not belong to the unit.'),
  ENTRY_NOT_FOUND: notFound('找不到该项目。', 'There is no such entry.'),
  MILESTONE_NOT_FOUND: notFound('找不到该里程碑。', 'There is no such milestone.'),
  OBJECTION_NOT_FOUND: notFound('找不到该异议。', 'There is no such objection.'),
  EVIDENCE_NOT_FOUND: notFound('找不到该佐证材料，请先上传。', 'There is no such evidence file: upload it first.'),
} satisfies Partial<Record<MeritProjectsReason, RefusalText>>;

const editions = {
  SERIES_OF_ANOTHER_COMMITTEE: notNow('该活动系列属于另一工委。', 'The campaign series belongs to another committee.'),
  EDITION_ALREADY_OPEN: already('该系列本年度的活动已经开设。', 'The edition of this series and year is open already.'),
  STAGE_NOT_OPEN: notNow('当前不在该阶段的时限内。', 'The stage for this is not open.'),
  STAGE_ALREADY_OPEN: notNow(
    '该阶段已经开始，不能更改开始日期。',
    'The stage has opened: its first day can not change.',
  ),
  STAGE_ALREADY_CLOSED: notNow('该阶段已经结束。', 'The stage is over.'),
  STAGE_NOT_DUE: notNow('该阶段的时刻未到。', 'The moment of this stage has not come.'),
  TOO_MANY_RESCHEDULES: tooMany('调整日程次数已达上限。', 'The calendar has been changed too often.'),
  LATE_ENTRY_NOT_FOR_STAGE: invalid('该阶段不适用补报。', 'There is no late entry for this stage.'),
  LATE_ENTRY_NOT_NEEDED: notNow(
    '该阶段届时尚未结束，无需补报。',
    'The stage is still open then: no late entry is needed.',
  ),
  LATE_ENTRY_PAST_SCORING: notNow('补报期限不能晚于评分开始。', 'Late entry must end before scoring opens.'),
  TOO_MANY_LATE_ENTRIES: tooMany('补报许可已达上限。', 'There are too many late entries.'),
} satisfies Partial<Record<MeritProjectsReason, RefusalText>>;

const entries = {
  ENTRY_ALREADY_PLANNED: already('该项目已经立项。', 'This entry has been planned already.'),
  TOO_MANY_ENTRIES: tooMany('本单位本年度立项数已达上限。', 'The unit can plan no more entries in this edition.'),
  TOO_MANY_REVISIONS: tooMany('修改次数已达上限。', 'The plan has been revised too often.'),
  TOO_MANY_REPORTS: tooMany('进展报告数已达上限。', 'There are too many reports.'),
  TOO_MANY_RETURNS: tooMany('退回次数已达上限。', 'The entry has been returned too often.'),
  TOO_MANY_OBJECTIONS: {
    status: 'RESOURCE_EXHAUSTED',
    zh: '对该项目的异议数已达上限。',
    en: 'There are too many objections to this entry.',
  },
  MILESTONE_ALREADY_COMPLETED: already('该里程碑已经完成。', 'This milestone has been completed already.'),
  ALREADY_FEATURED: already('该项目已经宣传推介。', 'This entry has been featured already.'),
  ENTRY_ALREADY_CONFIRMED: notNow('该项目已经确认。', 'This entry has been confirmed already.'),
  ENTRY_NOT_CONFIRMED: notNow('该项目尚未经机关党委确认。', "The unit's committee has not confirmed this entry."),
  ENTRY_NOT_UNDERWAY: notNow('该项目不在实施中。', 'This entry is not being delivered.'),
  ALREADY_DECLARED: already('该项目已经申报。', 'This entry has been declared already.'),
  QUOTA_EXCEEDED: notNow('本单位申报名额已用完。', "The unit's quota is used up."),
  RETURN_DEADLINE_PASSED: notNow('重新申报的期限已过。', 'The deadline to declare it again has passed.'),
  ENTRY_NOT_IN_REVIEW: notNow('该项目不在审核中。', 'This entry is not under review.'),
  ENTRY_NOT_DECLARED: notNow('该项目不在待初审状态。', 'This entry does not wait for the first review.'),
  ENTRY_NOT_SCREENED: notNow('该项目未通过初审。', 'This entry has not passed the first review.'),
  CLEARANCE_NOT_REQUESTED: notNow(
    '未就该项目征求纪检意见。',
    'Discipline inspection has not been asked about this entry.',
  ),
  ENTRY_NOT_CLEARED: notNow('该项目未经纪检审核通过。', 'Discipline inspection has not cleared this entry.'),
  NOTICE_ENDS_AFTER_SCORING_OPENS: notNow(
    '公示期结束后、评分开始前须至少留有一个工作日答复异议，请先调整日程。',
    'At least one working day to answer objections must lie between the end of the notice and scoring: reschedule first.',
  ),
  NOTICE_NOT_RUNNING: notNow('该项目不在公示期内。', 'The public notice of this entry is not running.'),
  OBJECTION_ALREADY_SETTLED: already('该异议已经处理。', 'This objection has been settled already.'),
  ENTRY_IN_EVALUATION: notNow('该项目已进入评分。', 'This entry is being scored.'),
  ENTRY_NOT_IN_EVALUATION: notNow('该项目未进入评分。', 'This entry is not being scored.'),
  ENTRY_CLOSED: notNow('该项目已经终结。', 'This entry has ended.'),
} satisfies Partial<Record<MeritProjectsReason, RefusalText>>;

export const refusalTexts: Readonly<Record<MeritProjectsReason, RefusalText>> = {
  ...input,
  ...references,
  ...editions,
  ...entries,
};
