import { describe, expect, it } from '@jest/globals';
import { addressOf, countCode, mayTry } from '../src/domain/mail/address.ts';
import { retryWaitMs, settle } from '../src/domain/mail/delivery.ts';
import { KIND_OF, MESSAGE_KINDS, OPTIONAL_KINDS } from '../src/domain/mail/kinds.ts';
import { digestLetter, letterOf } from '../src/domain/mail/letter.ts';
import { CODE_TRIES_MAX, CODES_MAX, RETRY_MS_MAX, SEND_TRIES_MAX } from '../src/domain/mail/limits.ts';
import { afterQuiet, preferencesOf, sendingOf } from '../src/domain/mail/preferences.ts';
import { deliveryRepairDecider } from '../src/domain/mail/repairs.ts';
import { templates } from '../src/domain/templates/index.ts';

/** Nine in the evening in Shanghai. */
const EVENING = '2026-11-28T13:00:00.000Z';
const NIGHT = { from: '20:00', until: '07:30' };

describe('a mail address', () => {
  it('is plain: one at sign, a dot-atom, a domain of labels; its domain in lower case', () => {
    expect(addressOf(' Zhang.San@Example.GOV.CN ')).toBe('Zhang.San@example.gov.cn');
    for (const wrong of [
      '',
      'a',
      'a@b',
      '@b.cn',
      'a@b..cn',
      'a b@c.cn',
      'a@c.cn, d@e.cn',
      'a@c.cn\r\nBcc: x@y.cn',
      '<a@c.cn>',
      '"a"@c.cn',
      'a@[127.0.0.1]',
      'a@-c.cn',
      '张@c.cn',
      `${'a'.repeat(65)}@c.cn`,
      `a@${'b'.repeat(63)}.${'b'.repeat(63)}.${'b'.repeat(63)}.${'b'.repeat(63)}.cn`,
    ])
      expect([wrong, addressOf(wrong)]).toEqual([wrong, undefined]);
  });
  it('gets so many codes in a day, and the refusal says when again', () => {
    let sent = countCode(null, EVENING);
    for (let count = 1; count < CODES_MAX; count += 1) sent = countCode(sent as never, EVENING);
    expect(sent).toEqual({ since: EVENING, count: CODES_MAX });
    expect(countCode(sent as never, EVENING)).toMatchObject({
      reason: 'CODES_TOO_MANY',
      details: { again: '2026-11-29T13:00:00.000Z' },
    });
    expect(countCode(sent as never, '2026-11-29T13:00:00.000Z')).toMatchObject({ count: 1 });
  });
  it('a code lapses with time and with wrong tries', () => {
    const until = '2026-11-28T13:30:00.000Z';
    expect(mayTry({ until, tries: 0 }, EVENING)).toBeNull();
    expect(mayTry({ until, tries: 0 }, until)).toMatchObject({ reason: 'CODE_LAPSED' });
    expect(mayTry({ until, tries: CODE_TRIES_MAX }, EVENING)).toMatchObject({ reason: 'CODE_LAPSED' });
    expect(mayTry(null, EVENING)).toMatchObject({ reason: 'CODE_LAPSED' });
  });
});

