import { createHmac } from 'node:crypto';
import { EdgeError } from './problem.ts';
import { openBox, sealBox } from './sealed-box.ts';

/** What may be begun and not yet sent; the page of the same name keeps it. */
export const draftKinds = [
  'entry-plan',
  'nomination',
  'entry-revision',
  'declaration',
  'progress-report',
  'review',
  'return',
  'clearance',
  'objection-answer',
  'score-sheet',
  'decision',
  'edition',
  'template',
  'organization',
  'person',
] as const;
export type DraftKind = (typeof draftKinds)[number];

/** As large as a sheet of 2,000 cells with remarks needs; the request's own limit is a megabyte. */
export const DRAFT_BYTES_MAX = 262_144;
export const DRAFTS_OF_PERSON_MAX = 200;
/** Since it was last saved. */
export const DRAFT_KEPT_MS = 60 * 24 * 60 * 60_000;
/** Of the first save: nothing was there. */
const NOTHING_YET = -1;

export type DraftPlace = Readonly<{ personId: string; kind: DraftKind; subjectId: string }>;
export type DraftShown = Readonly<{
  kind: DraftKind;
  subjectId: string;
  revision: number;
  savedAt: number;
  bytes: number;
}>;

/** Where drafts are kept: rows of their person, nobody else's. Never in the log. */
export interface DraftStore {
  /**
   * Puts it there when what is there is what the sender saw (-1: nothing), and answers its new revision. A save whose answer was lost
   * comes again: when what is there is this very content, one revision on, it is answered as kept. Else `changed`; `full` when the
   * person has as many drafts as anybody may have.
   */
  put(
    place: DraftPlace,
    draft: Readonly<{ sealed: Buffer; digest: Buffer; bytes: number; seen: number; nowMs: number; draftsMax: number }>,
  ): Promise<{ kind: 'kept'; revision: number } | { kind: 'changed' } | { kind: 'full' }>;
  get(place: DraftPlace): Promise<(DraftShown & Readonly<{ sealed: Buffer }>) | undefined>;
  /** The one saved last first. */
  list(personId: string): Promise<readonly DraftShown[]>;
  remove(place: DraftPlace): Promise<void>;
  sweep(savedBeforeMs: number): Promise<void>;
}

export type DraftParts = Readonly<{ store: DraftStore; key: Buffer; nowMs: () => number }>;

/** Bound to the box: a draft read in another's place does not open. */
const labelOf = ({ personId, kind, subjectId }: DraftPlace): string => `draft ${personId} ${kind} ${subjectId}`;

export type Drafts = Readonly<{
  /** @throws {EdgeError} DRAFT_CHANGED (412) when another window saved meanwhile, DRAFT_TOO_LARGE, TOO_MANY_DRAFTS. */
  save: (
    place: DraftPlace,
    draft: Readonly<{ content: Buffer; seen: number }>,
  ) => Promise<Readonly<{ revision: number; savedAt: number }>>;
  /** @throws {EdgeError} DRAFT_NOT_FOUND. */
  read: (place: DraftPlace) => Promise<DraftShown & Readonly<{ content: Buffer }>>;
  list: (personId: string) => Promise<readonly DraftShown[]>;
  /** Once more is as good as once. */
  discard: (place: DraftPlace) => Promise<void>;
  sweep: () => Promise<void>;
}>;

/**
 * What a person has begun and not sent: sealed, his own, gone `DRAFT_KEPT_MS` after the last save. A draft is no event: what nobody sent
 * has not happened.
 */
export const drafts = ({ store, key, nowMs }: DraftParts): Drafts => ({
  async save(place, { content, seen }) {
    if (content.length > DRAFT_BYTES_MAX) throw new EdgeError('DRAFT_TOO_LARGE', { field: 'content' });
    const savedAt = nowMs();
    const sealed = sealBox(key, labelOf(place), content);
    const answer = await store.put(place, {
      sealed,
      // Keyed: a draft of three words can not be guessed from it.
      digest: createHmac('sha256', key).update(labelOf(place)).update(content).digest(),
      bytes: content.length,
      seen,
      nowMs: savedAt,
      draftsMax: DRAFTS_OF_PERSON_MAX,
    });
    if (answer.kind === 'full') throw new EdgeError('TOO_MANY_DRAFTS');
    if (answer.kind === 'changed') throw new EdgeError('DRAFT_CHANGED', { field: 'If-Match' });
    return { revision: answer.revision, savedAt };
  },
  async read(place) {
    const found = await store.get(place);
    if (found === undefined) throw new EdgeError('DRAFT_NOT_FOUND');
    const { sealed, ...shown } = found;
    return { ...shown, content: openBox(key, labelOf(place), sealed) };
  },
  list: async (personId) => store.list(personId),
  discard: async (place) => store.remove(place),
  sweep: async () => store.sweep(nowMs() - DRAFT_KEPT_MS),
});

/** The revision that a save must have seen, from its `If-Match`. */
export const seenRevisionOf = (expected: number | undefined): number => expected ?? NOTHING_YET;
