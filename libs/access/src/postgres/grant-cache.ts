import type { Rows } from '@jiangong/read-models';
import type { Grant } from '../grant.ts';
import { grantsOf } from './access-readers.ts';

/** The grants of at most so many people are remembered; the longest unused go first. */
export const CACHED_PEOPLE_MAX = 10_000;

type Remembered = Readonly<{ grants: Promise<readonly Grant[]>; after: number }>;

/**
 * Reads grants, each person's once for every checkpoint of the access read model: as soon as `checkpoint` answers another
 * value, everything remembered is forgotten. Whoever has seen a position of the log (`after`, which the read model has passed) is answered
 * from nothing that was read for an earlier one.
 */
export const grantReader = (
  rows: Rows,
  checkpoint: () => number,
): ((personId: string, after?: number) => Promise<readonly Grant[]>) => {
  const remembered = new Map<string, Remembered>();
  let seenAt = checkpoint();
  return (personId, after = 0) => {
    const at = checkpoint();
    if (at !== seenAt) {
      remembered.clear();
      seenAt = at;
    }
    const found = remembered.get(personId);
    const known = found !== undefined && found.after >= after ? found : undefined;
    remembered.delete(personId);
    const one = known ?? { grants: grantsOf(rows, personId), after };
    remembered.set(personId, one);
    if (known) return known.grants;
    // A failed read is told to whoever waits for it, and not remembered.
    one.grants.catch(() => {
      if (remembered.get(personId) === one) remembered.delete(personId);
    });
    if (remembered.size > CACHED_PEOPLE_MAX) remembered.delete(remembered.keys().next().value as string);
    return one.grants;
  };
};