describe('what comes by mail', () => {
  it('every template is of a kind', () => {
    expect(Object.keys(KIND_OF).toSorted()).toEqual([...new Set(templates.map(({ id }) => id))].toSorted());
    expect(new Set(Object.values(KIND_OF))).toEqual(new Set(MESSAGE_KINDS));
  });
  it('only what is a convenience can be switched off', () => {
    const quiet = { quietFrom: '', quietUntil: '', digestAt: '' };
    expect(preferencesOf({ off: ['news', 'progress', 'news'], ...quiet })).toEqual({
      off: ['news', 'progress'],
      quiet: null,
      digestAt: null,
    });
    for (const kind of MESSAGE_KINDS.filter((one) => !OPTIONAL_KINDS.some((optional) => optional === one)))
      expect(preferencesOf({ off: [kind], ...quiet })).toMatchObject({ reason: 'KIND_NOT_OPTIONAL', field: 'off' });
    expect(sendingOf('edition-opened', { off: ['news'], quiet: null, digestAt: null }, EVENING)).toEqual({
      send: false,
    });
    expect(sendingOf('entry-removed', { off: ['news', 'progress'], quiet: null, digestAt: null }, EVENING)).toEqual({
      send: true,
      at: EVENING,
      gathered: false,
    });
  });
  it('quiet hours are two clock times; over midnight they end in the morning of Shanghai', () => {
    expect(preferencesOf({ off: [], quietFrom: '20:00', quietUntil: '07:30', digestAt: '' })).toEqual({
      ...{ off: [], quiet: NIGHT, digestAt: null },
    });
    for (const [quietFrom, quietUntil] of [
      ['20:00', ''],
      ['', '07:00'],
      ['24:00', '07:00'],
      ['7:00', '08:00'],
      ['07:00', '07:00'],
    ] as const)
      expect(preferencesOf({ off: [], quietFrom, quietUntil, digestAt: '' })).toMatchObject({
        reason: 'QUIET_HOURS_INVALID',
      });
    expect(afterQuiet(EVENING, NIGHT)).toBe('2026-11-28T23:30:00.000Z');
    expect(afterQuiet('2026-11-28T22:00:00.000Z', NIGHT)).toBe('2026-11-28T23:30:00.000Z');
    expect(afterQuiet('2026-11-28T23:30:00.000Z', NIGHT)).toBe('2026-11-28T23:30:00.000Z');
    expect(afterQuiet(EVENING, { from: '12:00', until: '14:00' })).toBe(EVENING);
    expect(afterQuiet('2026-11-28T04:30:00.000Z', { from: '12:00', until: '14:00' })).toBe('2026-11-28T06:00:00.000Z');
  });
  it('what is urgent passes quiet hours', () => {
    expect(sendingOf('objection-received', { off: [], quiet: NIGHT, digestAt: null }, EVENING)).toEqual({
      ...{ send: true, at: EVENING, gathered: false },
    });
    expect(sendingOf('role-granted', { off: [], quiet: NIGHT, digestAt: null }, EVENING)).toMatchObject({
      at: '2026-11-28T23:30:00.000Z',
    });
  });
  it('a daily letter goes out at the next time that the clock shows, after quiet hours; what is urgent waits for none', () => {
    const daily = (digestAt: string, quiet: typeof NIGHT | null = null) => ({ off: [], quiet, digestAt });
    expect(preferencesOf({ off: [], quietFrom: '', quietUntil: '', digestAt: '08:30' })).toEqual(daily('08:30'));
    for (const digestAt of ['8:30', '24:00', 'noon'])
      expect(preferencesOf({ off: [], quietFrom: '', quietUntil: '', digestAt })).toEqual({
        ...{ reason: 'DIGEST_TIME_INVALID', field: 'digestAt' },
      });
    const gathered = (at: string) => ({ send: true, at, gathered: true });
    expect(sendingOf('role-granted', daily('22:00'), EVENING)).toEqual(gathered('2026-11-28T14:00:00.000Z'));
    // At that very moment the letter of the day is on its way: the next one is tomorrow's.
    expect(sendingOf('role-granted', daily('21:00'), EVENING)).toEqual(gathered('2026-11-29T13:00:00.000Z'));
    expect(sendingOf('role-granted', daily('06:00', NIGHT), EVENING)).toEqual(gathered('2026-11-28T23:30:00.000Z'));
    expect(sendingOf('objection-received', daily('06:00', NIGHT), EVENING)).toEqual({
      ...{ send: true, at: EVENING, gathered: false },
    });
  });
  it('a daily letter writes out each message, and says how many the inbox holds besides', () => {
    const message = { title: { zh: '甲', en: 'A' }, body: { zh: '正文<b>', en: 'Body' } };
    const letter = digestLetter([message, message], 3);
    expect(letter.subject).toBe('【建功】今日消息汇总（5 条）');
    expect(letter.text).toContain('1. 甲\n   正文<b>\n2. 甲');
    expect(letter.text).toContain('另有 3 条');
    expect(letter.html).toContain('正文&lt;b&gt;<br>');
    expect(digestLetter([message], 0).text).not.toContain('另有');
  });
  it('a letter holds both languages, and no markup of a title', () => {
    const letter = letterOf({ title: { zh: '《<b>提速</b>》', en: 'T' }, body: { zh: '正文', en: 'Body' } });
    expect(letter.subject).toBe('【建功】《<b>提速</b>》');
    expect(letter.html).toContain('&lt;b&gt;提速');
    expect(letter.html).not.toContain('<b>');
    expect(letter.text.indexOf('正文')).toBeLessThan(letter.text.indexOf('Body'));
  });
});

describe('a delivery', () => {
  const at = { tries: 1, now: EVENING, chance: 0 };
  it('is tried again after waits that double up to a limit', () => {
    expect([1, 2, 3].map((tries) => retryWaitMs(tries, 0))).toEqual([15_000, 30_000, 60_000]);
    expect(retryWaitMs(SEND_TRIES_MAX, 1)).toBe(RETRY_MS_MAX);
    expect(settle({ outcome: 'failed', failure: 'away' }, at)).toEqual({
      state: 'queued',
      failure: 'away',
      nextTryAt: '2026-11-28T13:00:15.000Z',
    });
  });
  it('that the server refuses for good, or that was tried often enough, is parked', () => {
    expect(settle({ outcome: 'failed', failure: 'refused' }, at)).toMatchObject({ state: 'failed' });
    expect(settle({ outcome: 'failed', failure: 'away' }, { ...at, tries: SEND_TRIES_MAX })).toMatchObject({
      state: 'failed',
      failure: 'away',
    });
    expect(settle({ outcome: 'sent' }, { ...at, tries: SEND_TRIES_MAX })).toMatchObject({ state: 'sent' });
  });
  it('is mended by an operator only while it is parked, and with a reason', () => {
    const order = {
      kind: 'RetryDelivery',
      deliveryId: 'd1',
      channel: 'mail',
      reason: '已修复',
      state: 'failed',
    } as const;
    const data = { deliveryId: 'd1', channel: 'mail', reason: '已修复' };
    const decide = (changed: object) => deliveryRepairDecider.decide(null, { ...order, ...changed });
    expect(decide({})).toEqual([{ type: 'DeliveryRetried.v1', data }]);
    expect(decide({ kind: 'SkipDelivery' })).toEqual([{ type: 'DeliverySkipped.v1', data }]);
    expect(decide({ state: 'sent' })).toMatchObject({ reason: 'DELIVERY_NOT_PARKED' });
    expect(decide({ state: null })).toMatchObject({ reason: 'DELIVERY_NOT_FOUND' });
    expect(decide({ reason: ' ' })).toMatchObject({ reason: 'DELIVERY_REASON_INVALID' });
  });
});
