import { programmeLimits } from './limits.ts';

/** Brackets that are open at once in a text, quoted ones too: a bound, found before any parser has to go as deep. */
const OPEN_MAX = 100;
/** `- - - -`: lists within lists on one line. */
const DASHES = /(?:^|\n)[ ]*(?:[-?] +){20}/;

/** Why a text is too large to be parsed at all: its bytes, or how deep it goes. */
export const tooLarge = (text: string): Readonly<{ max: number; unit: 'bytes' | 'levels' }> | undefined => {
  const { templateBytesMax, depthMax } = programmeLimits;
  if (Buffer.byteLength(text) > templateBytesMax) return { max: templateBytesMax, unit: 'bytes' };
  let open = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    open = bracket === '[' || bracket === '{' ? open + 1 : Math.max(open - 1, 0);
    if (open > OPEN_MAX) return { max: depthMax, unit: 'levels' };
  }
  return DASHES.test(text) ? { max: depthMax, unit: 'levels' } : undefined;
};
