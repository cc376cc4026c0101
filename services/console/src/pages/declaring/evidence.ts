import type { Schemas } from '../../api/client.ts';

export type FileKind = NonNullable<Schemas['EntryFile']['kind']>;

export const FILE_KINDS: readonly FileKind[] = [
  'photo',
  'report',
  'self-report',
  'deeds',
  'ledger',
  'certificate',
  'media',
  'work',
  'other',
];

/** A file that has arrived and is about to be named in a report or a declaration. */
export type Evidence = Readonly<{
  sha256: string;
  mediaType: string;
  bytes: number;
  kind: FileKind;
  caption: string;
  /** What the file was called on the device: shown until it is sent, and never sent. */
  name: string;
}>;

/** Files of one report or declaration (services/merit-projects, `EVIDENCE_FILES_MAX`). */
export const EVIDENCE_MAX = 20;
export const CAPTION_CHARS_MAX = 100;

export const isPicture = (mediaType: string): boolean => mediaType.startsWith('image/');

export const arrived = ({ sha256, mediaType, bytes }: Schemas['EvidenceKept'], name: string): Evidence => ({
  sha256,
  mediaType,
  bytes,
  kind: isPicture(mediaType) ? 'photo' : 'report',
  caption: '',
  name,
});

/** The same file twice is one file. */
export const withFile = (all: readonly Evidence[], one: Evidence): readonly Evidence[] =>
  all.some(({ sha256 }) => sha256 === one.sha256) ? all : [...all, one];

export const evidenceIn = (kept: unknown): readonly Evidence[] =>
  Array.isArray(kept)
    ? kept.filter(
        (one): one is Evidence =>
          typeof one === 'object' && one !== null && typeof (one as Evidence).sha256 === 'string',
      )
    : [];
