import type { RefusalText } from '@jiangong/service-host';
import type { PendingReason } from '../domain/appeal/refusals.ts';
import type { DecisionRefusal, TakenRefusal } from '../domain/decision/refusals.ts';
import type { DocumentRefusal } from '../domain/document/refusals.ts';
import type { HonourRefusal } from '../domain/honour/refusals.ts';
import type { NamingRefusal } from '../domain/naming/refusals.ts';
import type { ApplicationRefusal } from './reasons.ts';

const invalid = (zh: string, en: string): RefusalText => ({ status: 'INVALID_ARGUMENT', zh, en });
const notNow = (zh: string, en: string): RefusalText => ({ status: 'FAILED_PRECONDITION', zh, en });
const denied = (zh: string, en: string): RefusalText => ({ status: 'PERMISSION_DENIED', zh, en });
const unknown = (zh: string, en: string): RefusalText => ({ status: 'NOT_FOUND', zh, en });
const already = (zh: string, en: string): RefusalText => ({ status: 'ALREADY_EXISTS', zh, en });
const tooMany = (zh: string, en: string): RefusalText => ({ status: 'FAILED_PRECONDITION', zh, en });

type Shared = PendingReason | 'TEXT_EMPTY' | 'TEXT_TOO_LONG' | 'TEXT_MALFORMED';
type Found =
  | 'DECISION_NOT_FOUND'
  | 'HONOUR_NOT_FOUND'
  | 'SERIES_NOT_FOUND'
  | 'TEMPLATE_NOT_ADOPTED'
  | 'TEMPLATE_OF_NO_NAMING'
  | 'PARAMETERS_INVALID'
  | 'CIRCULAR_NOT_ISSUED'
  | 'PART_AS_IT_IS'
  | 'DOCUMENT_KIND_UNKNOWN'
  | 'DOCUMENT_FORMAT_UNKNOWN'
  | 'DOCUMENTS_BUSY'
  | 'NOTHING_TO_PRINT'
  | 'CERTIFICATE_UNKNOWN'
  | 'NO_SUPERIOR_COMMITTEE'
  | 'ACT_UNKNOWN';
type Decided = Exclude<
  (DecisionRefusal | TakenRefusal | HonourRefusal | NamingRefusal | DocumentRefusal)['reason'],
  Shared
>;
export type DecidedReason = Decided | Extract<ApplicationRefusal['reason'], Found>;
type Reason = Decided | Extract<ApplicationRefusal['reason'], Found>;

