import type { RefusalText } from '@jiangong/service-host';
import type { RecommendationRefusal } from '../domain/recommendation/refusals.ts';
import type { DecidedReason } from './decision-texts.ts';

const invalid = (zh: string, en: string): RefusalText => ({ status: 'INVALID_ARGUMENT', zh, en });
const notNow = (zh: string, en: string): RefusalText => ({ status: 'FAILED_PRECONDITION', zh, en });
const tooMany = (zh: string, en: string): RefusalText => ({ status: 'FAILED_PRECONDITION', zh, en });

type Shared = 'TEXT_EMPTY' | 'TEXT_TOO_LONG' | 'TEXT_MALFORMED';
type Reason = Exclude<RecommendationRefusal['reason'], DecidedReason | Shared> | 'RECOMMENDATION_NOT_FOUND';

/** Why an entry is not put forward, or what became of it not recorded. */
export const recommendationTexts: Readonly<Record<Reason, RefusalText>> = {
  RECOMMENDATION_NOT_FOUND: { status: 'NOT_FOUND', zh: '找不到该推荐。', en: 'There is no such recommendation.' },
  RULE_NOT_UPWARD: invalid('该项并不向上级推荐。', 'What this rule gives is not put forward to anybody.'),
  NOT_RECOMMENDED: notNow('会议没有推荐该对象。', 'The decision in force does not recommend this entry.'),
  OFFICE_PUTS_FORWARD: notNow(
    '按方案规定，由承办机关上报，不由党支部上报。',
    'By the template the office that runs the edition puts forward, not the branch.',
  ),
  SECRETARY_PUTS_FORWARD: notNow(
    '按方案规定，由党支部书记上报；上报阶段结束后仍未上报的，由承办机关办理。',
    'By the template the secretary of the branch puts forward; the office does once the stage of it is over.',
  ),
  ENTRY_LEFT: notNow(
    '该对象已退出、被暂停或取消资格，不能上报。',
    'This entry was withdrawn, blocked or removed since: it is put forward no more.',
  ),
  PUT_FORWARD_ALREADY: notNow('已经上报。', 'It has been put forward already.'),
  PUT_FORWARD_TOO_OFTEN: tooMany('上报与撤回的次数过多。', 'It has been put forward and taken back too often.'),
  NOT_PUT_FORWARD: notNow('尚未上报，或上报已撤回。', 'It has not been put forward, or was taken back.'),
  OUTSIDE_DECIDED: notNow(
    '上级决定已经登记；有误的，先撤销登记。',
    'What was decided above is on record: where that is wrong it is withdrawn first.',
  ),
  OUTSIDE_UNDECIDED: notNow('尚未登记上级决定。', 'Nothing that was decided above is on record.'),
  OUTSIDE_OUTCOME_UNKNOWN: invalid('未知的结果。', 'This outcome is not in the list.'),
  OUTSIDE_TOO_OFTEN: tooMany('登记次数过多。', 'It has been recorded too often.'),
  TOO_MANY_CORRECTIONS: tooMany('更正次数过多。', 'It has been corrected too often.'),
  NO_CORRECTION: invalid('与现有文件相同。', 'It is what stands there already.'),
  RECOMMENDATION_REASON_UNKNOWN: invalid('未知的事由。', 'This reason is not in the list.'),
  DAY_BEFORE_DECISION: invalid('日期早于会议研究之日。', 'This day is before the meeting that decided.'),
  DAY_BEFORE_PUT_FORWARD: invalid('日期早于上报之日。', 'This day is before it was put forward.'),
};
