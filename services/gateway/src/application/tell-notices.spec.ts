import { describe, expect, it } from '@jest/globals';
import type { NoticeKind } from './account-notices.ts';
import { NOTICE_TELLABLE_MS, type NoticeOutbox, type OwnedNotice, tellNotices, untoldNotices } from './tell-notices.ts';

const NOW = Date.parse('2026-11-29T02:00:00.000Z');

const room = (notices: readonly OwnedNotice[]) => {
  const told: string[] = [];
  const settled = new Set<OwnedNotice>();
  let away = false;
  const outbox: NoticeOutbox = {
    untold: async (kinds: readonly NoticeKind[], since) =>
      notices.filter((one) => !settled.has(one) && kinds.includes(one.kind) && one.at >= since),
    told: async (notice) => {
      settled.add(notice);
    },
  };
  const run = tellNotices({
    nowMs: () => NOW,
    outbox,
    tell: async ({ personId, kind }) => {
      if (away || personId === 'refused') throw new Error('away');
      told.push(`${personId} ${kind}`);
    },
  });
  return { run, told, left: untoldNotices(outbox, () => NOW), goAway: (is: boolean) => void (away = is) };
};

describe('what inbox and mail hear of an account', () => {
  it('is told once, and what membership tells itself is left to it', async () => {
    const { run, told, left } = room([
      { personId: 'a', kind: 'new-device', at: NOW },
      { personId: 'a', kind: 'reset-offered', at: NOW },
      { personId: 'b', kind: 'second-factor-ended', at: NOW },
      { personId: 'b', kind: 'password-changed', at: NOW },
    ]);
    expect(await left()).toBe(2);
    await run();
    expect(await left()).toBe(0);
    await run();
    expect(told).toEqual(['a new-device', 'b password-changed']);
  });

  it('is told later when the service was away, and one that is refused keeps no other', async () => {
    const { run, told, goAway } = room([
      { personId: 'refused', kind: 'new-device', at: NOW },
      { personId: 'b', kind: 'passkey-added', at: NOW },
    ]);
    goAway(true);
    await expect(run()).rejects.toThrow('2 account notices could not be told');
    goAway(false);
    await expect(run()).rejects.toThrow('1 account notices could not be told');
    expect(told).toEqual(['b passkey-added']);
  });

  it('is not told any more when it is old', async () => {
    const { run, told } = room([{ personId: 'a', kind: 'new-device', at: NOW - NOTICE_TELLABLE_MS - 1 }]);
    await run();
    expect(told).toEqual([]);
  });
});
