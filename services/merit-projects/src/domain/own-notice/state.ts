import type { Instant } from '@jiangong/calendar';
import type { Subject } from '../entries/facts.ts';
import type { OwnNoticeFact, OwnOutcome } from './facts.ts';

/** `outcome`: null while it waits for its answer. */
export type OwnObjection = Readonly<{ outcome: OwnOutcome | null; reopenings: number }>;

export type OwnNotice = Readonly<{
  ownNoticeId: string;
  track: string;
  subject: Subject;
  title: string;
  noticeFrom: Instant;
  noticeUntil: Instant;
  stopped: boolean;
  objections: Readonly<Record<string, OwnObjection>>;
}>;

/** Everything that one nominator made known of its own in an edition, by id. */
export type OwnNotices = Readonly<Record<string, OwnNotice>>;

export const ownNoticeIn = (notices: OwnNotices, ownNoticeId: string): OwnNotice | undefined =>
  Object.hasOwn(notices, ownNoticeId) ? notices[ownNoticeId] : undefined;

/** How it stands: `upheld` where an objection was found right. What was taken down, by whichever, is made known anew or not at all. */
export type OwnNoticeState = 'running' | 'over' | 'stopped' | 'upheld';

export const stateOf = ({ stopped, objections, noticeUntil }: OwnNotice, now: Instant): OwnNoticeState => {
  if (stopped) return 'stopped';
  if (Object.values(objections).some(({ outcome }) => outcome === 'upheld')) return 'upheld';
  return now < noticeUntil ? 'running' : 'over';
};

export const isAnswered = ({ objections }: OwnNotice): boolean =>
  Object.values(objections).every(({ outcome }) => outcome !== null);

const evolved = (notice: OwnNotice, fact: OwnNoticeFact): OwnNotice => {
  const withObjection = (objectionId: string, change: (before: OwnObjection) => OwnObjection): OwnNotice => {
    const before = notice.objections[objectionId] ?? { outcome: null, reopenings: 0 };
    return { ...notice, objections: { ...notice.objections, [objectionId]: change(before) } };
  };
  switch (fact.type) {
    case 'OwnNoticeBegun.v1':
      return notice;
    case 'OwnNoticeStopped.v1':
      return { ...notice, stopped: true };
    case 'OwnObjectionTaken.v1':
      return withObjection(fact.data.objectionId, (before) => before);
    case 'OwnObjectionAnswered.v1':
      return withObjection(fact.data.objectionId, (before) => ({ ...before, outcome: fact.data.outcome }));
    case 'OwnObjectionReopened.v1':
      return withObjection(fact.data.objectionId, () => ({ outcome: null, reopenings: fact.data.reopening }));
  }
};

export const evolveOwnNotices = (notices: OwnNotices, fact: OwnNoticeFact): OwnNotices => {
  const { ownNoticeId } = fact.data;
  if (fact.type === 'OwnNoticeBegun.v1') {
    const { track, subject, title, noticeFrom, noticeUntil } = fact.data;
    const begun = { ownNoticeId, track, subject, title, noticeFrom, noticeUntil, stopped: false, objections: {} };
    return { ...notices, [ownNoticeId]: begun };
  }
  const notice = ownNoticeIn(notices, ownNoticeId);
  if (notice === undefined) throw new Error(`${fact.type} of a notice that nobody began`);
  return { ...notices, [ownNoticeId]: evolved(notice, fact) };
};
