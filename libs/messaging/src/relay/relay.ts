import { crashpoint } from '@jiangong/crashpoints';
import type { Broker } from '../broker/broker.ts';
import type { TopicDefinition } from '../broker/topics.ts';
import type { Pauses } from '../broker/pauses.ts';
import {
  acknowledged,
  fromTheBeginning,
  hasLost,
  hasOverwritten,
  nextBatch,
  RELAY_BATCH_FACTS_MAX,
  type RelayBatch,
  searchFrom,
} from './next-batch.ts';
import type { RelayState, RelayStore } from './relay-store.ts';

/** A holder that says nothing for so long is taken for dead. Another one may then send the same records; nothing is lost by it. */
export const RELAY_LEASE_MS = 3_000;

/** A holder without work renews its lease so often; who waits for the relay asks so often. */
export const RELAY_RENEW_MS = 1_000;

/** A position that concerns no event of the context is told at most so much later: it only shortens what a consumer reads at its start. */
export const IDLE_WATERMARK_MS = 60_000;

/** A relay that was told to stop is left to itself after so long. */
const RELAY_STOP_MS_MAX = 2_000;

export type RelayLog = Readonly<{
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}>;

export type RelayParts = Readonly<{
  context: string;
  /** The translator's version. */
  generation: number;
  /** Who holds the relay, unique for this process. */
  holder: string;
  topic: TopicDefinition;
  broker: Broker;
  store: RelayStore;
  /** Whether the log has an event of this context in `(after, through]`. */
  concerns(after: number, through: number): Promise<boolean>;
  pauses: Pauses;
  /** UTC with milliseconds. */
  now: () => string;
  /** Milliseconds that only rise. */
  ticks: () => number;
  log: RelayLog;
  /** Told of every acknowledged send. */
  sent?: (facts: number) => void;
}>;

/** How far the topic is behind the translator. */
export type RelayLag = Readonly<{ holding: boolean; positions: number; seconds: number }>;

export type Relay = Readonly<{ lag(): RelayLag; stop(): Promise<void> }>;

/** The one sender of a context's facts. Many may run; one holds the lease. */
class RunningRelay implements Relay {
  readonly #parts: RelayParts;
  readonly #abort = new AbortController();
  #state: RelayState | undefined;
  #holding = false;
  #translated = 0;
  /** Since when something waits to be sent, or may wait while nobody can look. */
  #behindSince: number | undefined;
  #idleToldAt: number;
  /** When the lease was last renewed. */
  #keptAt = 0;
  #running: Promise<void> = Promise.resolve();
  #wake: () => void = () => undefined;

  constructor(parts: RelayParts) {
    this.#parts = parts;
    this.#idleToldAt = parts.ticks();
  }

  start(): void {
    this.#running = this.#run();
  }

