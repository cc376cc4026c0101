import type { RefusalText } from '@jiangong/service-host';
import type { DossierReason } from '../domain/dossier/dossier.ts';
import type { EditionReason } from '../domain/edition/refusals.ts';
import type { EntriesReason } from '../domain/entries/refusals.ts';
import type { EvidenceReason } from '../domain/evidence/evidence-file.ts';
import type { HolidaysReason } from '../domain/holidays/holidays.ts';
import type { SeriesReason } from '../domain/series/series.ts';
import type { TemplateReason } from '../domain/template/template.ts';
import type { ReferenceReason } from './reference-refusals.ts';

export type MeritProjectsReason =
  | DossierReason
  | EditionReason
  | EntriesReason
  | EvidenceReason
  | HolidaysReason
  | SeriesReason
  | TemplateReason
  | ReferenceReason;

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
  STAGE_CLOSES_BEFORE_IT_OPENS: invalid('阶段结束日期早于开始日期。', 'The stage would close before it opens.'),
  STAGE_CLOSES_IN_THE_PAST: invalid('截止日期已过。', 'That day is over.'),
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
} satisfies Partial<Record<MeritProjectsReason, RefusalText>>;

const templates = {
  TEMPLATE_EMPTY: invalid('评选模板为空。', 'The template is empty.'),
  TEMPLATE_TOO_LARGE: invalid('评选模板过大。', 'The template is too large.'),
  TEMPLATE_INVALID: invalid(
    '评选模板有误，见所列行列、路径与原因。',
    'The template is not valid: see the line, path and reason that are named.',
  ),
  PARAMETERS_INVALID: invalid(
    '参数不在模板允许的范围内，见所列路径与原因。',
    'A parameter is not one that the template lets an edition set so: see the path and reason that are named.',
  ),
  TEMPLATE_NOT_PLAYED: invalid(
    '平台目前还不能运行该模板的全部内容，见所列路径与原因。',
    'The platform can not play all of this template yet: see the path and reason that are named.',
  ),
  TEMPLATE_NOT_ADOPTED: notFound(
    '该工委尚未采用该模板，请先采用。',
    'The committee has not adopted this template: adopt it first.',
  ),
  STAGES_INCOMPLETE: invalid(
    '模板中的每个阶段须各安排一次。',
    'Each stage of the template must be scheduled exactly once.',
  ),
  STAGE_UNKNOWN: invalid('模板中没有该阶段。', 'The template has no such stage.'),
  STAGES_OUT_OF_ORDER: invalid('阶段开始时间的先后顺序有误。', 'A stage would open before the one that precedes it.'),
  STAGE_OUTSIDE_YEAR: invalid(
    '阶段日期不在该年度（或模板规定的后续年度）之内。',
    "A day lies outside the edition's year, or the years after it that the template names.",
  ),
  INTAKE_ENDS_AFTER_SCORING_OPENS: invalid(
    '申报、审核和公示须在评分开始前结束。',
    'Declaring, review and notice must end before scoring opens.',
  ),
  DECISION_ENDS_BEFORE_SCORING: invalid(
    '研究确定不能早于评分结束。',
    'The decision can not come before scoring has ended.',
  ),
  NOTICE_CANNOT_END_IN_TIME: invalid(
    '按此日程，公示及异议答复无法按时完成，请提前公示或推迟其后的阶段。',
    'On this calendar no notice could end in time, with objections answered: begin it earlier or what follows later.',
  ),
  SCORING_BEFORE_NOTICES_END: invalid(
    '已有公示可能届时尚未结束，评分不能提前到该日。',
    'Notices that have begun may not be over by then: scoring can not open so early.',
  ),
  STAGES_CHANGED: invalid('修改不能增减阶段。', 'An amendment can not add or remove stages.'),
  HOLIDAYS_SHIPPED: invalid(
    '该年度的节假日安排为内置数据，不能录入。',
    'The holidays of that year are shipped and fixed.',
  ),
  HOLIDAYS_DAY_INVALID: invalid('放假日期有误。', 'A day off is not a day of that year.'),
  HOLIDAYS_SPAN_INVALID: invalid('放假时段颠倒或重叠。', 'Spans of days off are reversed or overlap.'),
  MAKE_UP_DAY_INVALID: invalid(
    '调休上班日须为该年度的周末且不在假期内。',
    'A make-up day must be a weekend day of that year, not off.',
  ),
  TOO_MANY_HOLIDAYS: invalid('放假时段或调休日过多。', 'There are too many days off or make-up days.'),
  HOLIDAYS_ALREADY_ENTERED: already(
    '该年度的节假日安排已经录入，更正须由另一人办理。',
    'The holidays of that year have been entered: a second person corrects them.',
  ),
  HOLIDAYS_NOT_ENTERED: notFound('该年度的节假日安排尚未录入。', 'The holidays of that year have not been entered.'),
} satisfies Partial<Record<MeritProjectsReason, RefusalText>>;

