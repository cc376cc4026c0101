import type { Rows } from '@jiangong/read-models';
import { type Ground, refused } from '@jiangong/service-host';
import type { Votes } from '../../application/ports.ts';
import type { Vote } from '../../domain/entries/orders.ts';

/** The rank that an entry has in the latest result of its edition's vote; 0: none. */
export const voteRankOf = async (
  rows: Rows,
  { editionId, entryId }: Readonly<{ editionId: string; entryId: string }>,
): Promise<number> => {
  const [row] = await rows.query<Pick<Row, 'ranks'>>('select ranks from vote where edition_id = $1', [editionId]);
  const ranks = JSON.parse(row?.ranks ?? '[]') as Vote['ranks'];
  return ranks.find((one) => one.entryId === entryId)?.rank ?? 0;
};

type Row = Readonly<{ roundId: string; resultHash: string; ranks: string }>;

/** Asked when a candidate is declared: an answer of yesterday would declare whom a recount no longer ranks. */
export const votesOf = (ground: Ground): Votes => ({
  of: async (editionId) => {
    if (!(await ground.caughtUp())) throw refused({ reason: 'READ_MODEL_BEHIND' });
    const [row] = await ground.rows.query<Row>(
      'select round_id as "roundId", result_hash as "resultHash", ranks from vote where edition_id = $1',
      [editionId],
    );
    return row && { ...row, ranks: JSON.parse(row.ranks) as Vote['ranks'] };
  },
});
