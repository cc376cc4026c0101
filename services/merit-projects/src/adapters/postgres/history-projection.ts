import { isSealed } from '@jiangong/privacy';
import type { Projection } from '@jiangong/read-models';
import { EVIDENCE_STREAMS, UNIT_EDITION_STREAMS } from '../../application/streams.ts';
import type { EvidenceRegistered } from '../../domain/evidence/evidence-file.ts';
import type { UnitEditionFact } from '../../domain/unit-edition/facts.ts';

const TABLES = `
  create table if not exists entry_history (
    entry_id text not null,
    position bigint not null,
    revision bigint not null,
    event_id text not null,
    type text not null,
    occurred_at text not null,
    actor_kind text not null,
    actor_id text not null,
    actor_role text not null,
    hash text not null,
    data text not null,
    primary key (entry_id, position)
  );
`;

/** What of an event is shown: nothing sealed. */
const shown = (fact: UnitEditionFact): string =>
  JSON.stringify(Object.fromEntries(Object.entries(fact.data).filter(([, value]) => !isSealed(value))));

/** Everything that happened to each entry, as those may see it who see the entry. */
export const historyProjection: Projection = {
  name: 'entry-history',
  version: 1,
  tables: TABLES,
  tableNames: ['entry_history'],
  source: { kind: 'log', streamPrefixes: [UNIT_EDITION_STREAMS] },
  apply: async (rows, event) => {
    const fact = { type: event.type, data: event.data } as UnitEditionFact;
    const { kind, id, role } = event.actor;
    rows.write(
      `insert into entry_history (entry_id, position, revision, event_id, type, occurred_at, actor_kind, actor_id, actor_role, hash, data)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        fact.data.entryId,
        event.position,
        event.revision,
        event.eventId,
        event.type,
        event.occurredAt,
        kind,
        kind === 'protected' ? '' : (id ?? ''),
        role ?? '',
        event.hash,
        shown(fact),
      ],
    );
  },
};

/** Evidence files that were added, with the type told from their content. */
export const evidenceProjection: Projection = {
  name: 'evidence-files',
  version: 1,
  tables:
    'create table if not exists evidence_file (sha256 text primary key, bytes integer not null, media_type text not null);',
  tableNames: ['evidence_file'],
  source: { kind: 'log', streamPrefixes: [EVIDENCE_STREAMS] },
  apply: async (rows, event) => {
    const { sha256, bytes, mediaType } = event.data as EvidenceRegistered['data'];
    rows.write('insert into evidence_file (sha256, bytes, media_type) values ($1, $2, $3)', [sha256, bytes, mediaType]);
  },
};
