import type { ReceivedSpan } from './otlp-receiver.ts';

/** Names that pg's instrumentation gives: they tell how a service asked its database, not which way the work went. */
const isDatabase = ({ name }: Pick<ReceivedSpan, 'name'>): boolean => name.startsWith('pg');

/** The spans of a trace without the single questions to the database. */
export const withoutDatabase = (spans: readonly ReceivedSpan[]): readonly ReceivedSpan[] =>
  spans.filter((span) => !isDatabase(span));

const NAME_COLUMN = 84;

/** Names as they are told, without what all of them begin with. */
const shortName = (name: string): string => name.replace(/^jiangong\.(?:[a-z_]+\.v\d+\.)?/, '');

const lineOf = (span: ReceivedSpan, depth: number, zero: number): string => {
  const who = span.service.replace(/^jiangong-/, '');
  const what = `${'  '.repeat(depth)}${who} · ${shortName(span.name)}`;
  const about =
    span.attributes['jiangong.reader'] ??
    span.attributes['jiangong.notification.template'] ??
    span.attributes['messaging.destination.name'] ??
    '';
  const label = about === '' ? what : `${what} (${about})`;
  const [from, took] = [span.startedAt - zero, span.endedAt - span.startedAt];
  return `${label.padEnd(NAME_COLUMN)} ${from.toFixed(1).padStart(7)}  ${took.toFixed(1).padStart(7)}`;
};

/** A trace as text: each span below what it follows from, with the milliseconds of its beginning and of its length. */
export const drawTrace = (spans: readonly ReceivedSpan[]): string => {
  const sorted = spans.toSorted((a, b) => a.startedAt - b.startedAt);
  const zero = sorted[0]?.startedAt ?? 0;
  const known = new Set(sorted.map(({ spanId }) => spanId));
  const lines: string[] = [`${''.padEnd(NAME_COLUMN)} ${'from ms'.padStart(7)}  ${'took ms'.padStart(7)}`];
  const draw = (span: ReceivedSpan, depth: number): void => {
    lines.push(lineOf(span, depth, zero));
    for (const child of sorted) if (child.parentSpanId === span.spanId) draw(child, depth + 1);
  };
  for (const span of sorted) if (!known.has(span.parentSpanId)) draw(span, 0);
  return lines.join('\n');
};

/** The spans as one OTLP message in JSON, which any tool that reads OTLP takes; by service, in the order of their beginning. */
export const otlpOf = (spans: readonly ReceivedSpan[]): string => {
  const services = [...new Set(spans.map(({ service }) => service))].toSorted();
  const resourceSpans = services.map((service) => ({
    resource: { attributes: [{ key: 'service.name', value: { stringValue: service } }] },
    scopeSpans: [
      {
        scope: { name: service },
        spans: spans
          .filter((span) => span.service === service)
          .toSorted((a, b) => a.startedAt - b.startedAt)
          .map(({ wire }) => wire),
      },
    ],
  }));
  return `${JSON.stringify({ resourceSpans }, undefined, 1)}\n`;
};
