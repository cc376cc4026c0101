import type { RefusalText } from '@jiangong/service-host';
import type { RoundRefusal } from '../domain/round/refusals.ts';
import type { SchemeRefusal } from '../domain/scheme/refusals.ts';
import type { SeriesRefusal } from '../domain/series/refusals.ts';
import type { SheetRefusal } from '../domain/sheet/refusals.ts';
import type { ApplicationRefusal } from './reasons.ts';

type Reason = (RoundRefusal | SchemeRefusal | SeriesRefusal | SheetRefusal | ApplicationRefusal)['reason'];

const invalid = (zh: string, en: string): RefusalText => ({ status: 'INVALID_ARGUMENT', zh, en });
const notNow = (zh: string, en: string): RefusalText => ({ status: 'FAILED_PRECONDITION', zh, en });
const denied = (zh: string, en: string): RefusalText => ({ status: 'PERMISSION_DENIED', zh, en });
const unknown = (zh: string, en: string): RefusalText => ({ status: 'NOT_FOUND', zh, en });
const already = (zh: string, en: string): RefusalText => ({ status: 'ALREADY_EXISTS', zh, en });
const tooMany = (zh: string, en: string): RefusalText => ({ status: 'RESOURCE_EXHAUSTED', zh, en });

export const refusalTexts: Readonly<Record<Reason, RefusalText>> = {
  TEXT_EMPTY: invalid('此项不能为空。', 'This must not be empty.'),
  TEXT_TOO_LONG: invalid('文字过长。', 'This text is too long.'),
  TEXT_MALFORMED: invalid('文字含有控制字符或换行。', 'This text holds control characters or line breaks.'),
  JSON_MALFORMED: invalid('不是有效的 JSON。', 'This is not valid JSON.'),
  JSON_TOO_LONG: invalid('JSON 过长。', 'This JSON is too long.'),

  SCHEME_INVALID: invalid(
    '评分办法有误，请按所指位置更正。',
    'The scheme is not valid: correct it at the place given.',
  ),
  SCHEME_DEFINED_ALREADY: already(
    '该评分办法已经制定，不能修改；请另立新办法。',
    'This scheme exists already and can not be changed: define a new one.',
  ),
  SCHEME_NOT_FOUND: unknown('找不到该评分办法。', 'There is no such scheme.'),
  SCHEME_OF_ANOTHER_COMMITTEE: denied('该评分办法属于其他工委。', 'This scheme belongs to another committee.'),

  EDITION_NOT_FOUND: unknown('找不到该年度活动。', 'There is no such edition.'),
  EDITION_OF_ANOTHER_ROUND: notNow('该年度活动不属于此次评分。', 'This edition does not belong to this round.'),
  ROUND_NOT_FOUND: unknown('找不到此次评分。', 'There is no such round.'),
  ROUND_NOT_PREPARED: notNow('此次评分尚未准备。', 'This round has not been prepared.'),
  ROUND_OPEN_ALREADY: notNow('评分已经开始，不能再改。', 'Scoring has begun: this can no longer be changed.'),
  ROUND_HAS_EVALUATORS: notNow(
    '已经指定评委，不能重新准备。',
    'Evaluators are assigned already: the round can not be prepared anew.',
  ),
  ROUND_HAS_NO_ENTRIES: notNow('此次评分没有参评项目。', 'There are no entries in this round.'),
  SCORING_NOT_OPEN: notNow('现在不是评分阶段。', 'The scoring stage is not open now.'),
  SCORING_OVER: notNow(
    '评分阶段已经结束，不能再准备评分。',
    'The scoring stage is over: the round can no longer be prepared.',
  ),
  ROUND_NOT_OPEN: notNow('评分尚未开始。', 'Scoring has not begun.'),
  ROUND_CLOSED: notNow('评分已经截止。', 'Scoring is over.'),
  ROUND_NOT_CLOSED: notNow('评分尚未截止。', 'Scoring is not over yet.'),
  TOO_MANY_ENTRIES: tooMany('参评项目过多。', 'There are too many entries in this round.'),
  AWARDS_PLAN_INVALID: invalid(
    '奖项设置有误，请按所指位置更正。',
    'The awards plan is not valid: correct it at the place given.',
  ),

  EVALUATORS_NONE: invalid('请至少指定一名评委。', 'Name at least one evaluator.'),
  EVALUATORS_TOO_MANY: tooMany('评委人数超过上限。', 'There are too many evaluators.'),
  EVALUATOR_TWICE: invalid('同一评委出现两次。', 'The same evaluator is named twice.'),
  EVALUATOR_IN_ANOTHER_GROUP: notNow('该评委已在另一评委组。', 'This person is in another evaluator group already.'),
  EVALUATOR_UNKNOWN: unknown('该人员不是此次评分的评委。', 'This person is no evaluator of the round.'),
  GROUP_UNKNOWN: invalid('评分办法中没有该评委组。', 'The scheme has no such evaluator group.'),
  PERSON_UNKNOWN: unknown('找不到该人员。', 'There is no such person.'),
  ENTRY_NOT_IN_ROUND: unknown('该项目不在此次评分中。', 'This entry is not in the round.'),
  TOO_MANY_RECUSALS: tooMany('回避声明过多。', 'There are too many recusals.'),
  RECUSAL_REASON_UNKNOWN: invalid('未知的回避事由。', 'This reason for a recusal is not in the list.'),
  REMOVAL_REASON_UNKNOWN: invalid('未知的撤换事由。', 'This reason for removing an evaluator is not in the list.'),
  NOT_YOUR_RECUSAL: denied('只能为本人声明回避。', 'You can declare a recusal for yourself only.'),

  NOT_AN_EVALUATOR: denied('您不是此次评分的评委。', 'You are no evaluator of this round.'),
  SHEET_SUBMITTED_ALREADY: notNow(
    '评分表已经提交，不能再改。',
    'The score sheet has been submitted and can no longer be changed.',
  ),
  SHEET_SAVED_TOO_OFTEN: tooMany('评分表保存次数过多。', 'The score sheet has been saved too often.'),
  SHEET_INCOMPLETE: notNow('评分表尚未填完。', 'The score sheet is not complete.'),
  SHEET_TOO_LATE: notNow(
    '评分表在截止之后到达，不计入结果。',
    'The score sheet arrived after the closing and does not count.',
  ),
  SCORES_NONE: invalid('没有评分。', 'There are no scores.'),
  SCORES_TOO_MANY: tooMany('一次保存的评分过多。', 'There are too many scores in one save.'),
  SCORE_TWICE: invalid('同一评分出现两次。', 'The same score is given twice.'),
  CRITERION_UNKNOWN: invalid('评分办法中没有该指标。', 'The scheme has no such criterion.'),
  OWN_UNIT: denied('不得为本单位的项目评分。', 'Nobody scores the entries of the own unit.'),
  OWN_ENTRY: denied('不得为本人负责的项目评分。', 'Nobody scores an entry he leads.'),
  RECUSED: denied('您已回避该项目。', 'You are recused from this entry.'),
  SCORE_OUT_OF_RANGE: invalid('分值超出范围。', 'The score is out of range.'),
  SCORE_TOO_FINE: invalid('分值的小数位过多。', 'The score has too many decimals.'),
  SCORE_NOT_A_BAND: invalid('分值不在规定档次之内。', 'The score is none of the bands.'),

  SHEETS_NOT_OPENED: notNow('评分表尚未启封。', 'The sealed sheets have not been opened.'),
  TALLY_IMPOSSIBLE: notNow('按现有评分表无法汇总。', 'No tally is possible from these sheets.'),
  TOO_MANY_TALLIES: tooMany('汇总次数过多。', 'There have been too many tallies.'),
  RESULT_NOT_COMPUTED: notNow('尚未汇总。', 'The result has not been computed.'),
  RESULT_OUTDATED: notNow('会议所依据的不是最新结果。', 'The decision is not about the latest result.'),

  PRESENT_TOO_MANY: invalid('到会人员过多。', 'Too many people are named as present.'),
  PRESENT_TWICE: invalid('同一到会人员出现两次。', 'The same person is named as present twice.'),
  NOT_IN_LEADERSHIP: invalid('该人员不是领导班子成员。', 'This person does not belong to the leadership.'),
  QUORUM_NOT_REACHED: notNow('到会人数不足，不能由个人决定。', 'The quorum is not reached: nobody decides alone.'),
  MEETING_DAY_INVALID: invalid('会议日期无效。', 'This is no valid day for the meeting.'),
  DECISION_TAKEN_ALREADY: notNow('已经研究确定。', 'The decision has been taken already.'),
  DECISION_NOT_TAKEN: notNow('尚未研究确定。', 'The decision has not been taken.'),
  TOO_MANY_DEPARTURES: invalid('与排序不一致之处过多。', 'There are too many departures from the ranking.'),
  ENTRY_NOT_RANKED: invalid('该项目没有名次。', 'This entry has no rank.'),
  DEPARTURE_TWICE: invalid('同一项目出现两次。', 'The same entry is named twice.'),
  NO_DEPARTURE: invalid('该项目按名次本应获得此等次。', 'The rank earns this grade anyway: this is no departure.'),
  GRADE_UNKNOWN: invalid('奖项设置中没有该等次。', 'The awards plan has no such grade.'),
  TOO_MANY_AWARDS: tooMany('奖项过多。', 'There are too many awards.'),
  COMMENDATION_ISSUED_ALREADY: already('通报已经印发。', 'The circular has been issued already.'),
  COMMENDATION_NOT_ISSUED: notNow('通报尚未印发。', 'The circular has not been issued yet.'),

  SERIES_NOT_FOUND: unknown('找不到该系列活动。', 'There is no such series.'),
  PACESETTERS_NAMED_ALREADY: already(
    '该系列的标兵单位已经命名。',
    'The pacesetter units of this series have been named already.',
  ),
  READING_UNKNOWN: invalid('未知的认定口径。', 'This reading is not known.'),
  YEARS_INVALID: invalid('年度区间无效。', 'These years are not valid.'),
  YEAR_WITHOUT_EDITION: notNow('其中有年度没有开展活动。', 'There was no edition in one of the years.'),
  YEAR_WITH_TWO_EDITIONS: notNow('其中有年度开展了两次活动。', 'There were two editions in one of the years.'),
  YEAR_NOT_COMMENDED: notNow('其中有年度尚未表彰。', 'One of the years has not been commended yet.'),
  NO_PACESETTERS: notNow('没有单位符合条件。', 'No unit qualifies.'),
};
