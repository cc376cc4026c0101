import type { ServiceReaders } from '@jiangong/messaging/log';
import { attributeNames, metricNames } from '@jiangong/telemetry';
import { gaugeOf, observeGauge, observeProcess } from '@jiangong/telemetry/node';
import type { SchedulerLoop } from './scheduler-loop.ts';

export type Observed = Readonly<{
  service: string;
  readers: Pick<ServiceReaders, 'lag' | 'parked' | 'transport'>;
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

/** The gauges of the broker's two ends; where facts go through the log itself there is nothing to tell. */
export const observeTransport = (service: string, { transport }: Observed['readers']): void => {
  gaugeOf(service, metricNames.relayLag, () => transport.lag().relay?.seconds);
  gaugeOf(service, metricNames.relayPending, () => transport.lag().relay?.positions);
  const inbox = (pick: 'seconds' | 'stopped') => async () =>
    Object.fromEntries(Object.entries(transport.lag().inbox).map(([context, lag]) => [context, lag[pick]]));
  observeGauge(service, { name: metricNames.inboxLag, by: attributeNames.stream, read: inbox('seconds') });
  observeGauge(service, { name: metricNames.inboxStopped, by: attributeNames.stream, read: inbox('stopped') });
};

/** The gauges of a running service. */
export const observeService = ({ service, readers, scheduler, inFlight, certificateFile }: Observed): void => {
  observeProcess(service, certificateFile);
  observeReaders(service, readers);
  observeTransport(service, readers);
  gaugeOf(service, metricNames.callsInFlight, inFlight);
  if (scheduler) gaugeOf(service, metricNames.dueMoments, () => unknown(scheduler.due()));
};
