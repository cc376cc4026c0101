import { ROLES } from '@jiangong/access';
import {
  AuditServiceService,
  type EventSummary,
  ExportEventsRequest,
  ListEventsRequest,
  ReplayStreamRequest,
  type StoredEvent,
} from '@jiangong/contracts/jiangong/audit/v1/audit_service';
import { z } from 'zod';
import { anyJson } from './any-json.ts';
import {
  flagText,
  formed,
  id,
  instant,
  line,
  pageAnswer,
  pageOf,
  pageOut,
  pageQuery,
  sha256,
  traceId,
  wholeText,
  word,
} from './fields.ts';
import { factType, partOfTree, STREAM_CHARS_MAX, streamBeginning } from './audit-fields.ts';
import { listReads } from './audit-reads.routes.ts';
import { actor, actorOut, namedActor } from './event-actor.ts';
import { countEvents } from './audit-counts.routes.ts';
import { given } from './given.ts';
import { route, type Route, type AsSaid } from './route.ts';

const EXPORT_EVENTS_MAX = 1_000;
const POSITION_MAX = 999_999_999_999_999;

const stream = formed(/^[a-z][a-z-]*\.[a-z][a-z0-9-]*$/u, 'stream').max(STREAM_CHARS_MAX);

const eventSummary = z
  .object({
    position: z.number().int(),
    eventId: id(),
    stream: z.string(),
    revision: z.number().int(),
    type: factType(),
    occurredAt: instant(),
    actor: namedActor,
    correlationId: id(),
    causationId: id().nullable(),
    hash: sha256(),
    traceId: traceId().nullable().meta({
      description:
        '事件生效时所在的链路追踪（保留期内）；事件未记录时为空 / The trace in which it became true, while somebody keeps it; null when the event keeps none',
    }),
  })
  .meta({ id: 'EventSummary', description: '事件（不含数据） / An event without its data' });

const summaryOut = (event: EventSummary): AsSaid<z.input<typeof eventSummary>> => ({
  ...event,
  actor: actorOut(event.actor),
  causationId: event.causationId,
  traceId: event.traceId,
});

/** The entry's fields, flat, with `position`, `hash` and `data`: one line of `events.jsonl`. */
const storedEvent = z
  .object({
    position: z.number().int(),
    hash: sha256().meta({
      description:
        '条目按 RFC 8785 规范形式的 SHA-256：即不含位置、散列与数据的这些字段 / SHA-256 of the RFC 8785 form of the entry: these fields without position, hash and data',
    }),
    data: anyJson.meta({
      description:
        '原样保存的数据；其 RFC 8785 形式的散列即 `dataHash` / As stored; its RFC 8785 form has the hash `dataHash`',
    }),
    v: z.literal(1),
    eventId: id(),
    stream: z.string(),
    revision: z.number().int(),
    type: factType(),
    occurredAt: instant(),
    recordedAt: instant(),
    actor,
    policyVersion: z.string().nullable(),
    requestId: id().nullable(),
    requestHash: sha256().nullable(),
    correlationId: id(),
    causationId: id().nullable(),
    traceparent: z.string().nullable(),
    dataHash: sha256(),
    prev: sha256().nullable(),
  })
  .meta({
    id: 'StoredEvent',
    description:
      '完整事件：参与散列的字段、在日志中的位置及其数据 / An event whole: the fields of its hashed entry, its place in the log, and its data',
  });

const parsed = (bytes: Uint8Array): unknown => JSON.parse(Buffer.from(bytes).toString('utf8')) as unknown;

const storedOut = (event: StoredEvent): AsSaid<z.input<typeof storedEvent>> =>
  ({
    ...(parsed(event.entry) as Omit<z.input<typeof storedEvent>, 'position' | 'hash' | 'data'>),
    position: event.position,
    hash: event.hash,
    data: parsed(event.data),
  }) as z.input<typeof storedEvent>;

const listEvents = route({
  method: 'GET',
  path: '/v1/audit/events',
  summary: { zh: '查询事件', en: 'Find events by part of the tree, stream, time, actor, type, correlation and trace' },
  tags: ['audit'],
  query: z.strictObject({
    ...pageQuery,
    ...partOfTree,
    stream: streamBeginning().optional(),
    type: factType().optional(),
    actorId: line(100).optional(),
    actorRole: word(ROLES).optional(),
    actorOrganization: id().optional(),
    correlationId: id().optional(),
    traceId: traceId().optional().meta({ description: '由链路追踪回到其事件 / From a trace back to its events' }),
    occurredFrom: instant().optional(),
    occurredBefore: instant().optional(),
    newestFirst: flagText().optional(),
  }),
  answer: pageAnswer(eventSummary),
  call: {
    service: 'audit',
    rpc: AuditServiceService.listEvents,
    request: ({ query: { pageSize, pageToken, ...asked } }) =>
      ListEventsRequest.fromPartial({ ...pageOf({ pageSize, pageToken }), ...given(asked) }),
    respond: (response) => pageOut(response.events.map(summaryOut), response.nextPageToken),
  },
});

const replayStream = route({
  method: 'GET',
  path: '/v1/audit/streams/{stream}',
  summary: { zh: '重放事件流', en: 'Replay a stream up to a revision or a moment' },
  tags: ['audit'],
  params: z.strictObject({ stream }),
  query: z.strictObject({ ...pageQuery, revision: wholeText(0, POSITION_MAX).optional(), at: instant().optional() }),
  answer: pageAnswer(storedEvent).extend({
    throughRevision: z
      .number()
      .int()
      .meta({ description: '整个答复（含各页）的最后版本号 / The last revision of the whole answer, over all pages' }),
    eventCount: z
      .number()
      .int()
      .meta({ description: '整个答复（含各页）的事件数 / Events of the whole answer, over all pages' }),
    chainedEvents: z.number().int().meta({
      description:
        '自第一条起，有多少条散列相符且首尾相接 / How many of them, from the first on, fit their hashes and follow one another',
    }),
  }),
  call: {
    service: 'audit',
    rpc: AuditServiceService.replayStream,
    request: ({ params, query }) =>
      ReplayStreamRequest.fromPartial({
        ...params,
        ...pageOf(query),
        ...given({ throughRevision: query.revision, at: query.at }),
      }),
    respond: (response) => ({
      ...pageOut(response.events.map(storedOut), response.nextPageToken),
      throughRevision: response.throughRevision,
      eventCount: response.eventCount,
      chainedEvents: response.chainedEvents,
    }),
  },
});

const exportEvents = route({
  method: 'GET',
  path: '/v1/audit/export',
  summary: { zh: '导出事件', en: 'Export events whole, in log order; each page is itself recorded' },
  tags: ['audit'],
  query: z.strictObject({
    ...partOfTree,
    after: wholeText(0, POSITION_MAX).optional(),
    pageSize: wholeText(1, EXPORT_EVENTS_MAX).optional(),
  }),
  answer: z.object({
    items: z.array(storedEvent),
    through: z
      .number()
      .int()
      .meta({ description: '取下一页时以此作为 `after` / Ask for the next page with this as `after`' }),
    head: z
      .number()
      .int()
      .meta({ description: '读取本页时日志的最后位置 / The last position of the log when the page was read' }),
  }),
  call: {
    service: 'audit',
    rpc: AuditServiceService.exportEvents,
    request: ({ query }) => ExportEventsRequest.fromPartial(given(query)),
    respond: ({ events, through, head }) => ({ items: events.map(storedOut), through, head }),
  },
});

export const auditRoutes: readonly Route[] = [listEvents, countEvents, replayStream, listReads, exportEvents];
