import type { ClearanceFile } from '@jiangong/contracts/jiangong/merit_projects/v1/reviews';
import type { KeyVault } from '@jiangong/privacy';
import type { Projection, Rows } from '@jiangong/read-models';
import { type Ground, lookAgain } from '@jiangong/service-host';
import type { InspectionKnowledge } from '../../application/inspection-files.ts';
import { INSPECTION_STREAMS } from '../../application/streams.ts';
import type { InspectionFilesFact } from '../../domain/files/inspection-files.ts';
import { keptText, openProse, textOf } from './kept-prose.ts';

/** What inspectors have added, sealed as it is in the log. */
export const inspectionFilesProjection: Projection = {
  name: 'inspection-files',
  version: 1,
  tables: `
    create table if not exists inspection_file (
      file_id text primary key,
      entry_id text not null,
      clearance_id text not null,
      added_at text not null,
      added_by text not null,
      stream text not null,
      prose text not null,
      position bigint not null
    );
    create index if not exists inspection_file_of_entry on inspection_file (entry_id);`,
  tableNames: ['inspection_file'],
  source: { kind: 'log', streamPrefixes: [INSPECTION_STREAMS] },
  apply: async (rows, event) => {
    const { type, data } = { type: event.type, data: event.data } as InspectionFilesFact;
    if (type === 'InspectionFileRemoved.v1')
      return rows.write('delete from inspection_file where file_id = $1', [data.fileId]);
    return rows.write(
      `insert into inspection_file (file_id, entry_id, clearance_id, added_at, added_by, stream, prose, position)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        ...[data.fileId, data.entryId, data.clearanceId, data.addedAt, data.addedBy],
        ...[event.stream, keptText(data), event.position],
      ],
    );
  },
};

type Row = Readonly<{
  fileId: string;
  clearanceId: string;
  addedAt: string;
  addedBy: string;
  stream: string;
  prose: string;
}>;
type Stored = Readonly<{ sha256: string; mediaType: string; bytes: number; destroyedAt: string }>;

export type InspectionFile = ClearanceFile & Readonly<{ clearanceId: string; sha256: string; destroyedAt: string }>;

/** The files of all opinions on an entry, opened: which bytes they are stands among what is sealed. */
export const inspectionFilesOf = async (
  rows: Rows,
  privacy: KeyVault,
  entryId: string,
): Promise<readonly InspectionFile[]> => {
  const found = await rows.query<Row>(
    `select file_id as "fileId", clearance_id as "clearanceId", added_at as "addedAt", added_by as "addedBy", stream, prose
     from inspection_file where entry_id = $1 order by position`,
    [entryId],
  );
  const opened = await openProse(
    privacy,
    found.map(({ stream, prose }) => ({ stream, prose, type: 'InspectionFileAdded.v1' })),
  );
  const hashes = opened.map((prose) => textOf(prose, 'sha256'));
  const stored = await rows.query<Stored>(
    `select sha256, media_type as "mediaType", bytes, destroyed_at as "destroyedAt" from evidence_file where sha256 = any($1)`,
    [hashes],
  );
  return found.map(({ fileId, clearanceId, addedAt, addedBy }, index) => {
    const sha256 = hashes[index] ?? '';
    const file = stored.find((one) => one.sha256 === sha256);
    return {
      ...{ fileId, clearanceId, addedAt, addedBy, sha256, caption: textOf(opened[index], 'caption') },
      ...{ mediaType: file?.mediaType ?? '', bytes: file?.bytes ?? 0, destroyedAt: file?.destroyedAt ?? '' },
    };
  });
};

export const inspectionKnowledge = (ground: Ground): InspectionKnowledge => ({
  hasClearance: async (entryId, clearanceId) => {
    const found = await lookAgain(ground, async () => {
      const rows = await ground.rows.query('select 1 from clearance where entry_id = $1 and clearance_id = $2', [
        ...[entryId, clearanceId],
      ]);
      return rows.length > 0 ? true : undefined;
    });
    return found ?? false;
  },
});