  lag(): RelayLag {
    const positions = this.#state ? Math.max(0, this.#translated - this.#state.watermark) : 0;
    const seconds = this.#behindSince === undefined ? 0 : (this.#parts.ticks() - this.#behindSince) / 1_000;
    return { holding: this.#holding, positions, seconds };
  }

  async stop(): Promise<void> {
    this.#abort.abort();
    this.#wake();
    // A send that hangs has an unknown outcome either way.
    await Promise.race([this.#running, this.#parts.pauses.pause(RELAY_STOP_MS_MAX, new AbortController().signal)]);
  }

  async #run(): Promise<void> {
    const { signal } = this.#abort;
    const { store, pauses, log, context } = this.#parts;
    let stopListening: (() => Promise<void>) | undefined;
    for (let failures = 0; !signal.aborted;) {
      try {
        stopListening ??= await store.onTranslated(() => this.#wake());
        if (await this.#hold()) failures = 0;
        else await pauses.pause(RELAY_RENEW_MS, signal);
      } catch (error) {
        if (signal.aborted) break;
        failures += 1;
        this.#behindSince ??= this.#parts.ticks();
        log.warn({ context, failures, errorClass: errorNameOf(error) }, 'the relay begins again');
        await pauses.backoff(failures, signal);
      }
    }
    await stopListening?.();
  }

  /** Holds the relay until it is stopped or taken over; false when somebody else has it. */
  async #hold(): Promise<boolean> {
    const { store, broker, topic, context, generation, holder, log } = this.#parts;
    const claimed = await store.claim({ generation, holder, leaseMs: RELAY_LEASE_MS });
    if (!claimed) {
      this.#state = undefined;
      this.#behindSince = undefined;
      return false;
    }
    this.#state = claimed;
    this.#holding = true;
    this.#keptAt = this.#parts.ticks();
    log.info({ context, epoch: claimed.epoch, watermark: claimed.watermark }, 'the relay is held here');
    try {
      const ends = await broker.prepare(topic);
      if (hasLost(this.#state, ends)) this.#state = this.#anew(this.#state);
      while (!this.#abort.signal.aborted && (await this.#step())) continue;
    } finally {
      this.#holding = false;
      if (this.#abort.signal.aborted) await store.release(claimed.epoch);
    }
    return true;
  }

  /** One batch, or one rest. False when somebody else has taken over. */
  async #step(): Promise<boolean> {
    const state = this.#state;
    if (!state) return false;
    const moved = this.#untilWoken();
    const batch = await this.#next(state);
    if (batch.records.length === 0) {
      this.#behindSince = undefined;
      if (this.#parts.ticks() - this.#keptAt >= RELAY_RENEW_MS && !(await this.#keep(state))) return false;
      await moved();
      return true;
    }
    this.#behindSince ??= this.#parts.ticks();
    const offsets = await this.#parts.broker.send(this.#parts.topic.name, batch.records);
    crashpoint('after-relay-send');
    this.#parts.sent?.(batch.facts);
    const next = hasOverwritten(state, batch.records, offsets) ? this.#anew(state) : acknowledged(batch.next, offsets);
    if (!(await this.#keep(next))) return false;
    this.#state = next;
    this.#idleToldAt = this.#parts.ticks();
    return true;
  }

  #anew(state: RelayState): RelayState {
    const { context, topic, log } = this.#parts;
    log.error({ context, topic: topic.name }, 'the topic has lost acknowledged records: all facts are sent again');
    return fromTheBeginning(state);
  }

  async #next(state: RelayState): Promise<RelayBatch> {
    const { store, context, topic, now } = this.#parts;
    const limitMax = RELAY_BATCH_FACTS_MAX;
    const { translated, facts } = await store.pending(searchFrom(state), limitMax);
    this.#translated = translated;
    const batch = nextBatch(context, topic.partitions, { state, pending: { translated, facts, limitMax }, now: now() });
    if (batch.records.length === 0 || facts.length > 0) return batch;
    return (await this.#worthTelling(state, translated)) ? batch : { records: [], facts: 0, next: state };
  }

  /** A position without facts is told at once where somebody may wait for it, and now and then where nobody does. */
  async #worthTelling({ watermark }: RelayState, translated: number): Promise<boolean> {
    if (this.#parts.ticks() - this.#idleToldAt >= IDLE_WATERMARK_MS) return true;
    return this.#parts.concerns(watermark, translated);
  }

  async #keep(state: RelayState): Promise<boolean> {
    const kept = await this.#parts.store.keep(state, RELAY_LEASE_MS);
    this.#keptAt = this.#parts.ticks();
    if (!kept) this.#parts.log.warn({ context: this.#parts.context, epoch: state.epoch }, 'the relay was taken over');
    return kept;
  }

  /** Listens from now on; the answer waits until something moved, or the lease is to be renewed. */
  #untilWoken(): () => Promise<void> {
    const woken = new AbortController();
    this.#wake = () => woken.abort();
    const either = AbortSignal.any([woken.signal, this.#abort.signal]);
    return () => this.#parts.pauses.pause(RELAY_RENEW_MS, either);
  }
}

const errorNameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);

/** Starts the relay of one context: it claims the lease, sends what is pending, and goes on through every trouble until stopped. */
export const startRelay = (parts: RelayParts): Relay => {
  const relay = new RunningRelay(parts);
  relay.start();
  return relay;
};
