import type { LinkPurpose } from './one-time-links.ts';

/**
 * How the code of a one-time link comes to the person whom the link is for, without passing through the hands that made the link.
 * Where a person has a confirmed way of his own (mail, a telephone) an adapter sends it there; else somebody else hands it out.
 */
export interface SecondWay {
  /** `sent`: on its way to the person alone. `second-person`: it waits, sealed, for somebody other than the link's maker. */
  give(given: Readonly<{ personId: string; purpose: LinkPurpose; code: string }>): Promise<'sent' | 'second-person'>;
}

/** Nobody has a way of his own yet: another person hands the code out. */
export const bySecondPerson: SecondWay = { give: async () => 'second-person' };
