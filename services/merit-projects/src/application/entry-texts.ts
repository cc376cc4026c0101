import type { RefusalText } from '@jiangong/service-host';
import type { DossierReason } from '../domain/dossier/dossier.ts';
import type { EntriesReason } from '../domain/entries/refusals.ts';
import type { InspectionFilesReason } from '../domain/files/inspection-files.ts';
import type { ReviewClaimReason } from '../domain/review-claims/orders.ts';
import { already, invalid, notFound, notNow, tooMany } from './refusal-status.ts';

/** What is told when an order about an entry or its dossier is refused as the entry stands. */
export const entryTexts = {
  NOT_THIS_PARTY: {
    status: 'PERMISSION_DENIED',
    zh: '按本活动的模板，此事不由您所任角色办理。',
    en: 'By the template of this edition another party does this.',
  },
  INTAKE_CLOSED: notNow('本年度参评项目已经确定。', 'The intake of this edition is closed.'),
  TRACK_UNKNOWN: invalid('模板中没有该类别。', 'The template has no such track.'),
  SUBJECT_INVALID: invalid('对象的种类与类别不符。', 'The subject is not of the kind of its track.'),
  INTAKE_NOT_PLANNED: notNow('本活动不先立项。', 'Nothing is planned first in this edition.'),
  INTAKE_NOT_NOMINATED: notNow(
    '本活动须先立项再申报，或在册的全部参评，不接受推荐。',
    'In this edition entries are planned first, or everybody on the roll enters: nobody is put forward.',
  ),
  ENTRY_ALREADY_PLANNED: already('该对象已在本年度活动中。', 'This is in the edition already.'),
  TOO_MANY_ANSWERABLE: invalid('负责人过多或重复。', 'Too many people are named as answerable, or one twice.'),
  DOCUMENT_MISSING: invalid(
    '缺少申报须附的材料，请上传并注明。',
    'A document that has to be attached is missing: attach it, and say which file it is.',
  ),
  DOCUMENT_NOT_ASKED: invalid('本类别不要求该材料。', 'The category does not ask for this document.'),
  DOCUMENT_NOT_ATTACHED: invalid(
    '注明的文件不在所附材料中，或重复注明。',
    'The file named for a document is not among those attached, or is named twice.',
  ),
  ANSWERABLE_MISSING: invalid('须指定负责人。', 'Name who answers for it.'),
  ENTRY_NOT_DECLARED: notNow('该项目不在待审核状态。', 'This entry does not wait for the review.'),
  REVIEW_NOT_IN_TEMPLATE: notNow('本活动没有审核环节。', 'This edition has no review.'),
  REVIEW_FAILURES_MISSING: invalid('审核不通过须逐条列明问题。', 'A failed review must list what failed.'),
  REVIEW_FAILURES_UNEXPECTED: invalid('审核通过时不应列出问题。', 'A passed review lists no failures.'),
  REVIEW_EXPLANATIONS_INCOMPLETE: invalid(
    '每一条问题须有一条说明。',
    'Each failure has one explanation, and nothing else has.',
  ),
  REVIEW_CLAIMED: notNow(
    '同事正在审核该项目；可以接手，也可以直接审核。',
    'A colleague is reviewing this entry: take it over, or review it all the same.',
  ),
  REVIEW_NOT_CLAIMED: notNow('该项目目前无人认领审核。', 'Nobody is reviewing this entry: claim it.'),
  REVIEW_CLAIM_NOT_YOURS: notNow(
    '该项目由同事认领，只有其本人可以放弃认领；可以接手。',
    'A colleague is reviewing this entry: only he lets it go, and you may take it over.',
  ),
  REVIEW_CLAIMED_TOO_OFTEN: tooMany(
    '该项目被认领的次数已达上限，请直接审核。',
    'This entry has been claimed as often as it may be: review it without.',
  ),
  REVIEW_LIST_NOT_ANSWERED: invalid(
    '须逐条回答本年度的审核清单，不多不少。',
    'The review answers each item of the check-list, once, and nothing else.',
  ),
  TOO_MANY_REVIEW_ANSWERS: invalid('审核条目过多。', 'There are too many answers.'),
  CLEARANCE_NOT_IN_TEMPLATE: notNow('本活动没有纪检审核环节。', 'This edition has no clearance.'),
  INSPECTION_FILE_NOT_FOUND: notFound('找不到该纪检材料。', 'There is no such file of discipline inspection.'),
  TOO_MANY_INSPECTION_FILES: tooMany(
    '纪检材料数量已达上限。',
    'There are as many files of this opinion as there may be.',
  ),
  ENTRY_NOT_REVIEWED: notNow('该项目未通过审核。', 'This entry has not passed the review.'),
  ENTRY_NOT_BLOCKED: notNow('该项目没有被纪检否决。', 'This entry is not blocked.'),
  NOTICE_NOT_IN_TEMPLATE: notNow('本活动没有公示环节。', 'This edition has no notice.'),
  TOO_MANY_OBJECTIONS_OF_SOURCE: {
    status: 'RESOURCE_EXHAUSTED',
    zh: '来自同一处的异议已达上限，请等待答复。',
    en: 'Too many objections from one source are waiting for an answer.',
  },
  OUTCOME_NOT_POSSIBLE: notNow('此时不能作出该处理结果。', 'This outcome is not possible as the entry stands.'),
  EFFECTIVE_TOO_EARLY: notNow('生效日期过早。', 'It can not have taken effect so early.'),
  EFFECTIVE_TOO_LATE: notNow('生效日期过晚。', 'It can not take effect so late.'),
  HOME_UNCHANGED: invalid('接收单位与现单位相同。', 'The entry belongs there already.'),
  TOO_MANY_HANDOVERS: tooMany('移交次数已达上限。', 'The entry has been handed over too often.'),
  NOTHING_TO_UNDO: notNow(
    '没有可以撤销的办理事项：该事项之后已有新的办理，或项目已进入评选。进入评选的项目可由两个部门暂停或取消资格，错误的异议答复可以收回重办。',
    'There is no act that can be undone: something has followed, or the entry has entered. What has entered is blocked or removed by two offices; a wrong answer to an objection is taken back.',
  ),
  TOO_MANY_ENTRIES: tooMany('本单位本年度立项数已达上限。', 'The unit can plan no more entries in this edition.'),
  TOO_MANY_REVISIONS: tooMany('修改次数已达上限。', 'The plan has been revised too often.'),
  TOO_MANY_REPORTS: tooMany('进展报告数已达上限。', 'There are too many reports.'),
  TOO_MANY_DECLARATIONS: tooMany(
    '申报次数已达上限。',
    'The entry has been declared as often as it may be while declaring is open.',
  ),
  TOO_MANY_RETURNS: tooMany('退回次数已达上限。', 'The entry has been returned too often.'),
  TOO_MANY_OBJECTIONS: {
    status: 'RESOURCE_EXHAUSTED',
    zh: '对该项目待答复的异议已达上限，请待其答复后再提出。',
    en: 'Too many objections to this entry wait for an answer: object again when they are answered.',
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
  NEED_UNMET: notNow(
    '不符合参评条件：截至核定之日的情况与模板要求不一致，详见所列条件、查得情况和要求。',
    'It is not what the template needs: see which need, what was found, and what is wanted, as of the day.',
  ),
  NEEDS_NOT_ANSWERED: invalid(
    '平台无法核实的参评条件，审核人须逐条回答是否符合，并写明依据；没有审核环节的，由纪检在出具意见时逐条确认。',
    'The review answers each need that the platform could not tell, with what it goes by; where there is none, the opinion that clears confirms each.',
  ),
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
  OBJECTION_NOT_SETTLED: notNow(
    '该异议尚未答复，没有可以收回的答复。',
    'The objection is still open: there is no answer to take back.',
  ),
  OBJECTION_REOPENED_TOO_OFTEN: tooMany(
    '该异议的答复收回次数已达上限。',
    'The answer to this objection was taken back too often.',
  ),
  OBJECTION_ALREADY_SETTLED: already('该异议已经处理。', 'This objection has been settled already.'),
  ENTRY_IN_EVALUATION: notNow('该项目已进入评分。', 'This entry is being scored.'),
  ENTRY_NOT_IN_EVALUATION: notNow('该项目未进入评分。', 'This entry is not being scored.'),
  ENTRY_CLOSED: notNow('该项目已经终结。', 'This entry has ended.'),
} satisfies Partial<Record<DossierReason | InspectionFilesReason | EntriesReason | ReviewClaimReason, RefusalText>>;
