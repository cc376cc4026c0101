import type { Grant } from '@jiangong/access';
import { grantReader } from '@jiangong/access/postgres';
import type { Rows } from '@jiangong/read-models';

/** A grant that was revoked counts no longer than this: remembered grants are read anew after it. */
export const GRANTS_REMEMBERED_MS_MAX = 1_000;

/** `era` changes as often as everything remembered is forgotten: what else is remembered with grants goes with it. */
export type KnownGrants = Readonly<{
  /** Nothing that was read before the log's position `after` was passed. */
  of(personId: string, after?: number): Promise<readonly Grant[]>;
  forget(): void;
  era(): number;
}>;

/** The grants of people, remembered for a moment, since every call asks for them. */
export const knownGrants = (rows: Rows, nowMs: () => number): KnownGrants => {
  let forgotten = 0;
  const era = (): number => Math.floor(nowMs() / GRANTS_REMEMBERED_MS_MAX) + forgotten;
  return { of: grantReader(rows, era), forget: () => void (forgotten += 1), era };
};
