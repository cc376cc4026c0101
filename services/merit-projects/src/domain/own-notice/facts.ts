import type { Instant, LocalDate } from '@jiangong/calendar';
import type { Fact } from '@jiangong/event-store';
import type { Subject } from '../entries/facts.ts';

type About<T extends string, D> = Fact<
  T,
  Readonly<{ ownNoticeId: string; editionId: string; nominatorId: string }> & D
>;

/** A nominator hangs out among its own people what it means to declare: of which category, what it is, and until when. */
export type OwnNoticeBegun = About<
  'OwnNoticeBegun.v1',
  Readonly<{
    /** The template's notice. */
    noticeId: string;
    track: string;
    subject: Subject;
    title: string;
    noticeFrom: Instant;
    noticeUntil: Instant;
    holidaysHash: string;
  }>
>;

/** Taken down by the nominator: nothing is declared upon it. What is right is made known anew, for the whole of its days. */
export type OwnNoticeStopped = About<'OwnNoticeStopped.v1', Readonly<{ prose: Readonly<{ why: string }> }>>;

/** Who was told of it: the nominator, or the office, which writes down for it what reached the office. */
export type ToldTo = 'nominator' | 'office';

/** Made under a real name among the nominator's own people, and written down. Who objects and what is said is sealed under the objection's key. */
export type OwnObjectionTaken = About<
  'OwnObjectionTaken.v1',
  Readonly<{
    objectionId: string;
    madeOn: LocalDate;
    toldTo: ToldTo;
    prose: Readonly<{ objectorName: string; statement: string }>;
  }>
>;

export const OWN_OUTCOMES = ['upheld', 'rejected'] as const;
export type OwnOutcome = (typeof OWN_OUTCOMES)[number];

/** What is upheld takes the notice down. */
export type OwnObjectionAnswered = About<
  'OwnObjectionAnswered.v1',
  Readonly<{ objectionId: string; outcome: OwnOutcome; prose: Readonly<{ answer: string }> }>
>;

/** The office found the answer wanting: it is open again, and the nominator answers anew. `reopening` counts from 1. */
export type OwnObjectionReopened = About<
  'OwnObjectionReopened.v1',
  Readonly<{ objectionId: string; reopening: number; prose: Readonly<{ why: string }> }>
>;

export type OwnNoticeFact =
  | OwnNoticeBegun
  | OwnNoticeStopped
  | OwnObjectionTaken
  | OwnObjectionAnswered
  | OwnObjectionReopened;
