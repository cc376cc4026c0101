import type { Rows } from '@jiangong/read-models';
import type { BonusCounts } from '../../application/bonus-progress.ts';

type Counted = Omit<BonusCounts, 'proposals'> & Readonly<{ entryId: string }>;

const NOTHING: BonusCounts = {
  ...{ claims: 0, waiting: 0, granted: 0, declined: 0, proposals: 0 },
  ...{ waitingSince: '', lastAt: '' },
};

/** How the claims of each entry of a round stand. */
export const bonusCounts = async (rows: Rows, roundId: string): Promise<(entryId: string) => BonusCounts> => {
  const [claims, proposals] = await Promise.all([
    rows.query<Counted>(
      `select entry_id as "entryId", count(*) filter (where standing <> 'withdrawn')::int as claims,
         count(*) filter (where standing = 'waiting')::int as waiting,
         count(*) filter (where standing = 'granted')::int as granted,
         count(*) filter (where standing = 'declined')::int as declined,
         coalesce(min(claimed_at) filter (where standing = 'waiting'), '') as "waitingSince", max(last_at) as "lastAt"
       from bonus_claim where round_id = $1 group by entry_id`,
      [roundId],
    ),
    rows.query<Readonly<{ entryId: string; count: number }>>(
      `select entry_id as "entryId", count(*)::int as count from bonus_proposal where round_id = $1 group by entry_id`,
      [roundId],
    ),
  ]);
  const claimed = new Map(claims.map(({ entryId, ...counted }) => [entryId, counted]));
  const proposed = new Map(proposals.map(({ entryId, count }) => [entryId, count]));
  return (entryId) => ({ ...NOTHING, ...claimed.get(entryId), proposals: proposed.get(entryId) ?? 0 });
};

/** Rounds with bonuses that are not over yet, of the latest edition first. */
export const roundsWithBonuses = async (rows: Rows, limit: number): Promise<readonly string[]> =>
  (
    await rows.query<{ roundId: string }>(
      `select round_id as "roundId" from round where bonus_roles <> '{}' and status not in ('annulled', 'commended')
       order by round_id desc limit $1`,
      [limit],
    )
  ).map(({ roundId }) => roundId);
