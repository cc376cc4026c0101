import type { Rows } from '@jiangong/read-models';
import type { WaitingBallot, WaitingBallots } from '../../application/ballot-ports.ts';

/**
 * Kept beside the log, until a ballot is closed: no time, no number, and nothing of a voter. The key is a fingerprint under the ballot's
 * own key; what was cast stands sealed under it. `waiting_box` says whether anything is taken, and outlives the ballots.
 */
export const BALLOT_TABLES = `
  create table if not exists waiting_box (
    ballot_id text primary key,
    is_open boolean not null
  );
  create table if not exists waiting_ballot (
    ballot_id text not null,
    box_id text not null,
    spent text collate "C" not null,
    sealed text not null,
    primary key (ballot_id, spent)
  );
`;

/** The box is held while a ballot falls in: a closing waits for it, and none falls in behind a closing. */
const PUT = `with box as (select 1 from waiting_box where ballot_id = $1 and is_open for share),
    put as (insert into waiting_ballot (ballot_id, box_id, spent, sealed)
      select $1, $2, $3, $4 from box on conflict (ballot_id, spent) do nothing returning 1)
  select (select count(*) from box)::integer as boxes, (select count(*) from put)::integer as taken`;

export const waitingBallots = (rows: Rows): WaitingBallots => ({
  put: async (ballotId, { boxId, spent, sealed }) => {
    await rows.query('insert into waiting_box (ballot_id, is_open) values ($1, true) on conflict do nothing', [
      ballotId,
    ]);
    const [put] = await rows.query<{ boxes: number; taken: number }>(PUT, [ballotId, boxId, spent, sealed]);
    if ((put?.boxes ?? 0) === 0) return { kind: 'closed' };
    if (put?.taken === 1) return { kind: 'taken' };
    const [there] = await rows.query<{ sealed: string }>(
      'select sealed from waiting_ballot where ballot_id = $1 and spent = $2',
      [ballotId, spent],
    );
    return there === undefined ? { kind: 'closed' } : { kind: 'there', sealed: there.sealed };
  },
  counts: async (ballotId) =>
    new Map(
      (
        await rows.query<{ boxId: string; ballots: number }>(
          `select box_id as "boxId", count(*)::integer as ballots from waiting_ballot where ballot_id = $1 group by box_id`,
          [ballotId],
        )
      ).map(({ boxId, ballots }) => [boxId, ballots]),
    ),
  close: async (ballotId) => {
    await rows.query(
      `insert into waiting_box (ballot_id, is_open) values ($1, false) on conflict (ballot_id) do update set is_open = false`,
      [ballotId],
    );
    return rows.query<WaitingBallot>(
      'select box_id as "boxId", spent, sealed from waiting_ballot where ballot_id = $1 order by spent',
      [ballotId],
    );
  },
  clear: async (ballotId) => {
    await rows.query('delete from waiting_ballot where ballot_id = $1', [ballotId]);
  },
});
