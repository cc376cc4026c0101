import type { CommandRefusal, Refusal } from '@jiangong/event-store';
import type { Instant, LocalDate } from '@jiangong/calendar';
import type { TextReason } from '@jiangong/wording';
import type { By } from '../by.ts';
import type { EditionTerms } from '../edition/terms.ts';
import type { Subject } from '../entries/facts.ts';
import type { OwnOutcome, ToldTo } from './facts.ts';

type Order<T extends string, D> = Readonly<
  { type: T; now: Instant; by: By; terms: EditionTerms; ownNoticeId: string } & D
>;

export type BeginOwnNotice = Order<'BeginOwnNotice', { track: string; subject: Subject; title: string }>;
export type StopOwnNotice = Order<'StopOwnNotice', { why: string }>;
export type TakeOwnObjection = Order<
  'TakeOwnObjection',
  { objectionId: string; madeOn: LocalDate; toldTo: ToldTo; objectorName: string; statement: string }
>;
export type AnswerOwnObjection = Order<
  'AnswerOwnObjection',
  { objectionId: string; outcome: OwnOutcome; answer: string }
>;
export type ReopenOwnObjection = Order<'ReopenOwnObjection', { objectionId: string; why: string }>;

export type OwnNoticeOrder =
  | BeginOwnNotice
  | StopOwnNotice
  | TakeOwnObjection
  | AnswerOwnObjection
  | ReopenOwnObjection;

export type OwnNoticeReason =
  | TextReason
  | 'EDITION_CLOSED'
  | 'EDITION_ABANDONED'
  | 'NOT_THIS_PARTY'
  | 'STAGE_NOT_OPEN'
  | 'TRACK_UNKNOWN'
  | 'SUBJECT_INVALID'
  | 'DATE_INVALID'
  | 'YEAR_NOT_KNOWN'
  | 'OWN_NOTICE_NOT_IN_TEMPLATE'
  | 'OWN_NOTICE_ENDS_TOO_LATE'
  | 'OWN_NOTICE_NOT_FOUND'
  | 'OWN_NOTICE_STOPPED'
  | 'TOO_MANY_OWN_NOTICES'
  | 'OBJECTION_OUTSIDE_NOTICE'
  | 'TOO_MANY_OBJECTIONS'
  | 'OBJECTION_NOT_FOUND'
  | 'OBJECTION_ALREADY_SETTLED'
  | 'OBJECTION_NOT_SETTLED'
  | 'OBJECTION_REOPENED_TOO_OFTEN';
export type OwnNoticeRefusal = Refusal<OwnNoticeReason> | CommandRefusal;
