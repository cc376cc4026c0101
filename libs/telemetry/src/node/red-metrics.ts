import type { Attributes } from '@opentelemetry/api';
import { attributeNames, type metricNames } from '../names.ts';
import { histogramOf, type MetricName } from './instruments.ts';

export type Outcome = 'ok' | 'refused' | 'failed';

type DurationName = (typeof metricNames)['callDuration' | 'clientCallDuration' | 'requestDuration'];

/** Rate, errors and duration of one kind of work. */
export type RedMetrics = Readonly<{
  /** `operation` is an RPC's path or a route's pattern, never a path with ids in it. `reason` is a refusal's, or an error's type. */
  record(observation: Readonly<{ operation: Attributes; outcome: Outcome; seconds: number; reason?: string }>): void;
}>;

/** What an RPC is called, as attributes of its metrics and spans. `path`: `/jiangong.membership.v1.MembershipService/Admit`. */
export const rpcAttributes = (path: string): Attributes => ({
  [attributeNames.rpcSystem]: 'grpc',
  [attributeNames.rpcMethod]: path.slice(1),
});

/** Without the SDK the meter is a no-op: recording costs next to nothing. */
export const redMetrics = (scope: string, durationName: DurationName & MetricName): RedMetrics => {
  const duration = histogramOf(scope, durationName);
  return {
    record: ({ operation, outcome, seconds, reason }) => {
      const attributes: Attributes = { ...operation, [attributeNames.outcome]: outcome };
      if (reason !== undefined)
        attributes[outcome === 'refused' ? attributeNames.refusal : attributeNames.errorType] = reason;
      duration.record(seconds, attributes);
    },
  };
};
