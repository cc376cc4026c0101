import { describe, expect, it } from '@jest/globals';
import { addressOf, countCode, mayTry } from '../src/domain/mail/address.ts';
import { retryWaitMs, settle } from '../src/domain/mail/delivery.ts';
import { KIND_OF, MESSAGE_KINDS, OPTIONAL_KINDS } from '../src/domain/mail/kinds.ts';
import { letterOf } from '../src/domain/mail/letter.ts';
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
    const quiet = { quietFrom: '', quietUntil: '' };
    expect(preferencesOf({ off: ['news', 'progress', 'news'], ...quiet })).toEqual({
      off: ['news', 'progress'],
      quiet: null,
    });
    for (const kind of MESSAGE_KINDS.filter((one) => !OPTIONAL_KINDS.some((optional) => optional === one)))
      expect(preferencesOf({ off: [kind], ...quiet })).toMatchObject({ reason: 'KIND_NOT_OPTIONAL', field: 'off' });
    expect(sendingOf('edition-opened', { off: ['news'], quiet: null }, EVENING)).toEqual({ send: false });
    expect(sendingOf('entry-removed', { off: ['news', 'progress'], quiet: null }, EVENING)).toEqual({
      send: true,
      at: EVENING,
    });
  });
  it('quiet hours are two clock times; over midnight they end in the morning of Shanghai', () => {
    expect(preferencesOf({ off: [], quietFrom: '20:00', quietUntil: '07:30' })).toEqual({ off: [], quiet: NIGHT });
    for (const [quietFrom, quietUntil] of [
      ['20:00', ''],
      ['', '07:00'],
      ['24:00', '07:00'],
      ['7:00', '08:00'],
      ['07:00', '07:00'],
    ] as const)
      expect(preferencesOf({ off: [], quietFrom, quietUntil })).toMatchObject({ reason: 'QUIET_HOURS_INVALID' });
    expect(afterQuiet(EVENING, NIGHT)).toBe('2026-11-28T23:30:00.000Z');
    expect(afterQuiet('2026-11-28T22:00:00.000Z', NIGHT)).toBe('2026-11-28T23:30:00.000Z');
    expect(afterQuiet('2026-11-28T23:30:00.000Z', NIGHT)).toBe('2026-11-28T23:30:00.000Z');
    expect(afterQuiet(EVENING, { from: '12:00', until: '14:00' })).toBe(EVENING);
    expect(afterQuiet('2026-11-28T04:30:00.000Z', { from: '12:00', until: '14:00' })).toBe('2026-11-28T06:00:00.000Z');
  });
  it('what is urgent passes quiet hours', () => {
    expect(sendingOf('objection-received', { off: [], quiet: NIGHT }, EVENING)).toEqual({ send: true, at: EVENING });
    expect(sendingOf('role-granted', { off: [], quiet: NIGHT }, EVENING)).toMatchObject({
      at: '2026-11-28T23:30:00.000Z',
    });
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
