import { setTimeout as sleep } from 'node:timers/promises';
import { readLog } from '../journeys/demo/report/read-log.ts';
import { LoadedPlatform } from './loaded-platform.ts';
import { measured, underLoad } from './measure.ts';
import { offer, UNDER_WAY_MAX } from './offer.ts';
import { platformMemory, totalOf } from './platform-memory.ts';
import { atLeast, atMost, type Ratio } from './report.ts';

export type OverloadResult = Readonly<{
  phase: 'at capacity' | 'at ten times' | 'afterwards';
  offeredPerSecond: number;
  acceptedPerSecond: number;
  p50: number;
  p99: number;
  shed: number;
  shedWithoutRetryAfter: number;
  failed: number;
  memoryMiB: number;
  recoverySeconds: number;
  eventsMissing: number;
  eventsTwice: number;
}>;

/** Below the gateway's own limit: nothing is shed while the capacity is looked for. */
const CAPACITY_CLIENTS = 32;
const TIMES = 10;
const RECOVERED_WITHIN_MS = 60_000;

const nothing = { shed: 0, shedWithoutRetryAfter: 0, failed: 0, recoverySeconds: 0, eventsMissing: 0, eventsTwice: 0 };

/** What came of all that was sent. */
class Tally {
  readonly latencies: number[] = [];
  readonly eventIds: string[] = [];
  shed = 0;
  shedWithoutRetryAfter = 0;
  failed = 0;
  /** Of what was neither accepted nor shed: how often which status; 0 where no answer came. */
  readonly others = new Map<number, number>();

  fail(status: number): void {
    this.failed += 1;
    this.others.set(status, (this.others.get(status) ?? 0) + 1);
  }

  count(
    {
      status,
      retryAfter,
      eventId,
    }: Readonly<{ status: number; retryAfter: string | undefined; eventId: string | undefined }>,
    ms: number,
  ): void {
    if (status < 300) {
      this.latencies.push(ms);
      if (eventId !== undefined) this.eventIds.push(eventId);
    } else if (status === 429 || status === 503) {
      this.shed += 1;
      if (retryAfter === undefined) this.shedWithoutRetryAfter += 1;
    } else this.fail(status);
  }
}

/** An order and a question in turn. */
const mixed =
  (platform: LoadedPlatform, tally: Tally) =>
  async (number: number): Promise<void> => {
    const began = performance.now();
    try {
      const answer = number % 2 === 0 ? await platform.foundUnit() : await platform.listEntries();
      tally.count(
        typeof answer === 'number' ? { status: answer, retryAfter: '-', eventId: undefined } : answer,
        performance.now() - began,
      );
    } catch {
      tally.fail(0);
    }
  };

const recovery = async (platform: LoadedPlatform): Promise<number> => {
  const began = performance.now();
  while ((await platform.foundUnit()).status >= 300 || (await platform.listEntries()) >= 300) {
    if (performance.now() - began > RECOVERED_WITHIN_MS) return Number.POSITIVE_INFINITY;
    await sleep(50);
  }
  await platform.campaign.play.platform.untilQuiet();
  return (performance.now() - began) / 1_000;
};

const inTheLog = async (
  platform: LoadedPlatform,
  eventIds: readonly string[],
): Promise<Pick<OverloadResult, 'eventsMissing' | 'eventsTwice'>> => {
  const counts = new Map<string, number>();
  for (const { eventId } of await readLog(platform.campaign.play.as('auditor-1')))
    counts.set(eventId, (counts.get(eventId) ?? 0) + 1);
  return {
    eventsMissing: eventIds.filter((id) => !counts.has(id)).length,
    eventsTwice: eventIds.filter((id) => (counts.get(id) ?? 0) > 1).length,
  };
};

/** Finds what the platform can do, then offers ten times as much: what is accepted stays quick, and nothing acknowledged is lost. */
export const overloadBench = async ({ seconds }: { seconds: number }): Promise<readonly OverloadResult[]> => {
  const platform = await LoadedPlatform.start(UNDER_WAY_MAX);
  const memoryMiB = async (): Promise<number> => totalOf(await platformMemory(platform.campaign.pid));
  try {
    await underLoad(8, 2, async (client) => mixed(platform, new Tally())(client));
    const calm = new Tally();
    let number = 0;
    const began = performance.now();
    await underLoad(CAPACITY_CLIENTS, seconds, async () => mixed(platform, calm)(number++));
    if (calm.failed + calm.shed > 0) throw new Error(`at capacity ${calm.failed} failed and ${calm.shed} were shed`);
    const capacity = measured(calm.latencies, performance.now() - began);
    const atCapacity = {
      phase: 'at capacity' as const,
      ...nothing,
      offeredPerSecond: capacity.perSecond,
      acceptedPerSecond: capacity.perSecond,
      p50: capacity.p50,
      p99: capacity.p99,
      memoryMiB: await memoryMiB(),
    };
    const flood = new Tally();
    const flooded = performance.now();
    const offered = await offer(
      { perSecond: capacity.perSecond * TIMES, seconds: seconds * 3 },
      mixed(platform, flood),
    );
    const elapsed = performance.now() - flooded;
    const accepted = measured(flood.latencies, elapsed);
    const { shed, shedWithoutRetryAfter, failed } = flood;
    for (const [status, times] of flood.others) process.stderr.write(`answered ${status}: ${times}\n`);
    const tenTimes = {
      ...nothing,
      phase: 'at ten times' as const,
      offeredPerSecond: ((offered.sent + offered.heldBack) / elapsed) * 1_000,
      acceptedPerSecond: accepted.perSecond,
      p50: accepted.p50,
      p99: accepted.p99,
      ...{ shed: shed + offered.heldBack, shedWithoutRetryAfter, failed },
      memoryMiB: await memoryMiB(),
    };
    const recoverySeconds = await recovery(platform);
    const found = await inTheLog(platform, [...calm.eventIds, ...flood.eventIds]);
    const afterwards = {
      ...nothing,
      phase: 'afterwards' as const,
      offeredPerSecond: 0,
      acceptedPerSecond: 0,
      p50: 0,
      p99: 0,
      memoryMiB: await memoryMiB(),
      recoverySeconds,
      ...found,
    };
    return [atCapacity, tenTimes, afterwards];
  } finally {
    await platform.stop();
  }
};

export const overloadRatios = (results: readonly OverloadResult[]): readonly Ratio[] => {
  const of = (phase: OverloadResult['phase']): OverloadResult =>
    results.find((result) => result.phase === phase) as OverloadResult;
  const [calm, flood, after] = [of('at capacity'), of('at ten times'), of('afterwards')];
  return [
    atMost('p99 of what is accepted at ten times the rate, in ms (bounded by the turns)', flood.p99, 2_000),
    atLeast('accepted at ten times the rate, to the capacity', flood.acceptedPerSecond / calm.acceptedPerSecond, 0.3),
    atMost('shed without Retry-After', flood.shedWithoutRetryAfter, 0),
    atMost('neither accepted nor shed', flood.failed, 0),
    atMost('acknowledged orders whose event is missing', after.eventsMissing, 0),
    atMost('acknowledged orders whose event stands twice', after.eventsTwice, 0),
    atMost('seconds until all is quiet again', after.recoverySeconds, 30),
    atMost('memory after the flood, to before', after.memoryMiB / calm.memoryMiB, 1.5),
  ];
};
