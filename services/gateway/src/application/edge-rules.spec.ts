import { describe, expect, it } from '@jest/globals';
import { edgeReasons } from './edge-reasons.ts';
import { isSameSiteRequest, ownPath } from './origin-check.ts';
import { EdgeError, languageOf, problemOf } from './problem.ts';
import { expectedRevisionOf, givenCorrelationId, idempotencyKeyOf } from './request-headers.ts';
import { ACCOUNT_THROTTLE, waitOf } from './sign-in-throttle.ts';

const OWN = 'https://jg.example';

describe('requests of other sites', () => {
  it('a foreign origin, also a look-alike, is told apart', () => {
    expect(isSameSiteRequest({ origin: OWN }, OWN)).toBe(true);
    for (const origin of [
      'https://evil.example',
      'http://jg.example',
      'https://jg.example.evil.example',
      'null',
      'https://jg.example:444',
    ]) {
      expect(isSameSiteRequest({ origin }, OWN)).toBe(false);
    }
  });

  it('what the browser says of the site counts even with the right origin', () => {
    expect(isSameSiteRequest({ origin: OWN, secFetchSite: 'cross-site' }, OWN)).toBe(false);
    expect(isSameSiteRequest({ secFetchSite: 'same-site' }, OWN)).toBe(false);
    expect(isSameSiteRequest({ secFetchSite: 'same-origin' }, OWN)).toBe(true);
  });

  it('a form on a page without a referrer is known by what the browser says of the site', () => {
    expect(isSameSiteRequest({ origin: 'null', secFetchSite: 'same-origin' }, OWN)).toBe(true);
    for (const secFetchSite of ['none', 'same-site', 'cross-site', undefined])
      expect(isSameSiteRequest({ origin: 'null', secFetchSite }, OWN)).toBe(false);
  });

  it('a program that sends neither header is no browser', () => {
    expect(isSameSiteRequest({}, OWN)).toBe(true);
  });

  it('after signing in nobody is sent elsewhere', () => {
    for (const bad of [
      '//evil.example',
      '/\\evil.example',
      'https://evil.example',
      'javascript:alert(1)',
      '',
      '/a\\b',
      '/a\r\nb',
      `/${'x'.repeat(2_001)}`,
      undefined,
    ]) {
      expect(ownPath(bad)).toBe('/');
    }
    expect(ownPath('/v1/entries?unitId=1')).toBe('/v1/entries?unitId=1');
  });
});

describe('headers of an order', () => {
  it('the ETag of what is not there yet can be sent back', () => {
    expect(expectedRevisionOf('"-1"')).toBe(-1);
    for (const bad of ['"-2"', '"-0"', '-1']) expect(() => expectedRevisionOf(bad)).toThrow('IF_MATCH_INVALID');
  });

  it('an Idempotency-Key is a UUID or refused', () => {
    expect(idempotencyKeyOf(undefined)).toBeUndefined();
    expect(idempotencyKeyOf('0B6F6F1E-6B3F-4B5A-9A53-1A1C6C9A0001')).toBe('0b6f6f1e-6b3f-4b5a-9a53-1a1c6c9a0001');
    for (const bad of ['', 'x', '0b6f6f1e6b3f4b5a9a531a1c6c9a0001'])
      expect(() => idempotencyKeyOf(bad)).toThrow('IDEMPOTENCY_KEY_INVALID');
  });

  it('If-Match names one quoted revision or is refused', () => {
    expect(expectedRevisionOf('"0"')).toBe(0);
    expect(expectedRevisionOf('"12"')).toBe(12);
    for (const bad of ['*', '3', 'W/"3"', '"1","2"', '"01"', '"1e3"', '""'])
      expect(() => expectedRevisionOf(bad)).toThrow('IF_MATCH_INVALID');
  });

  it('a correlation id that is no UUID is replaced, not refused', () => {
    expect(givenCorrelationId('x\r\ny')).toBeUndefined();
    expect(givenCorrelationId('0b6f6f1e-6b3f-4b5a-9a53-1a1c6c9a0001')).toBe('0b6f6f1e-6b3f-4b5a-9a53-1a1c6c9a0001');
  });
});

describe('problems', () => {
  it('Chinese comes first unless English is wanted more', () => {
    expect(languageOf(undefined)).toBe('zh');
    expect(languageOf('en')).toBe('en');
    expect(languageOf('zh-CN,zh;q=0.9,en;q=0.8')).toBe('zh');
    expect(languageOf('en-GB,zh;q=0.5')).toBe('en');
    expect(languageOf('fr, *;q=0.1')).toBe('zh');
    expect(languageOf('en;q=abc;;,,,=')).toBe('en');
  });

  it('every reason has both languages and a status of its kind', () => {
    for (const text of Object.values(edgeReasons)) {
      expect(text.zh).toMatch(/\p{Script=Han}/u);
      expect(text.en.length).toBeGreaterThan(5);
      expect(text.status).toBeGreaterThanOrEqual(400);
      expect(text.status).toBeLessThan(600);
    }
  });

  it('a problem carries its reason, field and both titles', () => {
    expect(problemOf(new EdgeError('LOGIN_TAKEN', { field: 'login' }).said, 'en')).toEqual({
      type: 'urn:jiangong:problem:login-taken',
      title: 'The login name is taken.',
      status: 409,
      detail: 'The login name is taken.',
      reason: 'LOGIN_TAKEN',
      field: 'login',
      titleZh: '登录名已被使用。',
      titleEn: 'The login name is taken.',
    });
  });
});

describe('limits', () => {
  it('a guesser waits longer and longer, never longer than the longest', () => {
    const waits = [0, 4, 5, 6, 7, 60, 5_000].map((failures) => waitOf(ACCOUNT_THROTTLE, failures) / 1_000);
    expect(waits).toEqual([0, 0, 2, 4, 8, 900, 900]);
  });
});
