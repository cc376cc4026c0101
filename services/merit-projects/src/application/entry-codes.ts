import { createHash } from 'node:crypto';
import { aggregateIdOf } from '@jiangong/event-store';
import { codeCharacters, printedCode, typedCode } from '@jiangong/wording';

/** Twenty characters are a hundred bits, which nobody finds by trying. */
export const CODE_CHARACTERS = 20;

/** A code of random bytes, as it is printed: `K3V9T-0QTB7-ZME4X-1C8RD`. */
export const codeOf = (random: Uint8Array): string => printedCode(codeCharacters(random.subarray(0, CODE_CHARACTERS)));

/** All that is kept of a code, as somebody typed it. */
export const codeHash = (typed: string): string =>
  createHash('sha256')
    .update(`entry code ${typedCode(typed)}`, 'utf8')
    .digest('hex');

/** The work that a code stands for, and its author: both follow from the code's hash, and tell nothing of either. */
export const workIdOf = (editionId: string, hash: string): string => aggregateIdOf(`${editionId} ${hash}`, 'work');
export const authorIdOf = (editionId: string, hash: string): string => aggregateIdOf(`${editionId} ${hash}`, 'author');
