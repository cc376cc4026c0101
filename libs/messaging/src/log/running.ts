import type { Listener, SqlPool } from '@jiangong/database';
import type { EventStore } from '@jiangong/event-store';
import type { Projection, Readers } from '@jiangong/read-models';
import type { ReaderGroup, ReaderLog } from '@jiangong/read-models/postgres';
import type { Frontier } from '../frontier.ts';
import type { FactTransport, OpenTransport } from '../fact-transport.ts';
import type { ProcessManager, Translator } from '../public-fact.ts';
import type { PublicFactLog, PublicFactPage } from '../public-fact-log.ts';

export type ReadersOptions = Readonly<{
  store: EventStore;
  /** On the service's own schema. Up to three connections are busy with readers at a time, and one a process manager. */
  pool: SqlPool;
  listener: Listener;
  projections: readonly Projection[];
  translator?: Translator;
  processes?: readonly ProcessManager[];
  /** How public facts come and go: straight through the database unless given. */
  transport?: FactTransport;
  /** Contexts that are followed beside those of projections and process managers (live changes). */
  followed?: readonly string[];
  log: ReaderLog;
  /** For the age of what waits: UTC with milliseconds. */
  now: () => string;
  /** Dice for jittered backoff, in [0, 1). */
  random: () => number;
}>;

/** All readers of one process, and the public facts for whoever else wants to follow them (live changes). */
export type ServiceReaders = Readers &
  Readonly<{
    facts: PublicFactLog;
    /** How the facts travel: what waits to be told, and to be taken. */
    transport: Pick<OpenTransport, 'lag'>;
    /** See `followPublicFacts`. Only contexts that have a translator somewhere. */
    follow(
      options: Readonly<{ contexts: readonly string[]; after: number; signal: AbortSignal }>,
    ): AsyncIterable<PublicFactPage>;
  }>;

/** A group with the contexts whose facts it takes. */
export type FactGroup = Readonly<{ contexts: readonly string[]; group: ReaderGroup }>;

/** What runs in one process. */
export type Running = Readonly<{
  options: ReadersOptions;
  facts: PublicFactLog;
  transport: OpenTransport;
  frontier: Frontier;
  /** Log projections and the translator. */
  logGroup: ReaderGroup;
  /** Projections of public facts. */
  factProjections: FactGroup;
  processes: readonly FactGroup[];
  abort: AbortController;
}>;
