import type { ProjectedEvent, ProjectedRows, Projection } from '@jiangong/read-models';
import { DOSSIER_STREAMS, ENTRIES_STREAMS, FILES_STREAMS } from '../../application/streams.ts';
import type { DossierFact } from '../../domain/dossier/dossier.ts';
import type { EntriesFact } from '../../domain/entries/facts.ts';
import type { EvidenceDescribed } from '../../domain/files/entry-files.ts';
import { keptText } from './kept-prose.ts';

const TABLES = `
  create table if not exists entry_file (
    entry_id text not null,
    sha256 text not null,
    named_at text not null,
    named_by text not null,
    kind text not null,
    stream text not null,
    prose text not null,
    position bigint not null,
    primary key (entry_id, sha256)
  );
  create index if not exists entry_file_named on entry_file (sha256);
  create table if not exists entry_file_use (
    entry_id text not null,
    sha256 text not null,
    used_in text not null,
    part_id text not null,
    position bigint not null,
    primary key (entry_id, sha256, used_in, part_id)
  );
`;

/** The first who names a file for an entry has added it there: the same bytes may be known from elsewhere, which tells nobody anything. */
const name = (rows: ProjectedRows, entryId: string, sha256: string, event: ProjectedEvent): void =>
  rows.write(
    `insert into entry_file (entry_id, sha256, named_at, named_by, kind, stream, prose, position) values ($1, $2, $3, $4, '', '', '', $5)
     on conflict do nothing`,
    [entryId, sha256, event.occurredAt, event.actor.id ?? '', event.position],
  );

type Use = Readonly<{ usedIn: 'declaration' | 'report' | 'milestone'; partId: string; evidence: readonly string[] }>;

const useOf = (fact: DossierFact | EntriesFact): Use | undefined => {
  switch (fact.type) {
    case 'EntryDeclared.v1':
    case 'EntryRedeclared.v1':
      return { usedIn: 'declaration', partId: String(fact.data.version), evidence: fact.data.evidence };
    case 'ProgressReported.v1':
      return { usedIn: 'report', partId: fact.data.reportId, evidence: fact.data.evidence };
    case 'MilestoneCompleted.v1':
      return { usedIn: 'milestone', partId: fact.data.milestoneId, evidence: fact.data.evidence };
    default:
      return undefined;
  }
};

/** The files of each entry: who added them when, what they show, and where they are used. */
export const entryFilesProjection: Projection = {
  name: 'entry-files',
  version: 2,
  tables: TABLES,
  tableNames: ['entry_file', 'entry_file_use'],
  source: { kind: 'log', streamPrefixes: [FILES_STREAMS, DOSSIER_STREAMS, ENTRIES_STREAMS] },
  apply: async (rows, event) => {
    const fact = { type: event.type, data: event.data } as EvidenceDescribed | DossierFact | EntriesFact;
    if (fact.type === 'EvidenceDescribed.v1') {
      const { entryId, sha256, kind } = fact.data;
      name(rows, entryId, sha256, event);
      return rows.write(
        'update entry_file set kind = $3, stream = $4, prose = $5 where entry_id = $1 and sha256 = $2',
        [entryId, sha256, kind, event.stream, keptText(fact.data)],
      );
    }
    const use = useOf(fact);
    if (use === undefined || !('entryId' in fact.data)) return;
    const { entryId } = fact.data;
    for (const sha256 of use.evidence) {
      name(rows, entryId, sha256, event);
      rows.write(
        `insert into entry_file_use (entry_id, sha256, used_in, part_id, position) values ($1, $2, $3, $4, $5) on conflict do nothing`,
        [entryId, sha256, use.usedIn, use.partId, event.position],
      );
    }
  },
};
