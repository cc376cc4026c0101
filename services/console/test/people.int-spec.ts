import { afterAll, afterEach, beforeAll, describe, expect, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { enterAs, hasChromium, openPage, startChromium, SUITE, type Watched } from './chromium.ts';
import { type SamplePlatform, startSamplePlatform } from './sample-platform.ts';
import { memberTests } from './testing/member-tests.ts';
import { organizationTests } from './testing/organization-tests.ts';
import type { Open } from './testing/people-ground.ts';
import { peopleTests } from './testing/people-tests.ts';
import { webhookTests } from './testing/webhook-tests.ts';

const START_MS = 600_000;
jest.setTimeout(300_000);

(hasChromium ? describe : describe.skip)(`people, organizations, members and webhooks, ${SUITE}`, () => {
  let platform: SamplePlatform;
  let browser: Browser;
  let opened: Watched[] = [];
  beforeAll(async () => {
    platform = await startSamplePlatform();
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

  const open: Open = async (role, { width } = {}) => {
    const watched = await openPage(browser, platform.url, width === undefined ? {} : { width });
    opened.push(watched);
    await enterAs(watched.page, role);
    return watched;
  };

  peopleTests(open);
  organizationTests(open);
  memberTests(open);
  webhookTests(open);
});
