import { backoffMs } from '@jiangong/patience';
import { pause } from '@jiangong/patience/timers';
import pg from 'pg';
import type { Listener } from '../sql-client.ts';
import { sessionOptions } from './pool.ts';

const RECONNECT_WAITS = { firstMs: 50, maxMs: 2_000, sure: 0.5 };

export type ListenerOptions = Readonly<{
  url: string;
  applicationName?: string;
  /** Dice for the jitter of reconnects; 0 ≤ x < 1. */
  random?: () => number;
  /** Told about each lost connection and each failed try to get it back. */
  onTrouble?: (error: Error) => void;
}>;

type Wake = (payload: string) => void;

class ReconnectingListener implements Listener {
  readonly #options: ListenerOptions;
  readonly #channels = new Map<string, Set<Wake>>();
  #connection: Promise<pg.Client> | undefined;
  /** One statement at a time on the connection. */
  #statements: Promise<unknown> = Promise.resolve();
  readonly #closing = new AbortController();

  constructor(options: ListenerOptions) {
    this.#options = options;
  }

  async listen(channel: string, onPayload: Wake): Promise<() => Promise<void>> {
    if (this.#closing.signal.aborted) throw new Error('the listener is closed');
    const known = this.#channels.get(channel);
    if (known) known.add(onPayload);
    else this.#channels.set(channel, new Set([onPayload]));
    const client = await (this.#connection ?? this.#begin('first'));
    const listening = this.#statements.then(() => client.query(`listen ${pg.escapeIdentifier(channel)}`));
    this.#statements = listening.catch(() => undefined); // the next one does not care how this one ended; its caller does
    await listening;
    return async () => this.#forget(channel, onPayload);
  }

  /** The server's own list may keep the channel until the connection ends: a notification nobody waits for costs nothing. */
  #forget(channel: string, onPayload: Wake): void {
    const wakes = this.#channels.get(channel);
    wakes?.delete(onPayload);
    if (wakes?.size === 0) this.#channels.delete(channel);
  }

  #begin(time: 'first' | 'again'): Promise<pg.Client> {
    const connection = this.#connect(time);
    connection.catch(() => undefined); // whoever needs the connection awaits it; without a waiter a closed listener is no accident
    this.#connection = connection;
    return connection;
  }

  async close(): Promise<void> {
    this.#closing.abort();
    // A connection that never came needs no closing; whoever waited for it was told.
    const client = await this.#connection?.catch(() => undefined);
    await client?.end();
  }

  async #open(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.#options.url,
      application_name: this.#options.applicationName ?? 'jiangong listener',
      keepAlive: true,
      options: sessionOptions({}),
    });
    client.on('notification', ({ channel, payload }) => this.#wake(channel, payload ?? ''));
    let serving = false;
    const onLost = (error?: Error): void => {
      if (!serving || this.#closing.signal.aborted) return;
      serving = false;
      this.#options.onTrouble?.(error ?? new Error('the listening connection ended'));
      void this.#begin('again');
    };
    client.on('error', onLost);
    client.on('end', () => onLost());
    try {
      await client.connect();
      for (const channel of this.#channels.keys()) await client.query(`listen ${pg.escapeIdentifier(channel)}`);
    } catch (error) {
      // The first error is the one to tell.
      await client.end().catch(() => undefined);
      throw error;
    }
    serving = true;
    return client;
  }

  /** Tries until it is connected or closed; connected again, it wakes everybody, since notifications may have been missed. */
  async #connect(time: 'first' | 'again'): Promise<pg.Client> {
    for (let failures = 1; ; failures += 1) {
      this.#closing.signal.throwIfAborted();
      try {
        const client = await this.#open();
        if (time === 'again') for (const channel of this.#channels.keys()) this.#wake(channel, '');
        return client;
      } catch (error) {
        this.#options.onTrouble?.(error instanceof Error ? error : new Error(String(error)));
        const dice = (this.#options.random ?? Math.random)();
        await pause(backoffMs(RECONNECT_WAITS, failures, dice), this.#closing.signal);
      }
    }
  }

  #wake(channel: string, payload: string): void {
    for (const wake of this.#channels.get(channel) ?? []) wake(payload);
  }
}

/** The process's listening connection. Connects when first used. */
export const createListener = (options: ListenerOptions): Listener => new ReconnectingListener(options);
