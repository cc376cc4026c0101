import type { ServiceReaders } from '@jiangong/messaging/log';
import { metricNames } from '@jiangong/telemetry';
import { gaugeOf, observeGauge, observeProcess } from '@jiangong/telemetry/node';
import type { SchedulerLoop } from './scheduler-loop.ts';

export type Observed = Readonly<{
  service: string;
  readers: Pick<ServiceReaders, 'lag' | 'parked'>;
  scheduler?: Pick<SchedulerLoop, 'due'> | undefined;
  inFlight: () => number;
  certificateFile?: string | undefined;
}>;

/** While the database is away nobody knows: the gauge is left out, and the alert on its absence speaks. */
const unknown = <T>(work: Promise<T>): Promise<T | undefined> => work.catch(() => undefined);

/** The gauges of the readers: how far behind, and what they have parked, reader by reader. */
export const observeReaders = (service: string, readers: Observed['readers']): void => {
  observeGauge(service, {
    name: metricNames.readerLag,
    read: async () => {
      const lag = await unknown(readers.lag());
      return Object.fromEntries(Object.entries(lag?.byReader ?? {}).map(([reader, { seconds }]) => [reader, seconds]));
    },
  });
  observeGauge(service, {
    name: metricNames.parkedEvents,
    read: async () => {
      const [lag, parked] = await Promise.all([unknown(readers.lag()), unknown(readers.parked())]);
      if (lag === undefined || parked === undefined) return {};
      const counts = Object.fromEntries(Object.keys(lag.byReader).map((reader) => [reader, 0]));
      for (const { reader } of parked) counts[reader] = (counts[reader] ?? 0) + 1;
      return counts;
    },
  });
};

/** The gauges of a running service. */
export const observeService = ({ service, readers, scheduler, inFlight, certificateFile }: Observed): void => {
  observeProcess(service, certificateFile);
  observeReaders(service, readers);
  gaugeOf(service, metricNames.callsInFlight, inFlight);
  if (scheduler) gaugeOf(service, metricNames.dueMoments, () => unknown(scheduler.due()));
};
