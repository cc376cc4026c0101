import { context, propagation, ROOT_CONTEXT, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { describeError } from '../describe-error.ts';
import { attributeNames } from '../names.ts';
import { withTraceparent } from './trace-context.ts';

export type SpanOptions = Readonly<{
  scope: string;
  /** From `spanNames`. */
  name: string;
  /** From `attributeNames`. */
  attributes?: Readonly<Record<string, string | number>>;
  /** The traceparent this work continues; null starts a trace of its own. */
  parent: string | null;
  kind?: 'server' | 'consumer' | 'internal';
}>;

const KINDS = { server: SpanKind.SERVER, consumer: SpanKind.CONSUMER, internal: SpanKind.INTERNAL } as const;

const failedWith = (span: Span, error: unknown): void => {
  span.setStatus({ code: SpanStatusCode.ERROR });
  span.setAttribute(attributeNames.errorType, describeError(error).type);
};

/** Runs work inside a span that continues `parent`. Without the SDK only the traceparent is put in force. */
export const inSpan = <T>({ scope, name, attributes, parent, kind }: SpanOptions, work: (span: Span) => Promise<T>): Promise<T> =>
  withTraceparent(parent, () => {
    const upstream = parent === null ? context.active() : propagation.extract(ROOT_CONTEXT, { traceparent: parent });
    const span = trace.getTracer(scope).startSpan(name, { kind: KINDS[kind ?? 'internal'], ...(attributes ? { attributes } : {}) }, upstream);
    return context.with(trace.setSpan(upstream, span), async () => {
      try {
        return await work(span);
      } catch (error) {
        failedWith(span, error);
        throw error;
      } finally {
        span.end();
      }
    });
  });
