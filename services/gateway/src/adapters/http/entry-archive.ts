import { Readable } from 'node:stream';
import { EVIDENCE_EXTENSIONS, type EvidenceStore } from '@jiangong/evidence';
import { ZipFile } from 'yazl';
import { archiveNames } from '../../application/archive-names.ts';
import { EdgeError } from '../../application/problem.ts';

/** What fits on an office's line, and into its turn. */
export const ARCHIVE_BYTES_MAX = 500_000_000;

export type ArchivedFile = Readonly<{
  sha256: string;
  bytes: number;
  mediaType: string;
  caption: string;
  addedAt: string;
}>;

const extensionOf = (mediaType: string): string =>
  (EVIDENCE_EXTENSIONS as Readonly<Record<string, string>>)[mediaType] ?? 'bin';

/**
 * Files as one archive that is written while it is sent. Not compressed: pictures, PDF and Office files are already. A file that is gone
 * from the store breaks the answer off, so that nobody takes a part for the whole.
 */
export const archiveOf = (evidence: EvidenceStore, files: readonly ArchivedFile[]): Readable => {
  if (files.reduce((sum, { bytes }) => sum + bytes, 0) > ARCHIVE_BYTES_MAX) throw new EdgeError('ARCHIVE_TOO_LARGE');
  const zip = new ZipFile();
  const out = zip.outputStream as Readable;
  zip.on('error', (error: Error) => out.destroy(error));
  const names = archiveNames(
    files.map(({ sha256, caption, mediaType }) => ({ sha256, caption, extension: extensionOf(mediaType) })),
  );
  for (const [index, { sha256, addedAt }] of files.entries()) {
    zip.addReadStreamLazy(names[index] ?? sha256, { compress: false, mtime: new Date(addedAt) }, (opened) => {
      evidence.open(sha256).then(
        (content) =>
          content === undefined
            ? opened(new Error('a registered file is not in the store'), Readable.from([]))
            : opened(null, Readable.from(content, { objectMode: false })),
        (error: unknown) => opened(error, Readable.from([])),
      );
    });
  }
  zip.end();
  return out;
};
