import { afterAll, afterEach, beforeAll, describe, expect, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { freePort } from '../../../test/journeys/demo/platform/free-port.ts';
import { enterAs, hasChromium, openPage, startChromium, SUITE, type Watched } from './chromium.ts';
import { type SamplePlatform, startSamplePlatform } from './sample-platform.ts';
import { accountTests } from './testing/account-tests.ts';

const START_MS = 600_000;
jest.setTimeout(300_000);

(hasChromium ? describe : describe.skip)(`the own account, ${SUITE}`, () => {
  let platform: SamplePlatform;
  let browser: Browser;
  let opened: Watched[] = [];
  beforeAll(async () => {
    // A platform that sends mail, to a server that is away: addresses are taken, and nothing is sent anywhere.
    platform = await startSamplePlatform({
      MAIL_SMTP_HOST: '127.0.0.1',
      MAIL_SMTP_PORT: String(await freePort()),
      MAIL_SMTP_TLS: 'none',
      MAIL_FROM: 'jiangong@example.invalid',
    });
    browser = await startChromium();
  }, START_MS);
  afterAll(async () => {
    await browser?.close();
    await platform?.stop();
  }, START_MS);
  afterEach(async () => {
    const trouble = opened.flatMap((watched) => watched.trouble);
    await Promise.all(opened.map(({ page }) => page.context().close()));
    opened = [];
    expect(trouble).toEqual([]);
  });

  accountTests(async (role, { width } = {}) => {
    const watched = await openPage(browser, platform.url, width === undefined ? {} : { width });
    opened.push(watched);
    await enterAs(watched.page, role);
    return watched;
  });
});
