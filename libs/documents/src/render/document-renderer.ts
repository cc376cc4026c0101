import { Worker } from 'node:worker_threads';
import type { DocumentFormat, PrintedDocument } from '../printed.ts';
import type { RenderAnswer, RenderAsked } from './render-worker.ts';

/** So many documents are asked for at once at most, the one being made with them. */
export const DOCUMENTS_WAITING_MAX = 8;
/** One document takes no longer; 500 certificates take a few seconds. */
export const DOCUMENT_MS_MAX = 60_000;
/** A worker that nobody needs any more gives its fonts' memory back. */
export const WORKER_IDLE_MS = 60_000;

export class DocumentsBusy extends Error {
  constructor() {
    super('too many documents are being made');
    this.name = 'DocumentsBusy';
  }
}

export type RendererLimits = Readonly<{ waitingMax?: number; msMax?: number; idleMs?: number }>;

/**
 * Makes documents one after the other in a thread of its own: a list of hundreds takes seconds, and nobody's request waits for it.
 *
 * - `render` rejects with `DocumentsBusy` when too many wait, and with an error when a document takes too long: its thread is ended, those
 *   that wait go on in another.
 * - `close` ends the thread; what was asked for is rejected.
 */
export interface DocumentRenderer {
  render(document: PrintedDocument, format: DocumentFormat): Promise<Uint8Array>;
  close(): Promise<void>;
}

type Job = Readonly<{
  asked: RenderAsked;
  resolve: (bytes: Uint8Array) => void;
  reject: (error: Error) => void;
}>;

const WORKER = new URL(import.meta.url.endsWith('.ts') ? './render-worker.ts' : './render-worker.js', import.meta.url);

class ThreadRenderer implements DocumentRenderer {
  readonly #limits: Required<RendererLimits>;
  readonly #waiting: Job[] = [];
  #worker: Worker | undefined;
  #current: Job | undefined;
  #timer: NodeJS.Timeout | undefined;
  #nextId = 0;

  constructor({
    waitingMax = DOCUMENTS_WAITING_MAX,
    msMax = DOCUMENT_MS_MAX,
    idleMs = WORKER_IDLE_MS,
  }: RendererLimits) {
    this.#limits = { waitingMax, msMax, idleMs };
  }

  render(document: PrintedDocument, format: DocumentFormat): Promise<Uint8Array> {
    const asking = this.#waiting.length + (this.#current === undefined ? 0 : 1);
    if (asking >= this.#limits.waitingMax) return Promise.reject(new DocumentsBusy());
    return new Promise((resolve, reject) => {
      this.#nextId += 1;
      this.#waiting.push({ asked: { id: this.#nextId, document, format }, resolve, reject });
      this.#next();
    });
  }

  async close(): Promise<void> {
    const open = [...(this.#current === undefined ? [] : [this.#current]), ...this.#waiting.splice(0)];
    this.#current = undefined;
    await this.#end();
    for (const job of open) job.reject(new Error('the renderer was closed'));
  }

  #next(): void {
    clearTimeout(this.#timer);
    if (this.#current !== undefined) return;
    const job = this.#waiting.shift();
    if (job === undefined) {
      this.#timer = setTimeout(() => void this.#end(), this.#limits.idleMs).unref();
      return;
    }
    this.#current = job;
    this.#timer = setTimeout(() => this.#fail(new Error('a document took too long')), this.#limits.msMax);
    this.#worker ??= this.#begin();
    this.#worker.postMessage(job.asked);
  }

  #begin(): Worker {
    const worker = new Worker(WORKER);
    worker.unref();
    worker.on('message', (answer: RenderAnswer) => {
      const job = this.#current;
      if (job?.asked.id !== answer.id) return;
      this.#current = undefined;
      if ('error' in answer) job.reject(new Error(answer.error));
      else job.resolve(answer.bytes);
      this.#next();
    });
    // An ended worker that was replaced has nothing to say any more.
    worker.on('error', (error) => {
      if (this.#worker === worker) this.#fail(error instanceof Error ? error : new Error(String(error)));
    });
    return worker;
  }

  #fail(error: Error): void {
    const job = this.#current;
    this.#current = undefined;
    void this.#end();
    job?.reject(error);
    this.#next();
  }

  async #end(): Promise<void> {
    clearTimeout(this.#timer);
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }
}

export const documentRenderer = (limits: RendererLimits = {}): DocumentRenderer => new ThreadRenderer(limits);
