import type { ProjectedEvent, Projection, ProjectedRows } from '@jiangong/read-models';
import { DOSSIER_STREAMS } from '../../application/streams.ts';
import type { DossierFact } from '../../domain/dossier/dossier.ts';
import { keptText } from './kept-prose.ts';

const TABLES = `
  create table if not exists milestone_reached (
    entry_id text not null,
    milestone_id text not null,
    completed_on text not null,
    primary key (entry_id, milestone_id)
  );
  create table if not exists report (
    entry_id text not null,
    report_id text not null,
    evidence text not null,
    reported_at text not null,
    stream text not null,
    prose text not null,
    position bigint not null,
    primary key (entry_id, report_id)
  );
  create table if not exists feature (
    entry_id text primary key,
    link text not null,
    stream text not null,
    prose text not null
  );
`;

const keep = (rows: ProjectedRows, fact: DossierFact, event: ProjectedEvent): void => {
  const { entryId } = fact.data;
  switch (fact.type) {
    case 'MilestoneCompleted.v1':
      return rows.write(
        'insert into milestone_reached (entry_id, milestone_id, completed_on) values ($1, $2, $3) on conflict do nothing',
        [entryId, fact.data.milestoneId, fact.data.effectiveOn],
      );
    case 'MilestoneReopened.v1':
      return rows.write('delete from milestone_reached where entry_id = $1 and milestone_id = $2', [
        entryId,
        fact.data.milestoneId,
      ]);
    case 'ProgressReported.v1': {
      const { reportId, evidence } = fact.data;
      return rows.write(
        `insert into report (entry_id, report_id, evidence, reported_at, stream, prose, position) values ($1, $2, $3, $4, $5, $6, $7)`,
        [
          ...[entryId, reportId, JSON.stringify(evidence), event.occurredAt],
          ...[event.stream, keptText(fact.data), event.position],
        ],
      );
    }
    case 'EntryFeatured.v1':
      return rows.write('insert into feature (entry_id, link, stream, prose) values ($1, $2, $3, $4)', [
        entryId,
        fact.data.link ?? '',
        event.stream,
        keptText(fact.data),
      ]);
    case 'FeaturingEnded.v1':
      return rows.write('delete from feature where entry_id = $1', [entryId]);
  }
};

/** What was reported of each entry, and which of its milestones are reached. */
export const dossierProjection: Projection = {
  name: 'dossiers',
  version: 3,
  tables: TABLES,
  tableNames: ['milestone_reached', 'report', 'feature'],
  source: { kind: 'log', streamPrefixes: [DOSSIER_STREAMS] },
  apply: async (rows, event) => {
    keep(rows, { type: event.type, data: event.data } as DossierFact, event);
  },
};
