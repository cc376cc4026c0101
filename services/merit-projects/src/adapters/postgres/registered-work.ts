import type { RegisteredWork } from '@jiangong/contracts/jiangong/merit_projects/v1/registration';
import type { KeyVault } from '@jiangong/privacy';
import type { Rows } from '@jiangong/read-models';
import type { GivenDocument } from '../../domain/entries/about.ts';
import type { Entry } from '../../domain/entries/state.ts';
import { listOf, openProse, textOf } from './kept-prose.ts';

type Row = Readonly<{
  evidence: string;
  documents: string;
  declaredAt: string;
  stream: string;
  prose: string;
  proseType: string;
  returnProse: string;
}>;

/** A work as whoever holds its code sees it: how it stands by its own stream, and the words of its newest version. */
export const registeredWork = async (rows: Rows, privacy: KeyVault, entry: Entry): Promise<RegisteredWork> => {
  const { entryId, track, title, declarations: version, standing, revision } = entry;
  const [row] = await rows.query<Row>(
    `select evidence, documents, declared_at as "declaredAt", stream, prose, prose_type as "proseType", return_prose as "returnProse"
     from declaration where entry_id = $1 and version = $2`,
    [entryId, version],
  );
  const [said, returned] = await openProse(privacy, [
    row === undefined ? null : { stream: row.stream, prose: row.prose, type: row.proseType },
    row === undefined ? null : { stream: row.stream, prose: row.returnProse, type: 'EntryReturned.v1' },
  ]);
  return {
    ...{ entryId, track, title, version, standing: standing.kind, revision },
    ...{ summary: textOf(said, 'summary'), evidence: row ? (JSON.parse(row.evidence) as string[]) : [] },
    documents: row ? (JSON.parse(row.documents) as GivenDocument[]) : [],
    declaredAt: row?.declaredAt ?? '',
    redeclareUntil: standing.kind === 'returned' ? standing.redeclareUntil : '',
    returnReasons: [...listOf<string>(returned, 'reasons')],
    authorKept: entry.authorsErased < entry.authorsNamed,
  };
};
