import { setTimeout as sleep } from 'node:timers/promises';
import type { ServiceStatus } from './child-messages.ts';

export type Statuses = Readonly<Record<string, ServiceStatus | undefined>>;

/**
 * Whether nothing is left to do: every service answers, is ready, has applied everything, has no moment due and no call in hand,
 * and all looked at the same end of the log. Had one of them appended something after another looked, the ends would differ.
 */
export const isQuiet = (statuses: Statuses): boolean => {
  const all = Object.values(statuses);
  const heads = new Set<number>();
  for (const status of all) {
    if (!status?.ready || status.lag > 0 || status.due > 0 || status.busy > 0) return false;
    if (status.head !== null) heads.add(status.head);
  }
  return all.length > 0 && heads.size <= 1;
};

const LOOK_EVERY_MS = 25;

const headOf = (statuses: Statuses): number | null =>
  Object.values(statuses).find((status) => status && status.head !== null)?.head ?? null;

/**
 * Asks until it was quiet twice in a row with the same end of the log (what is due was then counted after everything in the log
 * had been applied), or the time is over. Answers the last statuses.
 */
export const untilQuiet = async (
  ask: () => Promise<Statuses>,
  withinMs: number,
): Promise<Readonly<{ quiet: boolean; statuses: Statuses }>> => {
  let quietAt: number | null | undefined;
  for (const until = performance.now() + withinMs; ; await sleep(LOOK_EVERY_MS)) {
    const statuses = await ask();
    const head = isQuiet(statuses) ? headOf(statuses) : undefined;
    if (head !== undefined && head === quietAt) return { quiet: true, statuses };
    quietAt = head;
    if (performance.now() > until) return { quiet: false, statuses };
  }
};
