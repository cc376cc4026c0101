import type { RefusalText } from '@jiangong/service-host';
import type { TalkRefusal } from '../domain/talk/refusals.ts';

const invalid = (zh: string, en: string): RefusalText => ({ status: 'INVALID_ARGUMENT', zh, en });
const notNow = (zh: string, en: string): RefusalText => ({ status: 'FAILED_PRECONDITION', zh, en });
const denied = (zh: string, en: string): RefusalText => ({ status: 'PERMISSION_DENIED', zh, en });
const unknown = (zh: string, en: string): RefusalText => ({ status: 'NOT_FOUND', zh, en });

type Shared = 'TEXT_EMPTY' | 'TEXT_TOO_LONG' | 'TEXT_MALFORMED';

/** Why a talk is not put on record, confirmed or taken back. */
export const talkTexts: Readonly<Record<Exclude<TalkRefusal['reason'], Shared>, RefusalText>> = {
  TALK_NOT_ASKED: unknown('现行决定没有要求与该对象谈话。', 'The decision in force asks for no talk about this entry.'),
  TALK_NOT_YOURS: denied('该次谈话不由您登记或确认。', 'This talk is not yours to write down or to confirm.'),
  TALK_DAY_INVALID: invalid('谈话日期无效。', 'This is no day.'),
  TALK_IN_FUTURE: invalid('谈话日期尚未到来。', 'The day of the talk is to come.'),
  TALK_BEFORE_DECISION: invalid('谈话日期早于作出决定之日。', 'The talk was before the decision that asks for it.'),
  TALK_RECORDED_TOO_OFTEN: notNow('谈话登记次数过多。', 'This talk was written down too often.'),
  TALK_NOT_ON_RECORD: unknown(
    '没有这份谈话记录，或已被更正、撤回。',
    'No such record stands: it was corrected or taken back.',
  ),
  TALK_CONFIRMED_ALREADY: notNow(
    '谈话已经确认；有误的，由登记机关更正或撤回。',
    'This talk is confirmed: where that is wrong, whoever holds talks corrects it or takes it back.',
  ),
  OWN_TALK: denied('谈话由您登记，须由他人确认。', 'You wrote this talk down: another person confirms it.'),
};
