import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { metricNames } from '../names.ts';
import { gaugeOf } from './instruments.ts';

/** How finely the event loop is watched. */
const RESOLUTION_MS = 20;
const NANOSECONDS = 1e9;

/** Until the certificate is no longer valid, in seconds; undefined when it can not be read. */
const secondsLeft = async (file: string): Promise<number | undefined> => {
  try {
    return (Date.parse(new X509Certificate(await readFile(file)).validTo) - Date.now()) / 1_000;
  } catch {
    return undefined; // It is being replaced, or was never readable: whoever listens with it has said so.
  }
};

/** What every process tells of itself. `certificateFile`: what it shows to others, where it has one. */
export const observeProcess = (scope: string, certificateFile?: string): void => {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  gaugeOf(scope, metricNames.memory, () => process.memoryUsage.rss());
  gaugeOf(scope, metricNames.heapUsed, () => process.memoryUsage().heapUsed);
  gaugeOf(scope, metricNames.uptime, () => process.uptime());
  gaugeOf(scope, metricNames.eventLoopDelay, () => {
    const p99 = delay.percentile(99) / NANOSECONDS;
    delay.reset();
    return Number.isFinite(p99) ? p99 : undefined;
  });
  if (certificateFile !== undefined)
    gaugeOf(scope, metricNames.certificateRemaining, () => secondsLeft(certificateFile));
};
