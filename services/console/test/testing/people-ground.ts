import type { Page } from 'playwright-core';
import type { SampleSuite } from '../browser-suite.ts';

/** Opens the sample in a browser profile of its own, signed in as somebody of a role. */
export type Open = SampleSuite['enter'];

export const CALLS_MAX = 8;
export const PHONE = 390;
export const OFFICER = '机关党委工作人员';
export const SECRETARY = '党支部书记';
export const LEADER = '机关党委领导';

export const widthOf = async (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);

/** All that a browser keeps and shows in its bar, for names to be looked for. */
export const keptIn = async (page: Page): Promise<string> =>
  page.evaluate(() =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, window.location.href, document.title]),
  );
