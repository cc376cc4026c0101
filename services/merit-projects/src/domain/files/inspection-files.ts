import type { CommandRefusal, Decider, Fact, Refusal } from '@jiangong/event-store';
import type { Instant } from '@jiangong/calendar';
import { firstRefusal, type TextReason, textRefusal } from '@jiangong/wording';
import { type By, partyRefusal } from '../by.ts';
import type { EditionTerms } from '../edition/terms.ts';
import { evidenceRefusal } from '../entries/checks.ts';
import * as limits from '../limits.ts';

type Of = Readonly<{ entryId: string; editionId: string; nominatorId: string; clearanceId: string; fileId: string }>;

/** Which file it is, and what it shows, is sealed with the opinion: a hash in the clear would tell whoever has the same file. */
export type InspectionFileAdded = Fact<
  'InspectionFileAdded.v1',
  Of & Readonly<{ addedAt: Instant; addedBy: string; prose: { sha256: string; caption: string } }>
>;
export type InspectionFileRemoved = Fact<'InspectionFileRemoved.v1', Of & Readonly<{ prose: { why: string } }>>;
export type InspectionFilesFact = InspectionFileAdded | InspectionFileRemoved;

type Base = Readonly<{ now: Instant; by: By; terms: EditionTerms; entryId: string; fileId: string }>;
export type AddInspectionFile = Readonly<{
  type: 'AddInspectionFile';
  clearanceId: string;
  sha256: string;
  caption: string;
}> &
  Base;
export type RemoveInspectionFile = Readonly<{ type: 'RemoveInspectionFile'; why: string }> & Base;
export type InspectionFilesOrder = AddInspectionFile | RemoveInspectionFile;

export type InspectionFilesReason =
  | TextReason
  | 'EVIDENCE_INVALID'
  | 'NOT_THIS_PARTY'
  | 'INSPECTION_FILE_NOT_FOUND'
  | 'TOO_MANY_INSPECTION_FILES';
export type InspectionFilesRefusal = Refusal<InspectionFilesReason> | CommandRefusal;

/** The files that are there, each with its opinion; and how many there ever were. */
export type InspectionFiles = Readonly<{ files: Readonly<Record<string, string>>; added: number }>;

type Decision = readonly InspectionFilesFact[] | InspectionFilesRefusal;

const add = ({ files, added }: InspectionFiles, order: AddInspectionFile): Decision => {
  const { entryId, clearanceId, fileId, sha256, caption, now, by, terms } = order;
  const refusal = firstRefusal<InspectionFilesRefusal>(
    evidenceRefusal([sha256]) && { reason: 'EVIDENCE_INVALID', field: 'sha256' },
    textRefusal(caption, { field: 'caption', charactersMax: limits.CAPTION_CHARACTERS_MAX, lines: 'one' }),
  );
  if (refusal) return refusal;
  const ofOpinion = Object.values(files).filter((one) => one === clearanceId).length;
  if (ofOpinion >= limits.EVIDENCE_FILES_MAX || added >= limits.INSPECTION_FILES_PER_ENTRY_MAX)
    return { reason: 'TOO_MANY_INSPECTION_FILES', details: { max: limits.EVIDENCE_FILES_MAX } };
  const { editionId, nominatorId } = terms;
  const of = { entryId, editionId, nominatorId, clearanceId, fileId };
  const data = { ...of, addedAt: now, addedBy: by.personId, prose: { sha256, caption } };
  return [{ type: 'InspectionFileAdded.v1', data }];
};

const remove = ({ files }: InspectionFiles, { entryId, fileId, why, terms }: RemoveInspectionFile): Decision => {
  const clearanceId = Object.hasOwn(files, fileId) ? files[fileId] : undefined;
  if (clearanceId === undefined) return { reason: 'INSPECTION_FILE_NOT_FOUND', field: 'fileId' };
  const refusal = textRefusal(why, { field: 'why', charactersMax: limits.REASON_CHARACTERS_MAX, lines: 'many' });
  if (refusal) return refusal;
  const { editionId, nominatorId } = terms;
  const of = { entryId, editionId, nominatorId, clearanceId, fileId };
  return [{ type: 'InspectionFileRemoved.v1', data: { ...of, prose: { why } } }];
};

const decide = (state: InspectionFiles, order: InspectionFilesOrder): Decision =>
  partyRefusal(order.terms, order.by, 'clear') ??
  (order.type === 'AddInspectionFile' ? add(state, order) : remove(state, order));

const evolve = ({ files, added }: InspectionFiles, { type, data }: InspectionFilesFact): InspectionFiles =>
  type === 'InspectionFileAdded.v1'
    ? { files: { ...files, [data.fileId]: data.clearanceId }, added: added + 1 }
    : { files: Object.fromEntries(Object.entries(files).filter(([fileId]) => fileId !== data.fileId)), added };

/**
 * The rule over what inspectors add to their opinions on one entry (stream `merit-projects.inspection-<entry>`): before the opinion and after
 * it, also where the year is over, for what was found is kept with what was said.
 */
export const inspectionFilesDecider: Decider<
  InspectionFiles,
  InspectionFilesOrder,
  InspectionFilesFact,
  InspectionFilesRefusal
> = { initial: { files: {}, added: 0 }, evolve, decide };
