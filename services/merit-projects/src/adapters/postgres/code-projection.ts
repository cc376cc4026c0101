import type { ProjectedEvent, Projection, ProjectedRows } from '@jiangong/read-models';
import { workIdOf } from '../../application/entry-codes.ts';
import { CODES_STREAMS } from '../../application/streams.ts';
import type { CodesFact, CodesHandedOut } from '../../domain/codes/facts.ts';

const handOut = (
  rows: ProjectedRows,
  { data }: CodesHandedOut,
  { occurredAt, position, actor }: ProjectedEvent,
): void => {
  const { editionId, batchId, organizationId, hashes } = data;
  rows.write(
    `insert into code_batch (batch_id, edition_id, organization_id, handed_out_at, handed_out_by, position)
     values ($1, $2, $3, $4, $5, $6)`,
    [batchId, editionId, organizationId, occurredAt, actor.id ?? '', position],
  );
  rows.write(
    `insert into entry_code (code_hash, batch_id, number, work_id, recalled)
     select h.hash, $1, h.number, h.work_id, false from unnest($2::text[], $3::text[]) with ordinality as h (hash, work_id, number)`,
    [batchId, hashes, hashes.map((hash) => workIdOf(editionId, hash))],
  );
};

/** Codes by their hashes, and what was handed out together. What was entered by one is found by the work that it stands for. */
export const codeProjection: Projection = {
  name: 'entry-codes',
  version: 1,
  tables: `
    create table if not exists code_batch (
      batch_id text primary key,
      edition_id text not null,
      organization_id text not null,
      handed_out_at text not null,
      handed_out_by text not null,
      position bigint not null
    );
    create index if not exists code_batch_edition on code_batch (edition_id, position);
    create table if not exists entry_code (
      code_hash text primary key,
      batch_id text not null,
      number integer not null,
      work_id text not null,
      recalled boolean not null
    );
    create index if not exists entry_code_batch on entry_code (batch_id);`,
  tableNames: ['code_batch', 'entry_code'],
  source: { kind: 'log', streamPrefixes: [CODES_STREAMS] },
  apply: async (rows, event) => {
    const fact = { type: event.type, data: event.data } as CodesFact;
    if (fact.type === 'CodesHandedOut.v1') return handOut(rows, fact, event);
    const { batchId, numbers } = fact.data;
    return rows.write('update entry_code set recalled = true where batch_id = $1 and number = any($2)', [
      batchId,
      numbers,
    ]);
  },
};
