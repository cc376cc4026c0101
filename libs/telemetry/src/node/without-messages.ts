import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace';

/** The span as it is, but with the bare code of how it ended and without what was noted on the way. */
const bare = (span: ReadableSpan): ReadableSpan =>
  span.status.message === undefined && span.events.length === 0
    ? span
    : (Object.create(span, {
        status: { value: { code: span.status.code } },
        events: { value: [] },
      }) as ReadableSpan);

/**
 * Hands spans on without texts of errors: pg's instrumentation copies PostgreSQL's, and those of data exceptions quote the value. Of a
 * failure a span tells that it was one; our own add its class (`failSpan`).
 */
export const withoutMessages = (exporter: SpanExporter): SpanExporter => ({
  export: (spans, done) => exporter.export(spans.map(bare), done),
  shutdown: () => exporter.shutdown(),
  forceFlush: async () => exporter.forceFlush?.(),
});
