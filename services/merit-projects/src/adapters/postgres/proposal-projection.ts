import type { Projection } from '@jiangong/read-models';
import { EDITION_STREAMS, ENTRIES_STREAMS, EVIDENCE_STREAMS } from '../../application/streams.ts';
import type { EditionFact } from '../../domain/edition/facts.ts';
import type { EntryFact } from '../../domain/entries/facts.ts';
import type { EvidenceFact } from '../../domain/evidence/evidence-file.ts';
import { keptText } from './kept-prose.ts';

/** What was carried out, in whatever fact, names its proposal. */
const settledBy = (data: Readonly<Record<string, unknown>>): string =>
  typeof data['proposalId'] === 'string' ? data['proposalId'] : '';

/** Acts that one person proposed and nobody has carried out or turned down. */
export const proposalProjection: Projection = {
  name: 'proposals',
  version: 2,
  tables: `
    create table if not exists proposal (
      proposal_id text primary key,
      edition_id text not null,
      entry_id text not null,
      act text not null,
      terms text not null,
      proposed_by text not null,
      role text not null,
      proposed_at text not null,
      stream text not null,
      prose text not null,
      position bigint not null unique
    );
    create index if not exists proposal_of_edition on proposal (edition_id, position);`,
  tableNames: ['proposal'],
  source: { kind: 'log', streamPrefixes: [EDITION_STREAMS, ENTRIES_STREAMS, EVIDENCE_STREAMS] },
  apply: async (rows, event) => {
    const fact = { type: event.type, data: event.data } as EditionFact | EntryFact | EvidenceFact;
    if (fact.type !== 'ActProposed.v1') {
      const proposalId = settledBy(fact.data as Readonly<Record<string, unknown>>);
      if (proposalId !== '') rows.write('delete from proposal where proposal_id = $1', [proposalId]);
      return;
    }
    const { proposalId, editionId, act, terms, proposedBy, role, proposedAt } = fact.data;
    const entryId = 'entryId' in fact.data ? fact.data.entryId : '';
    rows.write(
      `insert into proposal (proposal_id, edition_id, entry_id, act, terms, proposed_by, role, proposed_at, stream, prose, position)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        ...[proposalId, editionId, entryId, act, JSON.stringify(terms), proposedBy, role, proposedAt],
        ...[event.stream, keptText(fact.data), event.position],
      ],
    );
  },
};
