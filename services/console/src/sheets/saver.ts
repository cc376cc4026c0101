import { acknowledged, type Conflict, metWith, type Outbox, sentBack, takeUp, typed, waitingIn } from './outbox.ts';
import type { Cell, Marks } from './marks.ts';

/** After the last key. */
const PAUSE_MS = 2_000;
/** Between two saves: eight hours of typing make 1,920 at most, and a sheet takes 3,000. */
const SAVES_APART_MS = 15_000;
/** When the network is away, or the platform is: the first pause, doubled up to the longest. */
const AGAIN_MS = 2_000;
const AGAIN_MS_MAX = 30_000;

/**
 * How it stands with what is on the screen. `kept`: in this browser; `saved`: on the platform, too. `offline`: kept, and the platform
 * is not reached. `signed-out`, `conflict`, `refused`: kept, and somebody must act.
 */
export type SaverState = 'saved' | 'kept' | 'sending' | 'offline' | 'signed-out' | 'conflict' | 'refused';

export type Sent =
  | Readonly<{ kind: 'done'; revision: number }>
  | Readonly<{ kind: 'stale' }>
  | Readonly<{ kind: 'unreached' }>
  | Readonly<{ kind: 'signed-out' }>
  | Readonly<{ kind: 'refused'; error: unknown }>;

export type SaverPorts = Readonly<{
  now: () => number;
  /** Runs it later; answers how to call it off. */
  later: (ms: number, run: () => void) => () => void;
  key: () => string;
  send: (sending: NonNullable<Outbox['sending']>) => Promise<Sent>;
  /** What the platform has now; undefined: not reached. */
  reread: () => Promise<Readonly<{ revision: number; marks: Marks }> | undefined>;
  /** Keeps it in the browser. */
  keep: (outbox: Outbox) => Promise<void>;
  /** Tells the screen. */
  tell: (seen: Seen) => void;
}>;

export type Seen = Readonly<{
  outbox: Outbox;
  state: SaverState;
  conflicts: readonly Conflict[];
  /** Of `refused`: what the platform said. */
  error: unknown;
}>;

/** Brings what is typed first into the browser's own store, then to the platform, seldom enough and never twice. */
export class Saver {
  readonly #ports: SaverPorts;
  #outbox: Outbox;
  #state: SaverState;
  #conflicts: readonly Conflict[] = [];
  #error: unknown;
  #lastAt = Number.NEGATIVE_INFINITY;
  /** Since when something waits; undefined: nothing does. */
  #since: number | undefined;
  #tries = 0;
  #callOff: (() => void) | undefined;
  #running: Promise<void> | undefined;
  #ended = false;

  constructor(ports: SaverPorts, outbox: Outbox, conflicts: readonly Conflict[] = []) {
    this.#ports = ports;
    this.#outbox = outbox;
    this.#conflicts = conflicts;
    this.#state = conflicts.length > 0 ? 'conflict' : this.#waits ? 'kept' : 'saved';
  }

  get seen(): Seen {
    return { outbox: this.#outbox, state: this.#state, conflicts: this.#conflicts, error: this.#error };
  }

  get #waits(): boolean {
    return this.#outbox.sending !== null || waitingIn(this.#outbox).length > 0;
  }

