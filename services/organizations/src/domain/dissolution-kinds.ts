/** How an organization ends: into one other, into several, or altogether. */
export const DISSOLUTION_KINDS = ['merged', 'split', 'dissolved'] as const;

export type DissolutionKind = (typeof DISSOLUTION_KINDS)[number];

export const isDissolutionKind = (text: string): text is DissolutionKind =>
  (DISSOLUTION_KINDS as readonly string[]).includes(text);

/** How many successors each kind of end names. */
export const SUCCESSORS: Readonly<Record<DissolutionKind, Readonly<{ min: number; max: number }>>> = {
  merged: { min: 1, max: 1 },
  split: { min: 2, max: 10 },
  dissolved: { min: 0, max: 0 },
};