const secondPersons = {
  PROPOSAL_NOT_FOUND: notFound('找不到该提议。', 'There is no such proposal.'),
  PROPOSAL_LAPSED: notNow(
    '提议所涉事项已有变化，提议失效，请重新提出。',
    'What was proposed has moved on: propose it anew.',
  ),
  SECOND_PERSON_NEEDED: notNow('须由另一人办理。', 'Another person must carry this out.'),
  SECOND_ROLE_NEEDED: notNow('须由另一角色的人办理。', 'A person of another role must carry this out.'),
  TOO_MANY_PROPOSALS: tooMany('待办理的提议已达上限。', 'There are too many open proposals.'),
} satisfies Partial<Record<MeritProjectsReason, RefusalText>>;

const references = {
  NOMINATOR_NOT_FOUND: notFound('找不到该推荐单位。', 'There is no such nominator.'),
  SUBJECT_NOT_FOUND: notFound('找不到被推荐的对象。', 'There is no such subject.'),
  SUBJECT_NOMINATED_ALREADY: notNow(
    '该对象已由其他单位推荐。',
    'Another nominator has put this subject forward already.',
  ),
  SUBJECT_OUTSIDE_NOMINATOR: notNow('被推荐的对象不属于推荐单位。', 'The subject does not belong to the nominator.'),
  SUBJECT_KIND_NOT_ALLOWED: notNow(
    '该类组织不能在此类别中推荐。',
    'This kind of organization can not be put forward in this track.',
  ),
  HOME_NOT_FOUND: notFound('找不到接收单位。', 'There is no such organization to hand it over to.'),
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
  EDITION_ALREADY_OPEN: already(
    '该系列本年度的此项活动已经开设。',
    'An edition of this programme is open in that series and year.',
  ),
  ORDINAL_NOT_NEXT: notNow('序号须为该年度的下一个。', 'The ordinal must be the next of its year.'),
  TOO_MANY_EDITIONS: tooMany('该年度开设的活动已达上限。', 'There are too many editions of that year.'),
  EDITION_CLOSED: notNow('该年度活动已经办结。', 'The edition is closed.'),
  EDITION_ABANDONED: notNow('该年度活动已经终止。', 'The edition was abandoned.'),
  EDITION_STAGES_LEFT: notNow('仍有阶段尚未结束。', 'A stage is not over yet.'),
  EDITION_COMMENDED: notNow(
    '本年度已通报表彰；请先撤销决定、收回荣誉，再终止本年度。',
    'A circular has commended in this edition: annul the decision first, which withdraws its honours.',
  ),
  RULES_FROZEN: notNow('评分规则已经锁定，不能再修改。', 'The rules are frozen: nothing can be amended any more.'),
  TOO_MANY_AMENDMENTS: tooMany('修改次数已达上限。', 'The edition has been amended too often.'),
  REOPENED_BY_TWO: notNow(
    '该阶段由两人重新开放至该日，不能由一人延长；到期后可再次提请开放。',
    'Two persons opened this stage again until that day; one alone gives it no longer time. Once it is over it can be proposed to be opened again.',
  ),
  STAGE_NOT_CLOSED: notNow('该阶段尚未结束。', 'The stage is not over.'),
  REOPENED_TOO_LONG: invalid('重新开放的时间过长。', 'The stage would be open again for too long.'),
  REOPENING_TOO_LATE: notNow(
    '参评项目已经确定，评分前的阶段不能再开放。',
    'Entries have entered, or would have: what comes before can not be opened again so late.',
  ),
  TOO_MANY_REOPENINGS: tooMany('重新开放阶段的次数已达上限。', 'Stages have been opened again too often.'),
  SERIES_OF_ANOTHER_COMMITTEE: notNow('该活动系列属于另一工委。', 'The campaign series belongs to another committee.'),
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
  NOT_THIS_PARTY: {
    status: 'PERMISSION_DENIED',
    zh: '按本活动的模板，此事不由您所任角色办理。',
    en: 'By the template of this edition another party does this.',
  },
  INTAKE_CLOSED: notNow('本年度参评项目已经确定。', 'The intake of this edition is closed.'),
  TRACK_UNKNOWN: invalid('模板中没有该类别。', 'The template has no such track.'),
  SUBJECT_INVALID: invalid('对象的种类与类别不符。', 'The subject is not of the kind of its track.'),
  INTAKE_NOT_PLANNED: notNow('本活动不先立项。', 'Nothing is planned first in this edition.'),
  INTAKE_NOT_NOMINATED: notNow('本活动须先立项再申报。', 'In this edition entries are planned first, then declared.'),
  ENTRY_ALREADY_PLANNED: already('该对象已在本年度活动中。', 'This is in the edition already.'),
  TOO_MANY_ANSWERABLE: invalid('负责人过多或重复。', 'Too many people are named as answerable, or one twice.'),
  ANSWERABLE_MISSING: invalid('须指定负责人。', 'Name who answers for it.'),
  ENTRY_NOT_DECLARED: notNow('该项目不在待审核状态。', 'This entry does not wait for the review.'),
  REVIEW_NOT_IN_TEMPLATE: notNow('本活动没有审核环节。', 'This edition has no review.'),
  REVIEW_FAILURES_MISSING: invalid('审核不通过须逐条列明问题。', 'A failed review must list what failed.'),
  REVIEW_FAILURES_UNEXPECTED: invalid('审核通过时不应列出问题。', 'A passed review lists no failures.'),
  REVIEW_EXPLANATIONS_INCOMPLETE: invalid(
    '每一条问题须有一条说明。',
    'Each failure has one explanation, and nothing else has.',
  ),
  TOO_MANY_REVIEW_ANSWERS: invalid('审核条目过多。', 'There are too many answers.'),
  CLEARANCE_NOT_IN_TEMPLATE: notNow('本活动没有纪检审核环节。', 'This edition has no clearance.'),
  ENTRY_NOT_REVIEWED: notNow('该项目未通过审核。', 'This entry has not passed the review.'),
  ENTRY_NOT_BLOCKED: notNow('该项目没有被纪检否决。', 'This entry is not blocked.'),
  NOTICE_NOT_IN_TEMPLATE: notNow('本活动没有公示环节。', 'This edition has no notice.'),
  TOO_MANY_OBJECTIONS_OF_SOURCE: {
    status: 'RESOURCE_EXHAUSTED',
    zh: '来自同一处的异议已达上限，请等待答复。',
    en: 'Too many objections from one source are waiting for an answer.',
  },
  OUTCOME_NOT_POSSIBLE: notNow('此时不能作出该处理结果。', 'This outcome is not possible as the entry stands.'),
  HOME_UNCHANGED: invalid('接收单位与现单位相同。', 'The entry belongs there already.'),
  TOO_MANY_HANDOVERS: tooMany('移交次数已达上限。', 'The entry has been handed over too often.'),
  NOTHING_TO_UNDO: notNow('没有可以撤销的办理事项。', 'There is no act that can be undone.'),
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
  MILESTONE_NOT_COMPLETED: notNow('该里程碑尚未完成。', 'This milestone has not been completed.'),
  NOT_FEATURED: notNow('该项目未在宣传推介。', 'This entry is not featured.'),
  ALREADY_FEATURED: already('该项目已经宣传推介。', 'This entry has been featured already.'),
  ENTRY_ALREADY_CONFIRMED: notNow('该项目已经确认。', 'This entry has been confirmed already.'),
  ENTRY_NOT_CONFIRMED: notNow('该项目尚未经机关党委确认。', "The unit's committee has not confirmed this entry."),
  ENTRY_NOT_UNDERWAY: notNow('该项目不在实施中。', 'This entry is not being delivered.'),
  ALREADY_DECLARED: already('该项目已经申报。', 'This entry has been declared already.'),
  QUOTA_EXCEEDED: notNow('本单位申报名额已用完。', "The unit's quota is used up."),
  RETURN_DEADLINE_PASSED: notNow('重新申报的期限已过。', 'The deadline to declare it again has passed.'),
  ENTRY_NOT_IN_REVIEW: notNow('该项目不在审核中。', 'This entry is not under review.'),
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
  ...templates,
  ...secondPersons,
  ...references,
  ...editions,
  ...entries,
};
