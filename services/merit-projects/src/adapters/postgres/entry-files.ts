import type { EntryFile } from '@jiangong/contracts/jiangong/merit_projects/v1/files';
import type { KeyVault } from '@jiangong/privacy';
import type { Rows } from '@jiangong/read-models';
import { openProse, textOf } from './kept-prose.ts';

type UseRow = Readonly<{ sha256: string; used_in: string; part_id: string }>;

/**
 * The files of an entry, the one added first before the others. Bounded by the rule book: 100 reports, 20 milestones and its declarations
 * name at most 20 files each.
 */
export const filesOf = async (rows: Rows, privacy: KeyVault, entryId: string): Promise<readonly EntryFile[]> => {
  const [found, uses] = await Promise.all([
    rows.query<Omit<EntryFile, 'caption' | 'uses'> & { stream: string; prose: string }>(
      `select e.sha256, f.media_type as "mediaType", f.bytes, e.kind, e.named_at as "addedAt", e.named_by as "addedBy", e.stream, e.prose
       from entry_file e join evidence_file f on f.sha256 = e.sha256 where e.entry_id = $1 order by e.position, e.sha256`,
      [entryId],
    ),
    rows.query<UseRow>('select sha256, used_in, part_id from entry_file_use where entry_id = $1 order by position', [
      entryId,
    ]),
  ]);
  const captions = await openProse(
    privacy,
    found.map(({ stream, prose }) => (prose === '' ? null : { stream, prose, type: 'EvidenceDescribed.v1' })),
  );
  return found.map(({ stream: _stream, prose: _prose, ...file }, index) => ({
    ...file,
    caption: textOf(captions[index], 'caption'),
    uses: uses
      .filter(({ sha256 }) => sha256 === file.sha256)
      .map(({ used_in: usedIn, part_id: partId }) => ({ usedIn, partId })),
  }));
};
