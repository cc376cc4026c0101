import type { Reading, Unreadable } from '../grid.ts';

/** Ends the reading of a file, from however deep. */
export class RefusedFile extends Error {
  readonly reason: Unreadable;
  constructor(reason: Unreadable, cause?: unknown) {
    super(reason, { cause });
    this.name = 'RefusedFile';
    this.reason = reason;
  }
}

/** Node's own word for what went wrong; undefined where there is none. */
export const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;

/** What a file of somebody else's has wrong is an answer, whatever found it. */
export const readingOf = async (work: () => Promise<Reading>): Promise<Reading> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof RefusedFile) return { kind: 'unreadable', reason: error.reason };
    throw error;
  }
};
