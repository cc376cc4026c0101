import { attributeNames, metricNames, spanNames } from '@jiangong/telemetry';
import { beginSpan, counterOf, failSpan, isTracedStill, traceparentOf } from '@jiangong/telemetry/node';
import type { Broker, ConsumeOptions, IncomingRecord, OutgoingRecord, PartitionBatch } from '../broker/broker.ts';

/**
 * The hop's own trace context, as the W3C puts it into a message; `ce_traceparent` stays that of the fact, and is part of its content. A
 * record that is sent again has another hop and the same fact.
 */
const HOP = 'traceparent';

export type TracedParts = Readonly<{ service: string; now: () => string }>;

type Span = ReturnType<typeof beginSpan>;

/** Watermarks and what is told again long after have no trace to continue. */
const isTraced = ({ now }: TracedParts, headers: Readonly<Record<string, string>>): boolean =>
  headers['ce_traceparent'] !== undefined && isTracedStill(headers['ce_time'] ?? '', now());

const attributesOf = (
  operation: 'send' | 'process',
  place: Readonly<{ topic: string; partition: number }>,
  headers: Readonly<Record<string, string>>,
) => ({
  [attributeNames.messagingSystem]: 'kafka',
  [attributeNames.messagingOperation]: operation,
  [attributeNames.messagingDestination]: place.topic,
  [attributeNames.messagingPartition]: String(place.partition),
  [attributeNames.eventIds]: [(headers['ce_id'] ?? '').split('/')[0] ?? ''],
  [attributeNames.eventType]: headers['ce_type'] ?? '',
});

const sending = (
  parts: TracedParts,
  topic: string,
  record: OutgoingRecord,
): { record: OutgoingRecord; span?: Span } => {
  if (!isTraced(parts, record.headers)) return { record };
  const attributes = attributesOf('send', { topic, partition: record.partition }, record.headers);
  const span = beginSpan({
    scope: parts.service,
    name: spanNames.produce,
    kind: 'producer',
    parent: record.headers['ce_traceparent'] ?? null,
    attributes,
  });
  const hop = traceparentOf(span);
  return { record: hop === undefined ? record : { ...record, headers: { ...record.headers, [HOP]: hop } }, span };
};

const taking = (parts: TracedParts, batch: PartitionBatch, { headers }: IncomingRecord): Span | undefined => {
  if (!isTraced(parts, headers)) return undefined;
  const parent = headers[HOP] ?? headers['ce_traceparent'] ?? null;
  return beginSpan({
    scope: parts.service,
    name: spanNames.consume,
    kind: 'consumer',
    parent,
    attributes: attributesOf('process', batch, headers),
  });
};

const ended = (spans: readonly (Span | undefined)[], error?: unknown): void => {
  for (const span of spans) {
    if (span && error !== undefined) failSpan(span, error);
    span?.end();
  }
};

const tracedTake =
  (parts: TracedParts, take: ConsumeOptions['take']): ConsumeOptions['take'] =>
  async (batches) => {
    const spans = batches.map((batch) => batch.records.map((record) => taking(parts, batch, record)));
    try {
      const verdicts = await take(batches);
      spans.forEach((ofBatch, index) => {
        for (const span of ofBatch) span?.setAttribute(attributeNames.outcome, verdicts[index]?.kind ?? 'unknown');
        ended(ofBatch);
      });
      return verdicts;
    } catch (error) {
      ended(spans.flat(), error);
      throw error;
    }
  };

/** A broker with its records counted, and a span for each fact that is sent until it is acknowledged, and for each that is taken until it stands in the inbox. */
export const tracedBroker = (broker: Broker, parts: TracedParts): Broker => {
  const sent = counterOf(parts.service, metricNames.sentMessages);
  const consumed = counterOf(parts.service, metricNames.consumedMessages);
  const take = (options: ConsumeOptions): ConsumeOptions['take'] => {
    const traced = tracedTake(parts, options.take);
    return (batches) => {
      for (const { topic, records } of batches)
        consumed.add(records.length, { [attributeNames.messagingDestination]: topic });
      return traced(batches);
    };
  };
  return {
    prepare: (topic) => broker.prepare(topic),
    send: async (topic, records) => {
      const outgoing = records.map((record) => sending(parts, topic, record));
      const spans = outgoing.map(({ span }) => span);
      try {
        const offsets = await broker.send(
          topic,
          outgoing.map(({ record }) => record),
        );
        ended(spans);
        sent.add(records.length, { [attributeNames.messagingDestination]: topic });
        return offsets;
      } catch (error) {
        ended(spans, error);
        throw error;
      }
    },
    consume: (options) => broker.consume({ ...options, take: take(options) }),
    close: () => broker.close(),
  };
};
