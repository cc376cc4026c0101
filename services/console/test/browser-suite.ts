import { afterAll, afterEach, beforeAll, describe, expect } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { enterAs, hasChromium, openPage, startChromium, SUITE, type Watched } from './chromium.ts';
import { type SamplePlatform, startSamplePlatform } from './sample-platform.ts';

/** Far more than a platform takes to start and to be played: a busy machine is no failure. */
export const START_MS = 600_000;

export type PageOptions = NonNullable<Parameters<typeof openPage>[2]>;

/** What a suite's pages stand on: a platform, and what was played there. `trouble`: of pages that it opened itself. */
type Ground = Readonly<{ stop: () => Promise<void>; trouble?: string[] }>;

/** The pages that one test has open. */
class OpenPages {
  readonly #browser: Browser;
  readonly #origin: string;
  #opened: Watched[] = [];

  constructor(browser: Browser, origin: string) {
    this.#browser = browser;
    this.#origin = origin;
  }

  async open(options: PageOptions = {}): Promise<Watched> {
    const watched = await openPage(this.#browser, this.#origin, options);
    this.#opened.push(watched);
    return watched;
  }

  /** After each test, whatever it looked at: nothing that the policy forbids, nothing thrown, no other host. */
  async leave(more: readonly string[] = []): Promise<void> {
    const trouble = [...more, ...this.#opened.flatMap((one) => one.trouble)];
    await Promise.all(this.#opened.map(async ({ page }) => page.context().close()));
    this.#opened = [];
    expect(trouble).toEqual([]);
  }
}

/** What the tests of a suite are given; both are there as soon as a test runs. */
export type Suite<G> = Readonly<{
  ground: () => G;
  browser: () => Browser;
  open: (options?: PageOptions) => Promise<Watched>;
}>;

/** Tests in Chromium on a ground of their own; skipped by name where no Chromium is. */
export const browserSuite = <G extends Ground>(
  name: string,
  { start, origin }: Readonly<{ start: (browser: Browser) => Promise<G>; origin: (ground: G) => string }>,
  tests: (suite: Suite<G>) => void,
): void =>
  (hasChromium ? describe : describe.skip)(`${name}, ${SUITE}`, () => {
    let ground: G;
    let browser: Browser;
    let pages: OpenPages;
    beforeAll(async () => {
      browser = await startChromium();
      ground = await start(browser);
      pages = new OpenPages(browser, origin(ground));
    }, START_MS);
    afterAll(async () => {
      await browser?.close();
      await ground?.stop();
    }, START_MS);
    afterEach(async () => pages?.leave(ground.trouble?.splice(0)));
    tests({ ground: () => ground, browser: () => browser, open: async (options) => pages.open(options) });
  });

export type SampleSuite = Suite<SamplePlatform> &
  Readonly<{
    /** Signed in by one click, as the sample's sign-in page names its people. */
    enter: (role: string, options?: PageOptions) => Promise<Watched>;
  }>;

/** Tests on the sample of `npm start -- --sample`, with other settings where a suite has its own. */
export const sampleSuite = (
  name: string,
  tests: (suite: SampleSuite) => void,
  settings: () => Promise<Readonly<Record<string, string>>> = async () => ({}),
): void =>
  browserSuite(name, { start: async () => startSamplePlatform(await settings()), origin: ({ url }) => url }, (suite) =>
    tests({
      ...suite,
      enter: async (role, options) => {
        const watched = await suite.open(options);
        await enterAs(watched.page, role);
        return watched;
      },
    }),
  );
