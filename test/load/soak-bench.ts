import { setTimeout as sleep } from 'node:timers/promises';
import { LoadedPlatform } from './loaded-platform.ts';
import { underLoad } from './measure.ts';
import { offer, UNDER_WAY_MAX } from './offer.ts';
import { type Memory, platformMemory, slopePerMinute, totalOf } from './platform-memory.ts';
import { atMost, type Ratio } from './report.ts';

export type SoakResult = Readonly<{
  process: string;
  atFirstMiB: number;
  atLastMiB: number;
  slopeMiBPerMinute: number;
}>;

const SAMPLE_MS = 5_000;
/** Caches fill, and V8 finds its size: so much of the time does not count. */
const WARM_UP_SHARE = 0.3;
const LOAD_SHARE = 0.5;
const CAPACITY_CLIENTS = 32;

type Sample = Readonly<{ atMs: number; memory: Memory }>;

const once =
  (platform: LoadedPlatform) =>
  async (number: number): Promise<void> => {
    await (number % 4 === 0 ? platform.foundUnit() : platform.listEntries());
  };

const sampleUntil = async (
  pid: number,
  signal: AbortSignal,
  tell: (line: string) => void,
): Promise<readonly Sample[]> => {
  const samples: Sample[] = [];
  const began = performance.now();
  while (!signal.aborted) {
    const sample = { atMs: performance.now() - began, memory: await platformMemory(pid) };
    samples.push(sample);
    tell(`${(sample.atMs / 60_000).toFixed(1)} min: ${totalOf(sample.memory).toFixed(0)} MiB`);
    await sleep(SAMPLE_MS, undefined, { signal }).catch(() => undefined); // the end of the load wakes it
  }
  return samples;
};

const resultOf = (process: string, samples: readonly Sample[]): SoakResult => {
  const points = samples.map(({ atMs, memory }) => ({
    atMs,
    value: process === 'all' ? totalOf(memory) : (memory[process] ?? 0),
  }));
  return {
    process,
    atFirstMiB: points[0]?.value ?? 0,
    atLastMiB: points.at(-1)?.value ?? 0,
    slopeMiBPerMinute: slopePerMinute(points),
  };
};

/** Questions and orders at half of what the platform can do, for a while; the memory of every process along the way. */
export const soakBench = async ({ minutes }: { minutes: number }): Promise<readonly SoakResult[]> => {
  const platform = await LoadedPlatform.start(UNDER_WAY_MAX);
  const tell = (line: string): void => void process.stderr.write(`${line}\n`);
  try {
    let number = 0;
    const { perSecond } = await underLoad(CAPACITY_CLIENTS, 5, async () => once(platform)(number++));
    tell(
      `capacity ${perSecond.toFixed(0)}/s; offering ${(perSecond * LOAD_SHARE).toFixed(0)}/s for ${minutes} minutes`,
    );
    const stop = new AbortController();
    const sampling = sampleUntil(platform.campaign.pid, stop.signal, tell);
    await offer({ perSecond: perSecond * LOAD_SHARE, seconds: minutes * 60 }, once(platform));
    stop.abort();
    const samples = await sampling;
    const warm = samples.filter(({ atMs }) => atMs >= minutes * 60_000 * WARM_UP_SHARE);
    return [...Object.keys(warm.at(-1)?.memory ?? {}), 'all'].map((name) => resultOf(name, warm));
  } finally {
    await platform.stop();
  }
};

export const soakRatios = (results: readonly SoakResult[]): readonly Ratio[] =>
  results.map(({ process, slopeMiBPerMinute }) =>
    atMost(`memory of ${process}, MiB a minute after the warm-up`, slopeMiBPerMinute, 1),
  );
