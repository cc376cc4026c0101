import {
  type Attributes,
  context,
  type Context,
  INVALID_SPAN_CONTEXT,
  propagation,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import { describeError } from '../describe-error.ts';
import { attributeNames } from '../names.ts';
import { activeTraceparent, withTraceparent } from './trace-context.ts';
import { isLeftOut } from './trace-limit.ts';

export type SpanOptions = Readonly<{
  scope: string;
  /** From `spanNames`; a route's pattern or an RPC's method where the semantic conventions say so. */
  name: string;
  /** By `attributeNames`. */
  attributes?: Attributes;
  /** The traceparent this work continues; null starts a trace of its own; absent: whatever is in force here. */
  parent?: string | null;
  kind?: 'server' | 'client' | 'producer' | 'consumer' | 'internal';
  /** Milliseconds since 1970; now when absent. */
  startedAt?: number;
  /** The reason, when what was thrown is a refusal: an answer, which leaves the span in order. */
  refusalOf?: (thrown: unknown) => string | undefined;
}>;

const KINDS = {
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
  producer: SpanKind.PRODUCER,
  consumer: SpanKind.CONSUMER,
  internal: SpanKind.INTERNAL,
} as const;

const upstreamOf = (parent: string | null | undefined): Context => {
  if (parent === null) return ROOT_CONTEXT;
  if (parent !== undefined) return propagation.extract(ROOT_CONTEXT, { traceparent: parent });
  if (trace.getActiveSpan() !== undefined) return context.active();
  const inForce = activeTraceparent();
  return inForce === undefined ? ROOT_CONTEXT : propagation.extract(ROOT_CONTEXT, { traceparent: inForce });
};

/** What went wrong, by its class only: an error's message can quote data. */
export const failSpan = (span: Span, error: unknown): void => {
  span.setStatus({ code: SpanStatusCode.ERROR });
  span.setAttribute(attributeNames.errorType, describeError(error).type);
};

/** Begins a span that its maker ends. For work that is not one function; else `inSpan`. */
export const beginSpan = (options: SpanOptions): Span => {
  const { scope, name, attributes, kind, startedAt, parent } = options;
  const upstream = upstreamOf(parent);
  return trace.getTracer(scope).startSpan(
    name,
    {
      kind: KINDS[kind ?? 'internal'],
      ...(attributes ? { attributes } : {}),
      ...(startedAt === undefined ? {} : { startTime: startedAt }),
    },
    upstream,
  );
};

/** Runs work with a span in force; does not end it. */
export const withSpan = <T>(span: Span, work: () => T): T => context.with(trace.setSpan(context.active(), span), work);

/** Of a trace that is not recorded. */
const NO_SPAN = trace.wrapSpanContext(INVALID_SPAN_CONTEXT);

/** Runs work inside a span that continues `parent`. Without a tracer, and of a trace that is not recorded, only the traceparent is put in force. */
export const inSpan = <T>(options: SpanOptions, work: (span: Span) => Promise<T>): Promise<T> => {
  const parent = options.parent === undefined ? (activeTraceparent() ?? null) : options.parent;
  if (isLeftOut(parent)) return withTraceparent(parent, () => work(NO_SPAN));
  return withTraceparent(parent, () => {
    const span = beginSpan(options);
    return withSpan(span, async () => {
      try {
        return await work(span);
      } catch (error) {
        const refusal = options.refusalOf?.(error);
        if (refusal === undefined) failSpan(span, error);
        else span.setAttribute(attributeNames.refusal, refusal);
        throw error;
      } finally {
        span.end();
      }
    });
  });
};

/** The same only where a trace is in force; what is done again without one, such as a rebuild, leaves no span. */
export const continueSpan = <T>(options: Omit<SpanOptions, 'parent'>, work: () => Promise<T>): Promise<T> =>
  activeTraceparent() === undefined ? work() : inSpan(options, work);

/** The same for work that does not wait. */
export const inSpanSync = <T>(options: SpanOptions, work: (span: Span) => T): T => {
  const span = beginSpan(options);
  try {
    return withSpan(span, () => work(span));
  } catch (error) {
    failSpan(span, error);
    throw error;
  } finally {
    span.end();
  }
};
