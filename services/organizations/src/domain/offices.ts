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

export type ReliefReason = (typeof RELIEF_REASONS)[number];

export const isReliefReason = (text: string): text is ReliefReason =>
  (RELIEF_REASONS as readonly string[]).includes(text);

/** Offices that one person at a time can hold. */
export const SINGLE_OFFICES: readonly Office[] = ['head', 'secretary'];
