import type { Projection, Rows } from '@jiangong/read-models';
import { EVIDENCE_STREAMS, UPLOAD_STREAMS } from '../../application/streams.ts';
import type { EvidenceFact } from '../../domain/evidence/evidence-file.ts';
import type { EvidenceAdded } from '../../domain/evidence/upload.ts';

/** Files that were added, with the type told from their content; who added them, what is to go, and what is gone. */
export const evidenceProjection: Projection = {
  name: 'evidence-files',
  version: 3,
  tables: `
    create table if not exists evidence_file (
      sha256 text primary key,
      bytes integer not null,
      media_type text not null,
      proposal_id text not null,
      proposal_entry text not null,
      proposed_at text not null,
      destroyed_at text not null,
      destroyed_position bigint not null
    );
    create table if not exists evidence_adder (
      sha256 text not null,
      person_id text not null,
      primary key (sha256, person_id)
    );
    create index if not exists evidence_file_destroyed on evidence_file (destroyed_position) where destroyed_position > 0;`,
  tableNames: ['evidence_file', 'evidence_adder'],
  source: { kind: 'log', streamPrefixes: [EVIDENCE_STREAMS, UPLOAD_STREAMS] },
  apply: async (rows, event) => {
    const fact = { type: event.type, data: event.data } as EvidenceFact | EvidenceAdded;
    const { sha256 } = fact.data;
    const proposed = (...proposal: readonly [id: string, entryId: string, at: string]): void =>
      rows.write('update evidence_file set proposal_id = $2, proposal_entry = $3, proposed_at = $4 where sha256 = $1', [
        sha256,
        ...proposal,
      ]);
    const added = (personId: string): void =>
      rows.write('insert into evidence_adder (sha256, person_id) values ($1, $2) on conflict do nothing', [
        ...[sha256, personId],
      ]);
    switch (fact.type) {
      case 'EvidenceAdded.v1':
        return added(fact.data.addedBy);
      case 'EvidenceRegistered.v1': {
        const { bytes, mediaType } = fact.data;
        // Before there were facts of who added a file, the first who did stood with the file alone.
        if (event.actor.kind === 'person') added(event.actor.id ?? '');
        return rows.write(
          `insert into evidence_file (sha256, bytes, media_type, proposal_id, proposal_entry, proposed_at, destroyed_at, destroyed_position)
           values ($1, $2, $3, '', '', '', '', 0)`,
          [sha256, bytes, mediaType],
        );
      }
      case 'ActProposed.v1':
        return proposed(fact.data.proposalId, fact.data.entryId, fact.data.proposedAt);
      case 'ProposalRejected.v1':
        return proposed('', '', '');
      case 'EvidenceDestroyed.v1':
        proposed('', '', '');
        return rows.write('update evidence_file set destroyed_at = $2, destroyed_position = $3 where sha256 = $1', [
          ...[sha256, event.occurredAt, event.position],
        ]);
    }
  },
};

export type DestroyedFile = Readonly<{ sha256: string; position: number }>;

/** Files that were destroyed behind a position of the log, the first first. */
export const destroyedFiles = async (rows: Rows, after: number, limit: number): Promise<readonly DestroyedFile[]> =>
  rows.query<DestroyedFile>(
    `select sha256, destroyed_position as position from evidence_file where destroyed_position > $1 order by destroyed_position limit $2`,
    [after, limit],
  );
