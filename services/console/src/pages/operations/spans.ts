import type { Schemas } from '../../api/client.ts';

type Span = Schemas['Span'];

/** A span where it stands in its trace: how deep, and which part of the whole time it took, both from 0 to 1. */
export type Placed = Readonly<{ span: Span; depth: number; begins: number; takes: number }>;

/** In the order of a walk down the tree; a span whose parent is not kept stands at the top. */
export const placed = (spans: readonly Span[]): readonly Placed[] => {
  if (spans.length === 0) return [];
  const starts = spans.map(({ startedAt }) => Date.parse(startedAt));
  const first = Math.min(...starts);
  const last = Math.max(...spans.map(({ milliseconds }, index) => (starts[index] ?? first) + milliseconds));
  const whole = Math.max(last - first, Number.EPSILON);
  const ids = new Set(spans.map(({ spanId }) => spanId));
  const childrenOf = new Map<string | null, Span[]>();
  for (const span of spans) {
    const parent = span.parentSpanId !== null && ids.has(span.parentSpanId) ? span.parentSpanId : null;
    childrenOf.set(parent, [...(childrenOf.get(parent) ?? []), span]);
  }
  const walk = (parent: string | null, depth: number): readonly Placed[] =>
    (childrenOf.get(parent) ?? [])
      .toSorted((one, other) => Date.parse(one.startedAt) - Date.parse(other.startedAt))
      .flatMap((span) => [
        {
          span,
          depth,
          begins: (Date.parse(span.startedAt) - first) / whole,
          takes: span.milliseconds / whole,
        },
        ...walk(span.spanId, depth + 1),
      ]);
  return walk(null, 0);
};
