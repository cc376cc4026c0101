import type { Listener } from '@jiangong/database';
import { backoffMs } from '@jiangong/patience';
import type { LogFilter, LogPage } from '../event-store.ts';
import { Bell } from './bell.ts';
import { LOG_CHANNEL } from './log-channel.ts';

/** Looks without being told as well: a notification is a wake-up, never the only way to learn of an event. */
export const FOLLOW_POLL_MS = 1_000;
const TROUBLE_WAITS = { firstMs: 100, maxMs: 5_000, sure: 0.5 };

export type FollowPorts = Readonly<{
  readLog: (range: { after: number; limitMax: number; filter?: LogFilter }) => Promise<LogPage>;
  listener: Listener;
  /** Wakes on this process's own appends, before the notification arrives. */
  grown: EventTarget;
  random: () => number;
  onTrouble: (error: Error) => void;
}>;

export type FollowOptions = Readonly<{ after: number; pageMax: number; filter?: LogFilter; signal: AbortSignal }>;

/** Pages for ever: what is there, then what comes. A lost database is waited for; the reader sees only that nothing comes. */
export async function* followLog(
  ports: FollowPorts,
  { after: from, pageMax, filter, signal }: FollowOptions,
): AsyncIterable<LogPage> {
  if (signal.aborted) return;
  const bell = new Bell();
  let after = from;
  let troubles = 0;
  let stopListening: (() => Promise<void>) | undefined;
  signal.addEventListener('abort', bell.ring);
  ports.grown.addEventListener('grown', bell.ring);
  try {
    while (!signal.aborted) {
      try {
        stopListening ??= await ports.listener.listen(LOG_CHANNEL, bell.ring);
        const page = await ports.readLog({ after, limitMax: pageMax, ...(filter ? { filter } : {}) });
        troubles = 0;
        if (signal.aborted) return;
        const atEnd = page.through <= after || (filter === undefined && page.events.length < pageMax);
        if (page.through > after) {
          after = page.through;
          yield page;
        }
        if (atEnd) await bell.wait(FOLLOW_POLL_MS);
      } catch (error) {
        ports.onTrouble(error as Error);
        troubles += 1;
        await bell.wait(backoffMs(TROUBLE_WAITS, troubles, ports.random()));
      }
    }
  } finally {
    signal.removeEventListener('abort', bell.ring);
    ports.grown.removeEventListener('grown', bell.ring);
    await stopListening?.();
  }
}
