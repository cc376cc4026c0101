import type { Rows } from '@jiangong/read-models';
import type { Grant } from '../grant.ts';
import { grantsOf } from './access-readers.ts';

/** The grants of at most so many people are remembered; the longest unused go first. */
export const CACHED_PEOPLE_MAX = 10_000;

/**
 * Reads grants, each person's once for every checkpoint of the access read model: as soon as `checkpoint` answers another
 * value, everything remembered is forgotten. Never older than the read model itself.
 */
export const grantReader = (
  rows: Rows,
  checkpoint: () => number,
): ((personId: string) => Promise<readonly Grant[]>) => {
  const remembered = new Map<string, Promise<readonly Grant[]>>();
  let seenAt = checkpoint();
  return (personId) => {
    const at = checkpoint();
    if (at !== seenAt) {
      remembered.clear();
      seenAt = at;
    }
    const known = remembered.get(personId);
    remembered.delete(personId);
    const grants = known ?? grantsOf(rows, personId);
    remembered.set(personId, grants);
    if (known) return grants;
    // A failed read is told to whoever waits for it, and not remembered.
    grants.catch(() => remembered.delete(personId));
    if (remembered.size > CACHED_PEOPLE_MAX) remembered.delete(remembered.keys().next().value as string);
    return grants;
  };
};