  /** Goes on with what was left from before. */
  begin(): void {
    this.#become(this.#outbox, this.#state);
    if (this.#waits && !this.#isHeld) this.#plan(0);
  }

  type(cells: readonly Cell[]): void {
    if (this.#ended) return;
    this.#become(typed(this.#outbox, cells), this.#state === 'saved' ? 'kept' : this.#state);
    void this.#ports.keep(this.#outbox);
    if (this.#state === 'offline' || this.#isHeld) return;
    if (!this.#waits) {
      this.#callOff?.();
      this.#since = undefined;
      this.#become(this.#outbox, 'saved');
      return;
    }
    this.#planSave();
  }

  /** At once: before sealing, when the network is back, when somebody asks. Answers once everything is there, or nothing more can be done. */
  async flush(): Promise<boolean> {
    this.#tries = 0;
    for (let round = 0; round < 3 && !this.#ended && !this.#isHeld; round += 1) {
      await this.#running;
      if (!this.#waits) break;
      await this.#go();
      if (this.#state === 'offline') break;
    }
    return !this.#waits;
  }

  /** After a refusal, or once one is signed in again. */
  async again(): Promise<void> {
    if (this.#state === 'refused' || this.#state === 'signed-out') this.#become(this.#outbox, 'kept');
    await this.flush();
  }

  /** Of cells changed here and elsewhere: whose marks stay. */
  settle(whose: 'mine' | 'theirs'): void {
    const cells = whose === 'mine' ? [] : this.#conflicts.map(({ theirs, ...cell }) => ({ ...cell, mark: theirs }));
    this.#conflicts = [];
    this.#become(typed(this.#outbox, cells), 'kept');
    void this.#ports.keep(this.#outbox);
    void this.flush().then(() => this.#rest());
  }

  /** Nothing more is sent or kept. */
  end(): void {
    this.#ended = true;
    this.#callOff?.();
  }

  get #isHeld(): boolean {
    return this.#state === 'conflict' || this.#state === 'refused' || this.#state === 'signed-out';
  }

  #rest(): void {
    if (!this.#waits && !this.#isHeld) this.#become(this.#outbox, 'saved');
  }

  #become(outbox: Outbox, state: SaverState): void {
    this.#outbox = outbox;
    this.#state = state;
    if (!this.#ended) this.#ports.tell(this.seen);
  }

  /** After a pause in typing, or where there is none after a while; never sooner after the last save than saves lie apart. */
  #planSave(): void {
    const now = this.#ports.now();
    this.#since ??= now;
    this.#plan(Math.max(Math.min(now + PAUSE_MS, this.#since + SAVES_APART_MS), this.#lastAt + SAVES_APART_MS) - now);
  }

  #plan(ms: number): void {
    this.#callOff?.();
    this.#callOff = this.#ports.later(ms, () => void this.#go());
  }

  async #go(): Promise<void> {
    this.#callOff?.();
    if (this.#running !== undefined) return this.#running;
    this.#running = this.#save().finally(() => {
      this.#running = undefined;
    });
    await this.#running;
    if (this.#ended || this.#isHeld || !this.#waits) return undefined;
    if (this.#state === 'offline') this.#plan(Math.min(AGAIN_MS * 2 ** this.#tries, AGAIN_MS_MAX));
    else this.#planSave();
    return undefined;
  }

  async #save(): Promise<void> {
    const outbox = takeUp(this.#outbox, this.#ports.key());
    if (this.#ended || outbox.sending === null) return this.#rest();
    this.#become(outbox, this.#state === 'offline' ? 'offline' : 'sending');
    // What is sent under a key is known by it after a crash: kept first.
    await this.#ports.keep(this.#outbox);
    this.#lastAt = this.#ports.now();
    this.#since = undefined;
    const sent = await this.#ports.send(outbox.sending);
    if (this.#ended) return undefined;
    if (sent.kind === 'unreached') {
      this.#tries += 1;
      return this.#become(this.#outbox, 'offline');
    }
    this.#tries = 0;
    if (sent.kind === 'done') this.#become(acknowledged(this.#outbox, sent.revision), 'kept');
    else if (sent.kind === 'stale') await this.#reread();
    else {
      this.#error = sent.kind === 'refused' ? sent.error : undefined;
      this.#become(sentBack(this.#outbox), sent.kind);
    }
    this.#rest();
    await this.#ports.keep(this.#outbox);
    return undefined;
  }

  async #reread(): Promise<void> {
    this.#outbox = sentBack(this.#outbox);
    const found = await this.#ports.reread();
    if (found === undefined) return this.#become(this.#outbox, 'offline');
    const { outbox, conflicts } = metWith(this.#outbox, found.revision, found.marks);
    this.#conflicts = conflicts;
    // What did not meet anything goes on its way at once.
    this.#become(outbox, conflicts.length > 0 ? 'conflict' : 'kept');
    return undefined;
  }
}
