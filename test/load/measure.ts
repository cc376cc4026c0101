/** What one run of one driver showed. Times in milliseconds. */
export type Measured = Readonly<{ perSecond: number; p50: number; p99: number }>;

/** Latencies of a run, kept as they are: a run is short. */
export const measured = (latenciesMs: readonly number[], elapsedMs: number): Measured => {
  const sorted = Float64Array.from(latenciesMs).sort();
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { perSecond: (sorted.length / elapsedMs) * 1_000, p50: at(0.5), p99: at(0.99) };
};

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
};

/** The median of each figure over the rounds. */
export const medians = (runs: readonly Measured[]): Measured => ({
  perSecond: median(runs.map(({ perSecond }) => perSecond)),
  p50: median(runs.map(({ p50 }) => p50)),
  p99: median(runs.map(({ p99 }) => p99)),
});

/** Clients that each do one thing after the other until the time is over; the first moments (warm-up) do not count. */
export const underLoad = async (
  clients: number,
  seconds: number,
  once: (client: number) => Promise<unknown>,
): Promise<Measured> => {
  const warmUpMs = Math.min(500, seconds * 250);
  const latencies: number[] = [];
  const begin = performance.now() + warmUpMs;
  const end = begin + seconds * 1_000;
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (let sent = performance.now(); sent < end;) {
        await once(client);
        const done = performance.now();
        if (sent >= begin && done <= end) latencies.push(done - sent);
        sent = done;
      }
    }),
  );
  return measured(latencies, seconds * 1_000);
};