/** What is told when minutes, decisions, circulars, honours and namings are refused. */
export const decisionTexts: Readonly<Record<Reason, RefusalText>> = {
  MINUTES_RECORDED_ALREADY: already('该会议纪要已经登记。', 'These minutes have been recorded already.'),
  FACT_NOT_ANSWERED: notNow(
    '奖项规则要求查实的情况尚未填报齐全：请先逐项填报，再登记会议纪要。',
    'Something that the rules of awards ask has not been looked up yet: answer it for each entry named, then record the minutes.',
  ),
  MINUTES_NOT_RECORDED: unknown('找不到该会议纪要。', 'There are no such minutes.'),
  MINUTES_ATTESTED: notNow(
    '纪要已经签认生效，不能收回；如有错误，应由一人提出、另一人执行撤销。',
    'The minutes are attested and in force: a wrong decision is annulled, proposed by one person and carried out by another.',
  ),
  MINUTES_WITHDRAWN: notNow('该会议纪要已经收回。', 'These minutes have been taken back.'),
  MINUTES_OF_ANOTHER_ROUND: notNow('该会议纪要不属于此次评定。', 'These minutes are about another round.'),
  MINUTES_CHANGED: notNow(
    '纪要所载奖项与现在的结果不一致，请收回后重新登记。',
    'The awards in the minutes no longer follow from the result: take them back and record them anew.',
  ),
  FILE_INVALID: invalid('会议纪要文件的校验值无效。', 'This is no SHA-256 of a file.'),
  MEETING_DAY_INVALID: invalid('会议日期无效。', 'This is no valid day for the meeting.'),
  MEETING_IN_FUTURE: invalid('会议日期尚未到来。', 'The meeting is still to come.'),
  MEETING_BEFORE_RESULT: invalid('会议早于结果产生之日。', 'The meeting was before the result was there.'),
  MEETING_TOO_LONG_AGO: invalid('会议日期过早。', 'The meeting was too long ago.'),
  BODY_TOO_LARGE: tooMany('领导班子人数超过上限。', 'The body has too many members.'),
  PRESENT_TOO_MANY: invalid('到会人员过多。', 'Too many people are named as present.'),
  PRESENT_TWICE: invalid('同一到会人员出现两次。', 'The same person is named as present twice.'),
  NOT_IN_BODY: invalid('该人员当日不是领导班子成员。', 'This person did not belong to the body on that day.'),
  QUORUM_NOT_REACHED: notNow(
    '应回避者除外，到会人数不足，不能由个人决定。',
    'The quorum of those who are not recused is not reached: nobody decides alone.',
  ),
  QUORUM_IMPOSSIBLE: notNow(
    '因回避，本级领导班子无法达到法定人数，应由上级工委研究确定。',
    'With those recused this body can not reach a quorum: the body of the committee above decides.',
  ),
  SUPERIOR_NOT_NEEDED: notNow(
    '本级可以研究确定，无须上级；单位逾期未定的，期满后由上级说明理由代为研究。',
    'The own body can decide: the one above is not needed, unless a unit has not decided by the end of the stage.',
  ),
  UNIT_MAKES_KNOWN: notNow(
    '该部分由单位自行公示、通报；期满仍未办理的，由上级说明理由代为办理。',
    'The unit makes known what it decided; once the stage for it is over, the office above may do so in its place, with a reason.',
  ),
  OFFICE_MAKES_KNOWN: denied(
    '按方案规定，此项由上级办公室办理。',
    'By the template the office above makes this known.',
  ),
  ANOTHER_OFFICE_MAKES_KNOWN: denied(
    '按方案规定，公示由方案指定的机关办理。',
    'By the template another office makes this known.',
  ),
  SUPERIOR_REASON_NOT_NEEDED: invalid(
    '并非代单位办理，无须说明代办理由。',
    'Nobody acts in place of a unit here: no reason for it is needed.',
  ),
  NOT_PRESENT: denied('只有到会成员本人可以签认。', 'Only members who were present attest, each for himself.'),

  TOO_MANY_DEPARTURES: invalid('与排序不一致之处过多。', 'There are too many departures from the ranking.'),
  ENTRY_NOT_RANKED: invalid('该项目没有名次，或不在名单之内。', 'This entry has no rank, or is not on the list.'),
  DEPARTURE_TWICE: invalid('同一项目出现两次。', 'The same entry is named twice.'),
  NO_DEPARTURE: invalid('该项目按名次本应获得此等次。', 'The rank earns this anyway: this is no departure.'),
  DEPARTURES_NOT_OPEN: notNow(
    '办法规定此项只能确认，不能变更。',
    'The template lets the body confirm this or not, and change nothing.',
  ),
  RULE_UNKNOWN: invalid('办法中没有该奖项。', 'The template has no such award.'),
  CHOICE_NEEDED: notNow(
    '名次并列或须由集体研究确定的奖项尚未确定。',
    'Equal ranks at the edge, or a choice that the template leaves to the body, are not settled.',
  ),
  CHOICE_NOT_OPEN: invalid('该项目不在可选范围之内。', 'This entry is none of those that may be chosen.'),
  CHOICE_TWICE: invalid('同一奖项出现两次。', 'The same award is named twice.'),
  CHOICE_ABOVE_MOST: invalid(
    '选定的数量超过办法规定的名额，不能突破。',
    'More are chosen than the template allows: this number is never exceeded.',
  ),
  CHOICE_TOO_MANY: invalid('选定的项目过多。', 'Too many entries are chosen.'),
  ENTRY_OF_ANOTHER_UNIT: denied(
    '该项目不属于本机关党委，由其所在单位的机关党委研究确定。',
    'This entry is another unit’s: the committee of its own unit decides over it.',
  ),
  QUOTA_OF_ALL_UNITS: notNow(
    '名额由各单位合计，单位不得突破，也不得另行选定。',
    'The number counts for all units together: one unit’s committee neither goes beyond it nor chooses at its edge.',
  ),
  AWARDS_EXCEED_PLAN: notNow(
    '超出计划名额，须列明超出的奖项及理由。',
    'More is given than planned: name the award that is exceeded, with the reason.',
  ),
  NOTHING_EXCEEDS: invalid('该奖项并未超出计划名额。', 'This award does not exceed the plan.'),
  REASONS_MISSING: invalid('缺少理由。', 'A reason is missing.'),
  OUTCOME_IMPOSSIBLE: notNow(
    '按办法和现有材料无法确定奖项。',
    'The rules of the template can not be applied to what is known here.',
  ),
  NOTHING_TO_COMMEND: notNow(
    '会议只作了推荐，由上级决定，本级不印发表彰通报。',
    'The decision only recommends: whoever decides above honours, and no circular of ours is issued.',
  ),
  TOO_MANY_AWARDS: tooMany('奖项过多。', 'There are too many awards.'),

  RESULT_NOT_COMPUTED: notNow('尚未汇总。', 'The result has not been computed.'),
  RESULT_OUTDATED: notNow(
    '所依据的不是最新结果，或结果产生后又有变动。',
    'This is not about the latest result, or something has moved since.',
  ),
  PROPOSAL_OUTSTANDING: notNow('尚有提议未处理。', 'Somebody’s proposal has not been answered yet.'),
  DECISION_ANNULLED: notNow(
    '该决定已被撤销，须另行开会研究。',
    'This decision was annulled: only a new meeting decides again.',
  ),
  DECISION_TAKEN_ALREADY: notNow('已经研究确定。', 'The decision has been taken already.'),
  LIST_EMPTY: notNow('没有符合条件的对象。', 'Nobody qualifies.'),
  DECIDED_BY_UNITS: notNow(
    '本结果由各单位机关党委分别研究确定，请在各单位部分办理。',
    'Committees of units decide over this result, each over its part: act on a part.',
  ),
  UNIT_DECIDES_NOTHING: unknown(
    '该单位在现行结果中没有须研究确定的项目。',
    'By the result in force this unit has nothing to decide over.',
  ),
  PART_AS_IT_IS: notNow(
    '单位部分只能按现行结果查看，不能假设。',
    'Of a unit’s part nothing is assumed: it is shown by the result as it is.',
  ),
  RESULT_UNDIVIDED: notNow('本结果不由各单位分别研究确定。', 'This result is not divided among units.'),
  DECISION_NOT_TAKEN: notNow('尚未研究确定。', 'The decision has not been taken.'),
  DECISION_UNKNOWN: notNow('该决定现已不再有效。', 'This is not the decision in force.'),
  ANNULMENT_REASON_UNKNOWN: invalid('未知的撤销事由。', 'This reason for undoing a decision is not in the list.'),
  PROPOSAL_NOT_FOUND: unknown('找不到该提议。', 'There is no such proposal.'),
  SECOND_PERSON_NEEDED: denied(
    '须由提议人以外的人执行。',
    'Another person than the one who proposed has to carry this out.',
  ),
  SECOND_ROLE_NEEDED: denied('须由另一职责的人员执行。', 'Somebody of another role has to carry this out.'),
  PROPOSED_ALREADY: already(
    '此事已有提议待办，请先办理。',
    'A proposal about this waits already: it is answered first.',
  ),
  PROPOSAL_LAPSED: notNow('情况已经变化，该提议失效。', 'Things have moved on: this proposal has lapsed.'),
  NO_SECOND_NOTICE: notNow('办法未规定拟表彰对象公示。', 'The template asks for no second notice.'),
  NOTICE_PUBLISHED_ALREADY: already('拟表彰对象已经公示。', 'The second notice has begun already.'),
  NOTICE_NOT_PUBLISHED: notNow('拟表彰对象尚未公示。', 'The second notice has not begun.'),
  NOTICE_RUNNING: notNow('公示尚未期满。', 'The notice is still running.'),
  YEAR_NOT_KNOWN: notNow('该年度的工作日安排尚未录入。', 'The working days of that year are not known yet.'),
  OBJECTION_OPEN: notNow('对拟表彰对象的异议尚未处理。', 'An objection to what is to be awarded is still open.'),
  OBJECTION_UPHELD: notNow(
    '对结果的异议成立，须撤销决定后重新研究。',
    'An objection against the result was upheld: annul the decision and decide again.',
  ),
  OBJECTION_UNKNOWN: unknown('找不到该异议。', 'There is no such objection.'),
  CIRCULAR_ISSUED_ALREADY: already('通报已经印发。', 'The circular has been issued already.'),
  CERTIFICATES_MISSING: notNow('奖项已经变化，请重试。', 'The awards have changed meanwhile: try again.'),

  HONOUR_NOT_GRANTED: unknown('找不到该荣誉。', 'There is no such honour.'),
  HONOUR_WITHDRAWN: notNow('该荣誉已经撤销。', 'This honour has been withdrawn.'),
  HONOUR_STANDS: notNow('该荣誉仍然有效。', 'This honour stands.'),
  HONOUR_OF_ANOTHER_DECISION: notNow('该荣誉由另一决定授予。', 'Another decision has granted this honour.'),
  RESTORED_BY_DECISION_ONLY: notNow(
    '授予该荣誉的决定已经撤销，只能由新的决定重新授予。',
    'The decision that had granted it was annulled: only a new decision grants it again.',
  ),
  HONOUR_REASON_UNKNOWN: invalid('未知的事由。', 'This reason is not in the list.'),
  RECHECK_OUTCOME_UNKNOWN: invalid('未知的复核结论。', 'This outcome of a recheck is not in the list.'),
  RECTIFY_DAY_NEEDED: invalid(
    '须整改的应写明期限，其余不写。',
    'A day is needed where something has to be put right, and nowhere else.',
  ),
  DAY_INVALID: invalid('日期无效。', 'This is no valid day.'),
  DAY_IN_FUTURE: invalid('日期尚未到来。', 'This day is still to come.'),
  DAY_BEFORE_GRANT: invalid('日期早于授予之日。', 'This day is before the honour was granted.'),
  DAY_PAST: invalid('日期已过。', 'This day is past.'),
  DAY_TOO_FAR: invalid('日期过远。', 'This day is too far ahead.'),
  PLAQUE_NOT_RECALLED: notNow('尚未要求收回奖牌。', 'The plaque has not been asked back.'),

  NAMING_NOT_COMPUTED: notNow('尚未测算。', 'The list has not been computed.'),
  TEMPLATE_NOT_ADOPTED: unknown(
    '该工委尚未采用该模板，请先采用。',
    'The committee has not adopted this template: adopt it first.',
  ),
  TEMPLATE_OF_NO_NAMING: invalid(
    '该模板不是按届次测算命名的模板：应为测算名单，并只要求各届均申报、一届或各届获同一奖项。',
    'By this template no naming is computed: it must be a computed list that asks for a declaration in every edition, and a prize of one code in one of them or in each, and nothing else.',
  ),
  PARAMETERS_INVALID: invalid(
    '参数不在模板允许的范围内。',
    'A parameter is not one that the template lets a naming set so.',
  ),
  SERIES_OF_ANOTHER_PROGRAMME: invalid(
    '该模板所测算的不是这一系列的活动。',
    'The template is about another series than these editions are of.',
  ),
  YEARS_INVALID: invalid(
    '年度区间无效，或与模板所定届数不符。',
    'These years are not valid, or not as many as the template asks for.',
  ),
  YEAR_WITHOUT_EDITION: notNow('其中有年度没有开展活动。', 'There was no edition in one of the years.'),
  YEAR_WITH_TWO_EDITIONS: notNow('其中有年度开展了两次活动。', 'There were two editions in one of the years.'),
  NAMING_BEFORE_ITS_DAY: notNow(
    '名单截止日尚未到来，到截止日方可测算。',
    'The list is computed as of a day that is still to come.',
  ),
  YEAR_DECIDED_AFTER_DAY: notNow(
    '其中有年度在名单截止日之后才研究确定。',
    'One of the years was decided after the day that the list is computed as of.',
  ),
  YEAR_NOT_COMMENDED: notNow('其中有年度尚未表彰。', 'One of the years has not been commended yet.'),
  YEAR_ABANDONED: notNow('其中有年度的活动已经中止。', 'The edition of one of the years was abandoned.'),
  NO_YEARS_LEFT: notNow('没有可供测算的年度。', 'No year is left to look at.'),
  SUBJECT_NOT_LOOKED_AT: unknown('最近一次测算未涉及该单位。', 'The latest list has not looked at this unit.'),
  SUBJECT_MERGED: notNow('该单位已并入其他单位。', 'This unit has gone into another one.'),
  LISTED_ALREADY: already('该单位已在名单上。', 'This unit stands on the list already.'),
  NOT_LISTED: notNow('该单位不在名单上。', 'This unit does not stand on the list.'),
  CHANGE_UNKNOWN: invalid('更正只能是列入或移出。', 'A list is put right by putting a unit on it or taking one off.'),
  CORRECTION_PROPOSED_ALREADY: already(
    '已有对该单位的更正建议，尚未办理。',
    'Putting the list right in this unit is proposed already, and not answered yet.',
  ),
  CORRECTIONS_TOO_MANY: tooMany(
    '更正过多，请核对数据后重新测算。',
    'Too much is put right: look into the data and compute the list anew.',
  ),
  SUBJECTS_TOO_MANY: tooMany('测算对象过多。', 'There are too many subjects.'),
  TOO_MANY_NAMINGS: tooMany('测算次数过多。', 'The list has been computed too often.'),

  DECISION_NOT_FOUND: unknown('找不到该会议纪要。', 'There are no such minutes over this round.'),
  HONOUR_NOT_FOUND: unknown('找不到该荣誉。', 'There is no such honour.'),
  SERIES_NOT_FOUND: unknown('找不到该系列活动。', 'There is no such series.'),
  CIRCULAR_NOT_ISSUED: notNow('通报尚未印发。', 'The circular has not been issued yet.'),
  CERTIFICATE_UNKNOWN: unknown('没有此编号的证书。', 'There is no certificate of this number.'),
  NO_SUPERIOR_COMMITTEE: notNow('该工委之上没有上级工委。', 'There is no committee above this one.'),
  ACT_UNKNOWN: invalid('未知的事项。', 'This act is not in the list.'),

  DOCUMENT_NOT_FOUND: unknown('找不到该文书。', 'There is no such document.'),
  DOCUMENT_WITHDRAWN: notNow('该文书已经作废。', 'This document has been withdrawn already.'),
  DOCUMENT_REASON_UNKNOWN: invalid('作废原因不在可选范围内。', 'This is no reason to withdraw a document.'),
  DOCUMENT_KIND_UNKNOWN: invalid('没有这种文书。', 'There is no such kind of document.'),
  DOCUMENT_FORMAT_UNKNOWN: invalid('该文书不能生成这种格式。', 'This document is not made in that format.'),
  TOO_MANY_DOCUMENTS: tooMany('该文书生成次数已达上限。', 'This document has been made too often.'),
  DOCUMENTS_BUSY: {
    status: 'RESOURCE_EXHAUSTED',
    zh: '正在生成的文书较多，请稍后再试。',
    en: 'Too many documents are being made: try again in a moment.',
  },
  NOTHING_TO_PRINT: notNow('没有需要制作证书或奖牌的荣誉。', 'There is no honour that gets a certificate or a plaque.'),
};
