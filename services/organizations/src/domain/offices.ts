/** Offices in an organization. `head` leads a unit; the others are seats of a Party body. */
export const OFFICES = [
  'head',
  'secretary',
  'deputy-secretary',
  'organization-member',
  'publicity-member',
  'discipline-member',
  'committee-member',
] as const;

export type Office = (typeof OFFICES)[number];

export const isOffice = (text: string): text is Office => (OFFICES as readonly string[]).includes(text);

/**
 * Why somebody leaves an office. A closed list: people write names and judgements into free text, and this event is no place for
 * personal data.
 */
export const RELIEF_REASONS = ['resignation', 'transfer', 'term-end', 'removal', 'other'] as const;

/** `exit`: with the person's exit. Nobody orders it. */
export type ReliefWord = (typeof RELIEF_REASONS)[number] | 'exit';

export const isReliefReason = (text: string): text is (typeof RELIEF_REASONS)[number] =>
  (RELIEF_REASONS as readonly string[]).includes(text);

/**
 * Which offices end with which exit: the dead, the expelled and the erased hold none; whoever left the Party in another way holds
 * no seat of a Party body. Who heads a unit is its own matter then.
 */
export const endsWith = (exit: string, office: Office): boolean =>
  office !== 'head' || exit === 'deceased' || exit === 'expelled' || exit === 'erased';

/** Offices that one person at a time can hold. */
export const SINGLE_OFFICES: readonly Office[] = ['head', 'secretary'];
