import { AsyncLocalStorage } from 'node:async_hooks';
import { isSpanContextValid, type Span, trace } from '@opentelemetry/api';
import { formatTraceparent, newTraceparent, parseTraceparent } from '../traceparent.ts';

const current = new AsyncLocalStorage<string>();

/** What carries a span's trace on; undefined without a tracer. */
export const traceparentOf = (span: Span | undefined): string | undefined => {
  const context = span?.spanContext();
  if (!context || !isSpanContextValid(context)) return undefined;
  return formatTraceparent({
    traceId: context.traceId,
    spanId: context.spanId,
    flags: context.traceFlags.toString(16).padStart(2, '0'),
  });
};

/** The traceparent in force here, if any. */
export const activeTraceparent = (): string | undefined => traceparentOf(trace.getActiveSpan()) ?? current.getStore();

/** The traceparent in force here, or a new one: every event has a trace, with or without the SDK. */
export const currentTraceparent = (): string => activeTraceparent() ?? newTraceparent();

/** Runs `work` with a traceparent in force, for its log lines and its calls. A malformed one is replaced by a new one. */
export const withTraceparent = <T>(traceparent: string | null, work: () => T): T =>
  current.run(traceparent !== null && parseTraceparent(traceparent) ? traceparent : newTraceparent(), work);
