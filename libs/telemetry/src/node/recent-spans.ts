import { type Attributes, SpanKind, SpanStatusCode } from '@opentelemetry/api';
import type { ReadableSpan, SpanProcessor } from '@opentelemetry/sdk-trace';
import { attributeNames } from '../names.ts';

/** So many finished spans a process keeps, the newest: 6 MB at most, measured with the attributes of an append. */
export const SPANS_KEPT_MAX = 4_000;

/** Older ones are not shown. */
export const SPANS_KEPT_MS_MAX = 15 * 60_000;

/** A span's attributes are kept up to this many; a text among them up to so many characters. */
const ATTRIBUTES_KEPT_MAX = 16;
const ATTRIBUTE_CHARS_MAX = 4_000;

/** A finished span as operators and auditors see it: names, times, ids; never contents. */
export type KeptSpan = Readonly<{
  traceId: string;
  spanId: string;
  /** Empty for the beginning of a trace. */
  parentSpanId: string;
  name: string;
  kind: string;
  /** Since 1970. */
  startedAtMicroseconds: number;
  durationMicroseconds: number;
  failed: boolean;
  attributes: Readonly<Record<string, string>>;
}>;

export type SpanQuestion = Readonly<{
  traceId?: string;
  /** Spans that stored or took this event. */
  eventId?: string;
  /** Only beginnings of traces. */
  rootsOnly?: boolean;
  failedOnly?: boolean;
  limitMax: number;
}>;

const microseconds = ([seconds, nanoseconds]: readonly [number, number]): number =>
  seconds * 1_000_000 + Math.round(nanoseconds / 1_000);

/** Those of names.ts, which hold no person; what a library adds of its own (a statement, an address) is nobody's to see here. */
const SHOWN: ReadonlySet<string> = new Set(Object.values(attributeNames));

const textsOf = (attributes: Attributes): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(attributes)
      .filter(([name]) => SHOWN.has(name))
      .slice(0, ATTRIBUTES_KEPT_MAX)
      .map(([name, value]) => [name, String(value).slice(0, ATTRIBUTE_CHARS_MAX)]),
  );

const keptOf = (span: ReadableSpan): KeptSpan => {
  const { traceId, spanId } = span.spanContext();
  return {
    traceId,
    spanId,
    parentSpanId: span.parentSpanContext?.spanId ?? '',
    name: span.name,
    kind: SpanKind[span.kind].toLowerCase(),
    startedAtMicroseconds: microseconds(span.startTime),
    durationMicroseconds: microseconds(span.duration),
    failed: span.status.code === SpanStatusCode.ERROR,
    attributes: textsOf(span.attributes),
  };
};

/** The last spans of this process, whether a collector takes them or not. */
export class RecentSpans implements SpanProcessor {
  readonly #kept: (KeptSpan | undefined)[] = [];
  readonly #now: () => number;
  #next = 0;

  /** @param now milliseconds since 1970. */
  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  onStart(): void {}

  onEnd(span: ReadableSpan): void {
    this.#kept[this.#next] = keptOf(span);
    this.#next = (this.#next + 1) % SPANS_KEPT_MAX;
  }

  async forceFlush(): Promise<void> {}

  async shutdown(): Promise<void> {}

  /** The newest first, at most `limitMax`. */
  find({ traceId, eventId, rootsOnly = false, failedOnly = false, limitMax }: SpanQuestion): readonly KeptSpan[] {
    const oldest = (this.#now() - SPANS_KEPT_MS_MAX) * 1_000;
    const found: KeptSpan[] = [];
    for (let back = 1; back <= SPANS_KEPT_MAX && found.length < limitMax; back += 1) {
      const span = this.#kept[(this.#next - back + SPANS_KEPT_MAX) % SPANS_KEPT_MAX];
      if (span === undefined) break;
      if (span.startedAtMicroseconds < oldest) continue;
      if (traceId !== undefined && span.traceId !== traceId) continue;
      if (rootsOnly && span.parentSpanId !== '') continue;
      if (failedOnly && !span.failed) continue;
      if (eventId !== undefined && !span.attributes[attributeNames.eventIds]?.split(',').includes(eventId)) continue;
      found.push(span);
    }
    return found;
  }
}

/** Of this process. */
export const recentSpans = new RecentSpans();
