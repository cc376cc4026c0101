import type { Rows } from '@jiangong/read-models';

/** Rounds in which something is measured that are not over yet, of the latest edition first. */
export const roundsWithMeasures = async (rows: Rows, limit: number): Promise<readonly string[]> =>
  (
    await rows.query<{ roundId: string }>(
      `select r.round_id as "roundId" from round r where r.status not in ('annulled', 'commended')
         and exists (select 1 from measure_source s where s.round_id = r.round_id)
       order by r.round_id desc limit $1`,
      [limit],
    )
  ).map(({ roundId }) => roundId);
