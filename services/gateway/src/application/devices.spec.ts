import { describe, expect, it } from '@jest/globals';
import { deviceOf } from './devices.ts';

const CHROME = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';

describe('a device, in words', () => {
  it.each([
    [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROME} Edg/142.0`, 'edge', 'windows'],
    [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROME}`, 'chrome', 'windows'],
    [`Mozilla/5.0 (X11; Linux x86_64; UOS) ${CHROME}`, 'chrome', 'linux'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0', 'firefox', 'linux'],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15',
      'safari',
      'macos',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.50',
      'wechat',
      'ios',
    ],
    [`Mozilla/5.0 (Linux; Android 15; V2324A) ${CHROME}`, 'chrome', 'android'],
    [`Mozilla/5.0 (Phone; OpenHarmony 5.0) ${CHROME}`, 'chrome', 'harmony'],
    ['curl/8.5.0', 'program', 'other'],
    ['node', 'program', 'other'],
    [undefined, 'other', 'other'],
    ['x'.repeat(100_000), 'other', 'other'],
  ])('%s', (userAgent, browser, system) => expect(deviceOf(userAgent)).toEqual({ browser, system }));
});
