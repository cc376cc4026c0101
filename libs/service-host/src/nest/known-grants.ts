import type { Grant } from '@jiangong/access';
import { grantReader } from '@jiangong/access/postgres';
import type { Rows } from '@jiangong/read-models';

/** A grant that was revoked counts no longer than this: remembered grants are read anew after it. */
export const GRANTS_REMEMBERED_MS_MAX = 1_000;

export type KnownGrants = Readonly<{ of(personId: string): Promise<readonly Grant[]>; forget(): void }>;

/** The grants of people, remembered for a moment, since every call asks for them. */
export const knownGrants = (rows: Rows, nowMs: () => number): KnownGrants => {
  let forgotten = 0;
  const of = grantReader(rows, () => Math.floor(nowMs() / GRANTS_REMEMBERED_MS_MAX) + forgotten);
  return { of, forget: () => void (forgotten += 1) };
};
