import type { Listener } from '@jiangong/database';
import { LogAway } from '../log-away.ts';
import { Bell } from '../postgres/bell.ts';
import { LOG_CHANNEL } from '../postgres/log-channel.ts';
import type { OrderBook, Span } from './order-book.ts';

/** Looks without being told as well: a notification is a wake-up, never the only way. */
const LOOK_EVERY_MS = 250;
/** Looks so often after trouble with the database. */
const TROUBLE_WAIT_MS = 200;

export type Positions = Readonly<{ first: number; last: number }>;

type Waiting = Readonly<{
  span: Span;
  until: number;
  resolve: (positions: Positions) => void;
  reject: (error: Error) => void;
}>;

export type PositionWaitPorts = Readonly<{
  book: OrderBook;
  listener: Listener;
  grown: EventTarget;
  now: () => number;
  onTrouble: (error: Error) => void;
}>;

/** Waits until stored events have their positions: one question to the database for all who wait, when the log has grown. */
export class PositionWait {
  readonly #ports: PositionWaitPorts;
  readonly #bell = new Bell();
  #waiting: Waiting[] = [];
  #looking = false;
  #listening: Promise<() => Promise<void>> | undefined;

  constructor(ports: PositionWaitPorts) {
    this.#ports = ports;
    ports.grown.addEventListener('grown', this.#bell.ring);
  }

  /** The positions of stored events. Rejects with `LogAway` when they have none in time: they are stored nevertheless. */
  placed(span: Span, withinMs: number): Promise<Positions> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ span, until: this.#ports.now() + withinMs, resolve, reject });
      this.#bell.ring();
      if (!this.#looking) void this.#look();
    });
  }

  async close(): Promise<void> {
    this.#ports.grown.removeEventListener('grown', this.#bell.ring);
    const stop = await this.#listening?.catch(() => undefined); // a listener that never came up has nothing to stop
    await stop?.();
  }

  async #look(): Promise<void> {
    this.#looking = true;
    while (this.#waiting.length > 0) {
      try {
        this.#listening ??= this.#ports.listener.listen(LOG_CHANNEL, this.#bell.ring);
        await this.#listening;
        await this.#bell.wait(LOOK_EVERY_MS);
        await this.#answer();
      } catch (error) {
        this.#listening = undefined;
        this.#ports.onTrouble(error as Error);
        this.#expire();
        await new Promise((resolve) => setTimeout(resolve, TROUBLE_WAIT_MS));
      }
    }
    this.#looking = false;
  }

  async #answer(): Promise<void> {
    const asked = this.#waiting;
    const positions = await this.#ports.book.placed(asked.map(({ span }) => span));
    const answered = new Set<Waiting>();
    asked.forEach((waiting, index) => {
      const found = positions[index];
      if (!found) return;
      answered.add(waiting);
      waiting.resolve(found);
    });
    this.#waiting = this.#waiting.filter((waiting) => !answered.has(waiting));
    this.#expire();
  }

  #expire(): void {
    const now = this.#ports.now();
    const late = this.#waiting.filter(({ until }) => until <= now);
    if (late.length === 0) return;
    this.#waiting = this.#waiting.filter(({ until }) => until > now);
    for (const { span, reject } of late)
      reject(new LogAway(`${span.stream} is stored, and its events from ${span.first} on have no position yet`));
  }
}
