import type { AppendOutcome, EventStore, NewEvent, StreamAppend } from '@jiangong/event-store';
import { contextOfStream } from '@jiangong/messaging';
import { attributeNames, metricNames, spanNames } from '@jiangong/telemetry';
import { histogramOf, inSpan } from '@jiangong/telemetry/node';

const appendAttributes = (stream: string, events: readonly NewEvent[]) => ({
  [attributeNames.stream]: contextOfStream(stream),
  [attributeNames.eventIds]: events.map(({ eventId }) => eventId),
  [attributeNames.eventTypes]: events.map(({ type }) => type),
});

/**
 * The log with a span for each append and each stream that is read, as children of whatever is in force. Pages of followers have
 * none: they belong to no one order.
 */
export const tracedStore = (store: EventStore, service: string): EventStore => {
  const duration = histogramOf(service, metricNames.appendDuration);
  const append = async (batch: StreamAppend): Promise<AppendOutcome> => {
    const started = performance.now();
    return inSpan(
      { scope: service, name: spanNames.append, attributes: appendAttributes(batch.stream, batch.events) },
      async (span) => {
        try {
          const outcome = await store.append(batch);
          if (outcome.kind === 'appended') span.setAttribute(attributeNames.position, outcome.lastPosition);
          span.setAttribute(attributeNames.outcome, outcome.kind);
          duration.record((performance.now() - started) / 1_000, { [attributeNames.outcome]: outcome.kind });
          return outcome;
        } catch (error) {
          duration.record((performance.now() - started) / 1_000, { [attributeNames.outcome]: 'failed' });
          throw error;
        }
      },
    );
  };
  return {
    append,
    readStream: (stream, range) =>
      inSpan(
        {
          scope: service,
          name: spanNames.readStream,
          attributes: { [attributeNames.stream]: contextOfStream(stream) },
        },
        async (span) => {
          const events = await store.readStream(stream, range);
          span.setAttribute(attributeNames.eventCount, events.length);
          return events;
        },
      ),
    readLog: (range) => store.readLog(range),
    head: () => store.head(),
    follow: (options) => store.follow(options),
  };
};
