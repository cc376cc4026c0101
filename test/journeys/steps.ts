import { it } from '@jest/globals';

/** A story told in tests, each standing on the ones before it: after one that failed the others have nothing to say. */
export const stepsOf = (limitMs: number): ((name: string, play: () => Promise<void>) => void) => {
  let failed = false;
  return (name, play) =>
    it(
      name,
      async () => {
        if (failed) throw new Error('a step before this one failed');
        failed = true;
        await play();
        failed = false;
      },
      limitMs,
    );
};
