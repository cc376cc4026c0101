import { type Attributes, metrics } from '@opentelemetry/api';
import { attributeNames } from '../names.ts';

export type Outcome = 'ok' | 'refused' | 'failed';

/** Rate, errors and duration of one kind of work. */
export type RedMetrics = Readonly<{
  /** `operation` is an RPC's path or a route's pattern, never a path with ids in it. `reason` is a refusal's, or an error's type. */
  record(observation: Readonly<{ operation: string; outcome: Outcome; seconds: number; reason?: string }>): void;
}>;

/** Bounds of the duration histograms, in seconds: the goals of a command and of a question lie between 5 ms and 2 s. */
export const DURATION_BOUNDS_S = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Without the SDK the meter is a no-op: recording costs next to nothing. */
export const redMetrics = (scope: string, durationName: string): RedMetrics => {
  const duration = metrics
    .getMeter(scope)
    .createHistogram(durationName, { unit: 's', advice: { explicitBucketBoundaries: DURATION_BOUNDS_S } });
  return {
    record: ({ operation, outcome, seconds, reason }) => {
      const attributes: Attributes = { [attributeNames.rpcMethod]: operation, [attributeNames.outcome]: outcome };
      if (reason !== undefined) attributes[outcome === 'refused' ? attributeNames.refusal : attributeNames.errorType] = reason;
      duration.record(seconds, attributes);
    },
  };
};

/** A gauge read whenever metrics are collected. Values by reader (or another short, fixed name). */
export const observeGauge = (
  scope: string,
  gauge: Readonly<{ name: string; unit: string; read: () => Promise<Readonly<Record<string, number>>> }>,
): void => {
  metrics
    .getMeter(scope)
    .createObservableGauge(gauge.name, { unit: gauge.unit })
    .addCallback(async (result) => {
      for (const [reader, value] of Object.entries(await gauge.read())) result.observe(value, { [attributeNames.reader]: reader });
    });
};
