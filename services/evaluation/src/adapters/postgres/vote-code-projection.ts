import type { Projection, Rows } from '@jiangong/read-models';
import { BALLOT_STREAMS } from '../../application/streams.ts';
import { hintOf } from '../../application/vote-code-text.ts';
import type { BallotsOfHint } from '../../application/vote-codes.ts';
import type { BallotFact } from '../../domain/ballot/facts.ts';

const TABLES = `
  create table if not exists code_ballot (
    ballot_id text primary key,
    hint text not null
  );
  create index if not exists code_ballot_hint on code_ballot (hint);
`;

/** By what the codes begin of each ballot that is under way. No code, and nothing of one, stands in any table. */
export const voteCodeProjection: Projection = {
  name: 'vote-codes',
  version: 1,
  tables: TABLES,
  tableNames: ['code_ballot'],
  source: { kind: 'log', streamPrefixes: [BALLOT_STREAMS] },
  apply: async (rows, event) => {
    const { type, data } = { type: event.type, data: event.data } as BallotFact;
    const { ballotId } = data;
    if (type === 'BallotSet.v1' && data.byCode === true)
      rows.write('insert into code_ballot (ballot_id, hint) values ($1, $2)', [ballotId, hintOf(ballotId)]);
    if (type === 'BallotClosed.v1' || type === 'BallotAnnulled.v1')
      rows.write('delete from code_ballot where ballot_id = $1', [ballotId]);
  },
};

export const ballotsOfHint =
  (rows: Rows): BallotsOfHint =>
  async (hint) =>
    (
      await rows.query<{ ballotId: string }>(
        'select ballot_id as "ballotId" from code_ballot where hint = $1 order by ballot_id',
        [hint],
      )
    ).map(({ ballotId }) => ballotId);
