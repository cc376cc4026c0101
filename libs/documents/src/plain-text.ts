/** What changes the direction of a line, or has no shape; a page shows nothing of it and must not obey it. */
const UNSEEN = /[\p{Cf}\p{Co}\p{Cn}\p{Cs}\uFFFC\uFFFD]/gu;
/** Joiners and selectors make one picture of several: fonts without that picture are better off without them. */
const BREAKS = /[\p{Cc}\p{Zl}\p{Zp}\s]+/gu;

/** A text as one line that can stand in a document: nothing in it moves, breaks or hides what stands beside it. */
export const plainLine = (text: string): string => text.replaceAll(BREAKS, ' ').replaceAll(UNSEEN, '').trim();
