import type { ProjectedRows, Projection } from '@jiangong/read-models';
import { BONUS_STREAMS, ROUND_STREAMS } from '../../application/streams.ts';
import type { RoundFact } from '../../domain/round/facts.ts';
import type { BonusFact } from '../../domain/bonus/facts.ts';

const TABLES = `
  create table if not exists bonus_claim (
    round_id text not null,
    entry_id text not null,
    claim_id text not null,
    standing text not null,
    claimed_at text not null,
    last_at text not null,
    primary key (round_id, entry_id, claim_id)
  );
  create table if not exists bonus_entry_out (
    round_id text not null,
    entry_id text not null,
    primary key (round_id, entry_id)
  );
  create table if not exists bonus_proposal (
    round_id text not null,
    entry_id text not null,
    proposal_id text not null,
    proposed_by text not null,
    role text not null,
    primary key (round_id, entry_id, proposal_id)
  );
`;

type Of = Readonly<{ roundId: string; entryId: string }>;

const answered = (rows: ProjectedRows, { roundId, entryId }: Of, proposalId: string | null): void => {
  if (proposalId !== null)
    rows.write('delete from bonus_proposal where round_id = $1 and entry_id = $2 and proposal_id = $3', [
      ...[roundId, entryId, proposalId],
    ]);
};

const change = (rows: ProjectedRows, { type, data }: BonusFact, at: string): void => {
  const { roundId, entryId } = data;
  const stands = (claimId: string, standing: string): void =>
    rows.write(
      'update bonus_claim set standing = $4, last_at = $5 where round_id = $1 and entry_id = $2 and claim_id = $3',
      [roundId, entryId, claimId, standing, at],
    );
  switch (type) {
    case 'BonusClaimed.v1':
      return rows.write(
        `insert into bonus_claim (round_id, entry_id, claim_id, standing, claimed_at, last_at)
         values ($1, $2, $3, 'waiting', $4, $4)`,
        [roundId, entryId, data.claimId, at],
      );
    case 'ClaimWithdrawn.v1':
      return stands(data.claimId, 'withdrawn');
    case 'ClaimDecided.v1':
    case 'ClaimReconsidered.v1':
      stands(data.claimId, data.verdict.outcome);
      return answered(rows, data, data.proposalId);
    case 'ActProposed.v1':
      return rows.write(
        'insert into bonus_proposal (round_id, entry_id, proposal_id, proposed_by, role) values ($1, $2, $3, $4, $5)',
        [roundId, entryId, data.proposalId, data.proposedBy, data.role],
      );
    case 'ProposalRejected.v1':
      return answered(rows, data, data.proposalId);
  }
};

/** Nobody waits for the claims of an entry that is judged no more. */
const entryChange = (rows: ProjectedRows, { type, data }: RoundFact): void => {
  if (type === 'EntryTakenOut.v1')
    rows.write('insert into bonus_entry_out (round_id, entry_id) values ($1, $2) on conflict do nothing', [
      ...[data.roundId, data.entryId],
    ]);
  else if (type === 'EntryPutBack.v1')
    rows.write('delete from bonus_entry_out where round_id = $1 and entry_id = $2', [data.roundId, data.entryId]);
};

/** How each claim stands, and what waits for a second person. What was claimed, and what it gives, is never in it. */
export const bonusProjection: Projection = {
  name: 'bonuses',
  version: 1,
  tables: TABLES,
  tableNames: ['bonus_claim', 'bonus_entry_out', 'bonus_proposal'],
  source: { kind: 'log', streamPrefixes: [BONUS_STREAMS, ROUND_STREAMS] },
  apply: async (rows, event) => {
    const { stream, type, data, occurredAt } = event;
    if (stream.startsWith(BONUS_STREAMS)) change(rows, { type, data } as BonusFact, occurredAt);
    else entryChange(rows, { type, data } as RoundFact);
  },
};
