import type { Refusal } from '@jiangong/event-store';
import type { TextReason } from '@jiangong/wording';

export type TalkRefusal = Refusal<
  | TextReason
  | 'TALK_NOT_ASKED'
  | 'TALK_NOT_YOURS'
  | 'TALK_DAY_INVALID'
  | 'TALK_IN_FUTURE'
  | 'TALK_BEFORE_DECISION'
  | 'TALK_RECORDED_TOO_OFTEN'
  | 'TALK_NOT_ON_RECORD'
  | 'TALK_CONFIRMED_ALREADY'
  | 'OWN_TALK'
>;
