import type { CDPSession, Page } from 'playwright-core';
import type { Watched } from '../chromium.ts';
import type { ReviewCampaign } from '../review-campaign.ts';

/** What the tests of one played edition share: its platform, and pages that are watched. */
export type ReviewGround = Readonly<{
  campaign: () => ReviewCampaign;
  /** Signed in. */
  open: (persona: string, width?: number) => Promise<Watched>;
  /** From now on it is this day. */
  moveTo: (day: string) => Promise<void>;
  /** The address of a page of the edition. */
  at: (place: string) => string;
}>;

/** What is on the desk. */
export const titleOf = async (page: Page): Promise<string> => (await page.locator('#desk-title').textContent()) ?? '';

/** Until something else is on the desk. */
export const nextAfter = async (page: Page, title: string): Promise<void> =>
  page.locator('#desk-title', { hasNotText: title }).waitFor();

/** What was ordered, drafts apart. */
export const orders = ({ calls }: Watched): readonly string[] =>
  calls.filter((call) => !call.startsWith('GET') && !call.includes('/drafts/'));

/** Enter as browsers tell it while an input method composes. */
export const enterOfInputMethod = async (input: CDPSession): Promise<void> => {
  const key = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 } as const;
  await input.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
  await input.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
};
