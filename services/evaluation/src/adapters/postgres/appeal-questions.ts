import type { Rows } from '@jiangong/read-models';

/** Rounds whose results can be appealed, the latest edition's first. */
export const roundsWithAppeals = async (rows: Rows, limit: number): Promise<readonly string[]> =>
  (
    await rows.query<{ roundId: string }>(
      'select round_id as "roundId" from appeal_round order by round_id desc limit $1',
      [limit],
    )
  ).map(({ roundId }) => roundId);
