import { type AccountNotice, NOTICE_KINDS, type NoticeKind } from './account-notices.ts';

/** Membership tells of these itself: they are its facts. */
const TOLD_BY_MEMBERSHIP: readonly NoticeKind[] = ['reset-offered', 'second-factor-ended'];

/** What inbox and mail hear of from here. */
export const KINDS_TO_TELL: readonly NoticeKind[] = NOTICE_KINDS.filter((kind) => !TOLD_BY_MEMBERSHIP.includes(kind));

/** So many at a time, the oldest first. */
export const NOTICES_TOLD_MAX = 100;

/** What could not be told for so long stands on the person's page alone: letters are not sent later either. */
export const NOTICE_TELLABLE_MS = 3 * 24 * 60 * 60_000;

export type OwnedNotice = AccountNotice & Readonly<{ personId: string }>;

export interface NoticeOutbox {
  /** Notices that nobody has been told of by inbox and mail, since a moment. */
  untold(kinds: readonly NoticeKind[], since: number, limit: number): Promise<readonly OwnedNotice[]>;
  told(notice: OwnedNotice, now: number): Promise<void>;
}

/** How many are still to be told, up to the limit of one run: the platform has not come to rest before there is none. */
export const untoldNotices =
  (outbox: NoticeOutbox, nowMs: () => number): (() => Promise<number>) =>
  async () =>
    (await outbox.untold(KINDS_TO_TELL, nowMs() - NOTICE_TELLABLE_MS, NOTICES_TOLD_MAX)).length;

type Parts = Readonly<{
  outbox: NoticeOutbox;
  /** Twice is once: whose, which and when name the order. */
  tell: (notice: OwnedNotice) => Promise<void>;
  nowMs: () => number;
}>;

/**
 * Has people told by inbox and mail what stands on their pages. Run again and again, by every gateway: what one could not tell, because
 * the service was away or it died, is told in the next run; one that fails keeps no other from being told.
 */
export const tellNotices =
  ({ outbox, tell, nowMs }: Parts): (() => Promise<void>) =>
  async () => {
    const failures: unknown[] = [];
    for (const notice of await outbox.untold(KINDS_TO_TELL, nowMs() - NOTICE_TELLABLE_MS, NOTICES_TOLD_MAX))
      await tell(notice)
        .then(async () => outbox.told(notice, nowMs()))
        .catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw new AggregateError(failures, `${failures.length} account notices could not be told`);
  };
