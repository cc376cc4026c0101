import type { ProjectedRows, Projection, Rows } from '@jiangong/read-models';
import type { DueBallots } from '../../application/open-due-boxes.ts';
import { BALLOT_STREAMS } from '../../application/streams.ts';
import type { BallotFact } from '../../domain/ballot/facts.ts';

const TABLES = `
  create table if not exists ballot (
    ballot_id text primary key,
    round_id text not null,
    source_id text not null,
    status text not null,
    issue_until text not null,
    by_code boolean not null,
    boxes integer not null,
    least integer not null
  );
  create index if not exists ballot_round on ballot (round_id);
  create index if not exists ballot_due on ballot (issue_until) where status = 'issuing';
  create table if not exists ballot_voter (
    ballot_id text not null,
    person_id text not null,
    primary key (ballot_id, person_id)
  );
  create table if not exists vote_code_batch (
    batch_id text primary key,
    ballot_id text not null,
    box_id text not null,
    made integer not null,
    void boolean not null
  );
  create index if not exists vote_code_batch_ballot on vote_code_batch (ballot_id);
`;

const status = (rows: ProjectedRows, ballotId: string, name: string): void =>
  rows.write('update ballot set status = $2 where ballot_id = $1', [ballotId, name]);

const change = (rows: ProjectedRows, { type, data }: BallotFact): void => {
  const { ballotId } = data;
  switch (type) {
    case 'BallotSet.v1':
      return rows.write(
        `insert into ballot (ballot_id, round_id, source_id, status, issue_until, by_code, boxes, least)
         values ($1, $2, $3, 'issuing', $4, $5, $6, $7)`,
        [
          ...[ballotId, data.roundId, data.sourceId, data.issueUntil],
          ...[data.byCode === true, data.boxes.length, data.least],
        ],
      );
    case 'TokensIssued.v1':
      return rows.write('insert into ballot_voter (ballot_id, person_id) values ($1, $2)', [ballotId, data.personId]);
    case 'VoteCodesMade.v1':
      return rows.write(
        'insert into vote_code_batch (batch_id, ballot_id, box_id, made, void) values ($1, $2, $3, $4, false)',
        [data.batchId, ballotId, data.boxId, data.codes.length],
      );
    case 'VoteCodesVoided.v1':
      return rows.write('update vote_code_batch set void = true where batch_id = $1', [data.batchId]);
    case 'BoxesOpened.v1':
      return status(rows, ballotId, 'voting');
    case 'BallotsOpened.v1':
    case 'PapersOpened.v1':
    case 'VoteCodesVoidingProposed.v1':
    case 'VoteCodesVoidingRejected.v1':
    case 'VoteCodeUsed.v1':
      return undefined;
    case 'BallotClosed.v1':
      return status(rows, ballotId, 'closed');
    case 'BallotAnnulled.v1':
      return status(rows, ballotId, 'annulled');
  }
};

/** How far each ballot is, and who has his tokens. Who has voted is in no table. */
export const ballotProjection: Projection = {
  name: 'ballots',
  version: 2,
  tables: TABLES,
  tableNames: ['ballot', 'ballot_voter', 'vote_code_batch'],
  source: { kind: 'log', streamPrefixes: [BALLOT_STREAMS] },
  apply: async (rows, event) => {
    change(rows, { type: event.type, data: event.data } as BallotFact);
  },
};

export const dueBallots =
  (rows: Rows): DueBallots =>
  (now, limit) =>
    rows.query(
      `select ballot_id as "ballotId", issue_until as "issueUntil" from ballot
       where status = 'issuing' and issue_until <= $1 order by issue_until, ballot_id limit $2`,
      [now, limit],
    );

/** Rounds with a ballot that is not over. */
export const roundsWithBallots = async (rows: Rows, limit: number): Promise<readonly string[]> =>
  (
    await rows.query<{ roundId: string }>(
      `select distinct round_id as "roundId" from ballot where status in ('issuing', 'voting') order by round_id limit $1`,
      [limit],
    )
  ).map(({ roundId }) => roundId);
