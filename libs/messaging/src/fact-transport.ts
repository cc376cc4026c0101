import type { Listener, SqlPool } from '@jiangong/database';
import type { EventStore } from '@jiangong/event-store';
import type { Translator } from './public-fact.ts';
import type { PublicFactLog } from './public-fact-log.ts';

/** What a transport of public facts is opened with, by whoever starts a service's readers. */
export type TransportParts = Readonly<{
  /** On the service's own schema. */
  pool: SqlPool;
  listener: Listener;
  store: EventStore;
  /** Told by this service; its rows of `messaging.public_fact` are written by its reader, not by the transport. */
  translator?: Translator;
  /** The contexts whose facts this service takes. */
  contexts: readonly string[];
  log: Readonly<{
    info(fields: object, message: string): void;
    warn(fields: object, message: string): void;
    error(fields: object, message: string): void;
  }>;
  /** UTC with milliseconds. */
  now: () => string;
  /** Dice for jitter, in [0, 1). */
  random: () => number;
}>;

/** What waits on the way. */
export type TransportLag = Readonly<{
  /** Told by this service and not yet acknowledged by the broker; undefined where nothing is relayed or another process does it. */
  relay: Readonly<{ positions: number; seconds: number }> | undefined;
  /** By context: seconds since everything known to be in its topic was taken, and partitions of which nothing is taken. */
  inbox: Readonly<Record<string, Readonly<{ seconds: number; stopped: number }>>>;
}>;

export type OpenTransport = Readonly<{
  facts: PublicFactLog;
  /** The position up to which the facts of all contexts that this service may take are complete. */
  earliest(): Promise<number>;
  lag(): TransportLag;
  stop(): Promise<void>;
}>;

/** How public facts travel between services. Chosen by configuration; readers, process managers and live changes are the same with each. */
export type FactTransport = Readonly<{ open(parts: TransportParts): Promise<OpenTransport> }>;
