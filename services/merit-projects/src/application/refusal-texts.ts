import type { RefusalText } from '@jiangong/service-host';
import type { CodesReason } from '../domain/codes/codes.ts';
import type { DossierReason } from '../domain/dossier/dossier.ts';
import type { EditionReason } from '../domain/edition/refusals.ts';
import type { EntriesReason } from '../domain/entries/refusals.ts';
import type { EvidenceReason } from '../domain/evidence/evidence-file.ts';
import type { EntryFilesReason } from '../domain/files/entry-files.ts';
import type { InspectionFilesReason } from '../domain/files/inspection-files.ts';
import type { HolidaysReason } from '../domain/holidays/holidays.ts';
import type { NoticePaperReason } from '../domain/papers/notice-papers.ts';
import type { OwnNoticeReason } from '../domain/own-notice/orders.ts';
import type { CommendingReason } from '../domain/policy/counting.ts';
import type { PolicyReason } from '../domain/policy/facts.ts';
import type { ProblemReason } from '../domain/problem/orders.ts';
import type { RemindersReason } from '../domain/reminders/reminders.ts';
import type { ReviewClaimReason } from '../domain/review-claims/orders.ts';
import type { RollReason } from '../domain/roll/decider.ts';
import type { SeriesReason } from '../domain/series/series.ts';
import type { TemplateReason } from '../domain/template/template.ts';
import { candidateTexts } from './candidate-texts.ts';
import { entryTexts } from './entry-texts.ts';
import type { ReferenceReason } from './reference-refusals.ts';
import { ownNoticeTexts } from './own-notice-texts.ts';
import { paperTexts } from './paper-texts.ts';
import { policyTexts } from './policy-texts.ts';
import { registrationTexts } from './registration-texts.ts';
import { lateEntryTexts } from './late-entry-texts.ts';
import type { ProblemReferenceReason } from './problem-calls.ts';
import { problemTexts } from './problem-texts.ts';
import { rollTexts } from './roll-texts.ts';
import { already, invalid, notFound, notNow, tooMany } from './refusal-status.ts';

export type MeritProjectsReason =
  | CodesReason
  | DossierReason
  | EditionReason
  | EntriesReason
  | EvidenceReason
  | EntryFilesReason
  | HolidaysReason
  | InspectionFilesReason
  | NoticePaperReason
  | CommendingReason
  | OwnNoticeReason
  | PolicyReason
  | ProblemReason
  | ProblemReferenceReason
  | RemindersReason
  | ReviewClaimReason
  | RollReason
  | SeriesReason
  | TemplateReason
  | ReferenceReason;

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
  EVIDENCE_KIND_UNKNOWN: invalid('没有这种材料类别。', 'There is no such kind of evidence.'),
  TOO_MANY_DESCRIPTIONS: tooMany(
    '该项目的材料说明次数已达上限。',
    'The files of this entry have been described as often as they may be.',
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
  MILESTONE_AFTER_DELIVERING: invalid('完成时限晚于报告阶段。', 'It is due after it could be reported last.'),
  MILESTONES_NONE: invalid('请至少写一项。', 'At least one thing has to be planned.'),
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
  BATCH_ENTRIES_INVALID: invalid(
    '批量办理须为1至100个互不重复的项目。',
    'A batch holds 1 to 100 entries, each of them once.',
  ),
  CLAIM_COUNT_INVALID: invalid(
    '一次认领 1 至 100 项；认领下一批时不要指定项目。',
    'Claim 1 to 100; name no entries when you ask for the next ones.',
  ),
  NOBODY_TO_REMIND: invalid(
    '该届评选没有由单位办理的这一环节，无人可提醒。',
    'In this edition no unit has anything to do in this act: there is nobody to remind.',
  ),
  NOMINATOR_TWICE: invalid('同一单位列了两次。', 'This nominator is named twice.'),
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
  NOTICE_NOT_FOUND: notFound('该项目没有公示。', 'There is no public notice of this entry.'),
  OBJECTION_NOT_FOUND: notFound('找不到该异议。', 'There is no such objection.'),
  CLEARANCE_NOT_FOUND: notFound('找不到该纪检审核。', 'Discipline inspection was not asked so about this entry.'),
  EVIDENCE_DESTROYED: notNow(
    '该材料已按两人办理的决定销毁，不能再上传或引用；请用处理过的版本（内容有改动即为新文件）。',
    'This file was destroyed by a decision of two persons: it can not be added or named again. A version that was put right is another file.',
  ),
  DESTRUCTION_PROPOSED_ALREADY: notNow(
    '该材料的销毁提议正待另一人办理。',
    'The destruction of this file has been proposed and waits for a second person.',
  ),
  DESTRUCTION_PROPOSED_TOO_OFTEN: tooMany(
    '该材料的销毁提议已多次被否决，过一段时间后方可再次提议。',
    'The destruction of this file has been turned down often: it can be proposed again after a time.',
  ),
  EVIDENCE_NOT_FOUND: notFound('找不到该佐证材料，请先上传。', 'There is no such evidence file: upload it first.'),
} satisfies Partial<Record<MeritProjectsReason, RefusalText>>;

const editions = {
  REVIEW_LIST_FROZEN: notNow(
    '审核已经开始，审核清单不能再更改。',
    'The review has opened: its check-list can not change any more.',
  ),
  REVIEW_ITEM_REPEATED: invalid('审核清单中有重复的条目。', 'An item of the check-list is named twice.'),
  TOO_MANY_REVIEW_ITEMS: invalid('审核清单条目过多。', 'The check-list has too many items.'),
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
  TOO_MANY_LATE_ENTRIES: tooMany('补报许可已达上限。', 'There are too many late entries.'),
} satisfies Partial<Record<MeritProjectsReason, RefusalText>>;

export const refusalTexts: Readonly<Record<MeritProjectsReason, RefusalText>> = {
  ...input,
  ...templates,
  ...secondPersons,
  ...references,
  ...editions,
  ...paperTexts,
  ...entryTexts,
  ...rollTexts,
  ...problemTexts,
  ...lateEntryTexts,
  ...registrationTexts,
  ...ownNoticeTexts,
  ...candidateTexts,
  ...policyTexts,
};
