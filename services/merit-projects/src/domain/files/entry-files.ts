import type { CommandRefusal, Decider, Fact, Refusal } from '@jiangong/event-store';
import type { Instant } from '@jiangong/calendar';
import { firstRefusal, type TextReason, textRefusal } from '@jiangong/wording';
import type { EditionTerms } from '../edition/terms.ts';
import type { EvidenceHash } from '../entries/about.ts';
import { mayBring } from '../entries/bringing.ts';
import { evidenceRefusal, standingRefusal } from '../entries/checks.ts';
import type { EntriesReason } from '../entries/refusals.ts';
import type { Entry } from '../entries/state.ts';
import * as limits from '../limits.ts';

/** What a file shows: the words that offices sort their papers by. */
export const EVIDENCE_KINDS = [
  'photo',
  'report',
  'self-report',
  'deeds',
  'ledger',
  'certificate',
  'media',
  'work',
  'other',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** What a file of an entry shows, in the words of whoever put it forward. Said again, it stands in the place of what was said before. */
export type EvidenceDescribed = Fact<
  'EvidenceDescribed.v1',
  Readonly<{
    entryId: string;
    editionId: string;
    nominatorId: string;
    sha256: EvidenceHash;
    kind: EvidenceKind;
    prose: { caption: string };
  }>
>;

export type DescribeEvidence = Readonly<{
  type: 'DescribeEvidence';
  now: Instant;
  terms: EditionTerms;
  entryId: string;
  /** As the nominator's stream said when the order was loaded; undefined: there is none. */
  entry: Entry | undefined;
  sha256: string;
  kind: string;
  caption: string;
}>;

export type EntryFilesReason = TextReason | EntriesReason | 'EVIDENCE_KIND_UNKNOWN' | 'TOO_MANY_DESCRIPTIONS';
export type EntryFilesRefusal = Refusal<EntryFilesReason> | CommandRefusal;

/** How often files of the entry were described; what they are called does not decide anything. */
export type EntryFiles = Readonly<{ descriptions: number }>;

const isKind = (kind: string): kind is EvidenceKind => (EVIDENCE_KINDS as readonly string[]).includes(kind);

const decide = (
  { descriptions }: EntryFiles,
  { terms, now, entry, entryId, sha256, kind, caption }: DescribeEvidence,
): readonly EvidenceDescribed[] | EntryFilesRefusal => {
  if (!entry) return { reason: 'ENTRY_NOT_FOUND', field: 'entryId' };
  if (terms.kind !== 'open') return { reason: terms.kind === 'closed' ? 'EDITION_CLOSED' : 'EDITION_ABANDONED' };
  const refusal = firstRefusal<EntryFilesRefusal>(
    // What others look at keeps its captions: a return opens them again.
    mayBring(entry, { terms, now })
      ? undefined
      : standingRefusal(entry, ['planned', 'underway', 'proposed', 'returned'], 'ALREADY_DECLARED'),
    evidenceRefusal([sha256]) && { reason: 'EVIDENCE_INVALID', field: 'sha256' },
    textRefusal(caption, { field: 'caption', charactersMax: limits.CAPTION_CHARACTERS_MAX, lines: 'one' }),
  );
  if (refusal) return refusal;
  if (!isKind(kind)) return { reason: 'EVIDENCE_KIND_UNKNOWN', field: 'kind' };
  if (descriptions >= limits.DESCRIPTIONS_PER_ENTRY_MAX)
    return { reason: 'TOO_MANY_DESCRIPTIONS', details: { max: limits.DESCRIPTIONS_PER_ENTRY_MAX } };
  const { editionId, nominatorId } = terms;
  return [
    { type: 'EvidenceDescribed.v1', data: { entryId, editionId, nominatorId, sha256, kind, prose: { caption } } },
  ];
};

/** The rule over what the files of one entry are called (stream `merit-projects.files-<entry>`). */
export const entryFilesDecider: Decider<EntryFiles, DescribeEvidence, EvidenceDescribed, EntryFilesRefusal> = {
  initial: { descriptions: 0 },
  evolve: ({ descriptions }) => ({ descriptions: descriptions + 1 }),
  decide,
};
