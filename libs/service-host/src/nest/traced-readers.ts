import { contextOfStream, type ProcessManager, type Translator } from '@jiangong/messaging';
import type { ProjectedEvent, ProjectedRows, Projection } from '@jiangong/read-models';
import { attributeNames, spanNames } from '@jiangong/telemetry';
import {
  beginSpan,
  failSpan,
  inSpan,
  inSpanSync,
  isTracedStill,
  withSpan,
  withTraceparent,
} from '@jiangong/telemetry/node';
import type { Clock } from '../ground.ts';

type Parts = Readonly<{ service: string; clock: Clock }>;

const isFresh = ({ clock }: Parts, { occurredAt }: Pick<ProjectedEvent, 'occurredAt'>): boolean =>
  isTracedStill(occurredAt, clock.now());

const eventAttributes = ({ stream, eventId, type }: Pick<ProjectedEvent, 'stream' | 'eventId' | 'type'>) => ({
  [attributeNames.stream]: contextOfStream(stream),
  [attributeNames.eventIds]: [eventId],
  [attributeNames.eventType]: type,
});

/** A projection whose spans continue the trace of each event that changes rows; most events change none here, and leave none. */
const tracedProjection = (projection: Projection, parts: Parts): Projection => ({
  ...projection,
  apply: async (rows, event) => {
    if (event.traceparent === null || !isFresh(parts, event)) return projection.apply(rows, event);
    const startedAt = Date.now();
    const begin = () => {
      const attributes = { ...eventAttributes(event), [attributeNames.reader]: projection.name };
      return beginSpan({
        scope: parts.service,
        name: spanNames.apply,
        kind: 'consumer',
        parent: event.traceparent,
        attributes,
        startedAt,
      });
    };
    let span: ReturnType<typeof begin> | undefined;
    const seen: ProjectedRows = {
      query: (sql, values) => {
        span ??= begin();
        return withSpan(span, () => rows.query(sql, values));
      },
      write: (sql, values) => {
        span ??= begin();
        rows.write(sql, values);
      },
    };
    try {
      await withTraceparent(event.traceparent, () => projection.apply(seen, event));
    } catch (error) {
      if (span) failSpan(span, error);
      throw error;
    } finally {
      span?.end();
    }
  },
});

/** A translator whose spans continue the trace of each event. */
export const tracedTranslator = (translator: Translator, parts: Parts): Translator => ({
  ...translator,
  translate: (event) => {
    if (event.traceparent === null || !isFresh(parts, event)) return translator.translate(event);
    const span = {
      scope: parts.service,
      name: spanNames.translate,
      kind: 'consumer',
      parent: event.traceparent,
      attributes: eventAttributes(event),
    } as const;
    return inSpanSync(span, () => translator.translate(event));
  },
});

/** Process managers whose spans, and whose orders' spans, continue the trace of each fact. */
export const tracedProcesses = (processes: readonly ProcessManager[], parts: Parts): readonly ProcessManager[] =>
  processes.map((process) => ({
    ...process,
    handle: (fact) => {
      const attributes = { ...eventAttributes(fact), [attributeNames.reader]: process.name };
      return inSpan(
        { scope: parts.service, name: spanNames.process, kind: 'consumer', parent: fact.traceparent, attributes },
        () => process.handle(fact),
      );
    },
  }));

export const tracedProjections = (projections: readonly Projection[], parts: Parts): readonly Projection[] =>
  projections.map((projection) => tracedProjection(projection, parts));
