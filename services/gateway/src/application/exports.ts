import { randomUUID } from 'node:crypto';
import { EdgeError, type RefusalSaid } from './problem.ts';

export const exportFormats = ['csv', 'xlsx'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export const exportStates = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const;
export type ExportState = (typeof exportStates)[number];

/** A sheet is built in memory, a text is written as it comes. */
export const EXPORT_ROWS_MAX: Readonly<Record<ExportFormat, number>> = { csv: 200_000, xlsx: 20_000 };
export const EXPORT_BYTES_MAX = 100_000_000;
export const EXPORTS_OF_PERSON_MAX = 5;
/** One after the other in a gateway: a list of a whole province must not take the turns of people who wait for a page. */
export const EXPORTS_AT_ONCE_MAX = 1;
export const EXPORTS_WAITING_MAX = 20;
export const EXPORT_KEPT_MS = 24 * 60 * 60_000;
/** A job that says nothing for so long belonged to a gateway that is gone. */
export const EXPORT_SILENT_MS = 60_000;
const PART_BYTES = 262_144;

export type ExportAsked = Readonly<{ list: string; format: ExportFormat }>;

export type ExportJob = Readonly<{
  exportId: string;
  personId: string;
  list: string;
  format: ExportFormat;
  state: ExportState;
  /** Written so far, and of how many, where the list says so. */
  rows: number;
  total: number | null;
  bytes: number;
  askedAt: number;
  toldAt: number;
  failure: RefusalSaid | null;
}>;

type Progress = Readonly<{ rows: number; total: number | null; bytes: number }>;

/** Jobs and what they wrote, sealed by who puts it there. Every change names the state it changes: a cancelled job stays cancelled. */
export interface ExportStore {
  /** False: the person has as many as anybody may have. */
  begin(job: ExportJob, ofPersonMax: number): Promise<boolean>;
  /** False: the job is not waiting or running any more, so that whoever works on it stops. */
  tell(exportId: string, progress: Progress, nowMs: number): Promise<boolean>;
  addPart(exportId: string, ordinal: number, sealed: Buffer): Promise<void>;
  end(
    exportId: string,
    end: Readonly<{ state: 'done' | 'failed'; failure: RefusalSaid | null }>,
    nowMs: number,
  ): Promise<void>;
  find(exportId: string, personId: string): Promise<ExportJob | undefined>;
  list(personId: string): Promise<readonly ExportJob[]>;
  parts(exportId: string): AsyncIterable<Buffer>;
  /** Ends it, and takes away what it wrote. */
  remove(exportId: string, personId: string): Promise<void>;
  sweep(limits: Readonly<{ askedBefore: number; silentSince: number }>, failure: RefusalSaid): Promise<void>;
}

export type ExportPage = Readonly<{ rows: readonly unknown[]; next: string | null; total: number | null }>;

/** One export as its route makes it: pages under the person's own rights, and how they are written. */
export type ExportWork = Readonly<{
  asked: ExportAsked;
  personId: string;
  /** Asked before each page: whoever signs out, or loses his rights, takes nothing further along. */
  page: (token: string | null) => Promise<ExportPage>;
  write: (rows: AsyncIterable<unknown>) => AsyncIterable<Uint8Array>;
}>;

export type ExportParts = Readonly<{
  store: ExportStore;
  seal: (exportId: string, ordinal: number, plain: Buffer) => Buffer;
  open: (exportId: string, ordinal: number, sealed: Buffer) => Buffer;
  /** In turn; undefined: too many wait. */
  inTurn: (work: () => Promise<void>) => Promise<void> | undefined;
  nowMs: () => number;
  /** What of an accident the person is told. */
  saidOf: (error: unknown) => RefusalSaid;
}>;

class Stopped extends Error {}

type Counted = { rows: number; total: number | null; bytes: number };

const rowsOf = async function* (
  work: ExportWork,
  first: ExportPage,
  counted: Counted,
  tell: () => Promise<void>,
): AsyncGenerator {
  const most = EXPORT_ROWS_MAX[work.asked.format];
  let page = first;
  for (;;) {
    counted.total = page.total;
    counted.rows += page.rows.length;
    if (counted.rows > most) throw new EdgeError('EXPORT_TOO_LARGE');
    yield* page.rows;
    await tell();
    if (page.next === null) return;
    page = await work.page(page.next);
  }
};

/** What is written, in parts of one size: few rows of the store, and none too large for it. */
const inParts = async function* (content: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let held: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of content) {
    held.push(piece);
    bytes += piece.length;
    if (bytes < PART_BYTES) continue;
    yield Buffer.concat(held);
    held = [];
    bytes = 0;
  }
  if (bytes > 0) yield Buffer.concat(held);
};

