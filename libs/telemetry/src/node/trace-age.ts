/** What is told or read again, to rebuild or after a long outage, continues no trace: the rest of it is gone by then. */
export const TRACED_AGE_MS_MAX = 15 * 60_000;

/** Whether work on something of this moment may continue its trace. Both by the clock that the events were stamped with. */
export const isTracedStill = (occurredAt: string, now: string): boolean =>
  Date.parse(now) - Date.parse(occurredAt) <= TRACED_AGE_MS_MAX;