const run = async ({ store, seal, nowMs }: ExportParts, exportId: string, work: ExportWork, first: ExportPage) => {
  const counted: Counted = { rows: 0, total: null, bytes: 0 };
  const tell = async (): Promise<void> => {
    if (!(await store.tell(exportId, counted, nowMs()))) throw new Stopped('cancelled');
  };
  let ordinal = 0;
  for await (const part of inParts(work.write(rowsOf(work, first, counted, tell)))) {
    counted.bytes += part.length;
    if (counted.bytes > EXPORT_BYTES_MAX) throw new EdgeError('EXPORT_TOO_LARGE');
    await store.addPart(exportId, ordinal, seal(exportId, ordinal, part));
    ordinal += 1;
  }
  await tell();
};

/**
 * Lists as files, made page by page under the rights of whoever asked. A job lives in the gateway that took it; its state and what it wrote
 * stand where every gateway sees them, sealed, for a day.
 */
export const listExports = (parts: ExportParts) => {
  const { store, nowMs, inTurn, saidOf } = parts;
  const carryOut = async (exportId: string, work: ExportWork, first: ExportPage): Promise<void> => {
    try {
      await run(parts, exportId, work, first);
      await store.end(exportId, { state: 'done', failure: null }, nowMs());
    } catch (error) {
      if (error instanceof Stopped) return;
      await store.end(exportId, { state: 'failed', failure: saidOf(error) }, nowMs());
    }
  };
  const found = async (exportId: string, personId: string): Promise<ExportJob> => {
    const job = await store.find(exportId, personId);
    if (job === undefined) throw new EdgeError('EXPORT_NOT_FOUND', { field: 'exportId' });
    return job;
  };
  return {
    /** The first page is asked at once, so that whoever may not see the list is told so now. */
    async begin(work: ExportWork): Promise<ExportJob> {
      const first = await work.page(null);
      const at = nowMs();
      const job: ExportJob = {
        ...{ exportId: randomUUID(), personId: work.personId, ...work.asked, state: 'waiting' },
        ...{ rows: 0, total: first.total, bytes: 0, askedAt: at, toldAt: at, failure: null },
      };
      if (!(await store.begin(job, EXPORTS_OF_PERSON_MAX))) throw new EdgeError('TOO_MANY_EXPORTS');
      const taken = inTurn(async () => carryOut(job.exportId, work, first));
      if (taken !== undefined) return job;
      await store.remove(job.exportId, job.personId);
      throw new EdgeError('TOO_BUSY', { retryAfterSeconds: 30 });
    },
    found,
    list: async (personId: string): Promise<readonly ExportJob[]> => store.list(personId),
    /** Once more is as good as once. */
    remove: async (exportId: string, personId: string): Promise<void> => store.remove(exportId, personId),
    async *content(exportId: string): AsyncGenerator<Buffer> {
      let ordinal = 0;
      for await (const sealed of store.parts(exportId)) {
        yield parts.open(exportId, ordinal, sealed);
        ordinal += 1;
      }
    },
    sweep: async (): Promise<void> => {
      const limits = { askedBefore: nowMs() - EXPORT_KEPT_MS, silentSince: nowMs() - EXPORT_SILENT_MS };
      await store.sweep(limits, saidOf(new EdgeError('EXPORT_INTERRUPTED')));
    },
  };
};

export type Exports = ReturnType<typeof listExports>;
