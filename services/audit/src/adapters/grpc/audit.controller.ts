import type { Metadata } from '@grpc/grpc-js';
import type * as rpc from '@jiangong/contracts/jiangong/audit/v1/audit_service';
import { type Ground, isPosition, listsOf, pagesOf, wordsOf } from '@jiangong/service-host';
import { GROUND } from '@jiangong/service-host/nest';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import { momentOrNull, streamName, textOrNull, unitOf } from '../../application/check-question.ts';
import { exportEvents, exportWithin } from '../../application/export-events.ts';
import { replayStream } from '../../application/replay-stream.ts';
import { EXPORT_EVENTS_MAX, ID_CHARS_MAX, STREAM_CHARS_MAX, TYPE_CHARS_MAX } from '../../application/limits.ts';
import { type EventFilter, eventsCounted, eventsFound, placesAfter } from '../postgres/event-questions.ts';
import { READ_SORTS, readsFound } from '../postgres/read-questions.ts';
import type { Within } from '../postgres/where-things-stand.ts';
import { recordedReadOf, storedOf, summaryOf } from './audit-messages.ts';
import { type PartAsked, withinOf } from './within-of.ts';

const SERVICE = 'AuditService';

const positionOf = ({ position }: Readonly<{ position: number }>): number => position;

const eventPages = pagesOf('ListEvents', isPosition);
/** By revision. */
const replayPages = pagesOf('ReplayStream', isPosition);
const readLists = listsOf('ListReads', READ_SORTS);
/** An export names its place itself; only its size is looked at here. */
const exportPages = pagesOf('ExportEvents', isPosition, {
  sizeMax: EXPORT_EVENTS_MAX,
  sizeDefault: EXPORT_EVENTS_MAX,
});

type Filtered = Pick<
  rpc.ListEventsRequest,
  'stream' | 'type' | 'actorId' | 'actorRole' | 'actorOrganization' | 'occurredFrom' | 'occurredBefore'
>;

/** What both the list and the count of events are asked by. */
const filterOf = (request: Filtered): Omit<EventFilter, 'within' | 'correlationId' | 'traceId'> => ({
  stream: textOrNull(request.stream, 'stream', STREAM_CHARS_MAX),
  type: textOrNull(request.type, 'type', TYPE_CHARS_MAX),
  actorId: textOrNull(request.actorId, 'actorId', ID_CHARS_MAX),
  actorRole: textOrNull(request.actorRole, 'actorRole', ID_CHARS_MAX),
  actorOrganization: textOrNull(request.actorOrganization, 'actorOrganization', ID_CHARS_MAX),
  from: momentOrNull(request.occurredFrom, 'occurredFrom'),
  before: momentOrNull(request.occurredBefore, 'occurredBefore'),
});

/** Questions to the log and its index. */
@Controller()
export class AuditController {
  private readonly ground: Ground;
  private readonly replay: ReturnType<typeof replayStream>;
  private readonly export: ReturnType<typeof exportEvents>;

  constructor(@Inject(GROUND) ground: Ground) {
    this.ground = ground;
    this.replay = replayStream(ground.store);
    this.export = exportEvents(ground.store);
  }

  @GrpcMethod(SERVICE, 'ListEvents')
  async listEvents(request: rpc.ListEventsRequest, metadata: Metadata): Promise<rpc.ListEventsResponse> {
    const asked = eventPages.asked(request);
    const found = await eventsFound(this.ground.rows, {
      ...filterOf(request),
      correlationId: textOrNull(request.correlationId, 'correlationId', ID_CHARS_MAX),
      traceId: textOrNull(request.traceId, 'traceId', ID_CHARS_MAX),
      within: await this.within(request, metadata),
      newestFirst: request.newestFirst,
      after: asked.after ?? null,
      limit: asked.size,
    });
    const { page, nextPageToken } = eventPages.page(found, asked, positionOf);
    return { events: page.map(summaryOf), nextPageToken };
  }

  @GrpcMethod(SERVICE, 'CountEvents')
  async countEvents(request: rpc.CountEventsRequest, metadata: Metadata): Promise<rpc.CountEventsResponse> {
    const filter = filterOf(request);
    const counts = await eventsCounted(this.ground.rows, {
      ...filter,
      by: unitOf(request.by, filter.from, filter.before),
      ...{ correlationId: null, traceId: null },
      within: await this.within(request, metadata),
    });
    return { counts: [...counts] };
  }

  @GrpcMethod(SERVICE, 'ReplayStream')
  async replayStream(request: rpc.ReplayStreamRequest, _metadata: Metadata): Promise<rpc.ReplayStreamResponse> {
    const asked = replayPages.asked(request);
    const at = momentOrNull(request.at, 'at');
    const replay = await this.replay(
      streamName(request.stream, 'stream'),
      {
        ...(request.throughRevision === undefined ? {} : { throughRevision: request.throughRevision }),
        ...(at === null ? {} : { at }),
      },
      { after: asked.after ?? null, size: asked.size },
    );
    return {
      events: replay.events.map(storedOf),
      nextPageToken: replay.next === null ? '' : replayPages.tokenBehind(replay.next, asked),
      throughRevision: replay.throughRevision,
      chainedEvents: replay.chained,
      eventCount: replay.count,
    };
  }

  @GrpcMethod(SERVICE, 'ListReads')
  async listReads(request: rpc.ListReadsRequest, metadata: Metadata): Promise<rpc.ListReadsResponse> {
    const asked = readLists.asked(request);
    const found = await readsFound(this.ground.rows, {
      ...asked,
      within: await this.within(request, metadata),
      q: request.q,
      readerId: textOrNull(request.readerId, 'readerId', ID_CHARS_MAX),
      resourceId: textOrNull(request.resourceId, 'resourceId', ID_CHARS_MAX),
      from: momentOrNull(request.readFrom, 'readFrom'),
      before: momentOrNull(request.readBefore, 'readBefore'),
      classified: request.classified,
      about: wordsOf(request.about, 'about'),
      readerRoles: wordsOf(request.readerRole, 'readerRole'),
      resourceKinds: wordsOf(request.resourceKind, 'resourceKind'),
    });
    const { page, nextPageToken, counts } = readLists.told(found, asked);
    return { reads: page.map(recordedReadOf), nextPageToken, counts };
  }

  @GrpcMethod(SERVICE, 'ExportEvents')
  async exportEvents(request: rpc.ExportEventsRequest, metadata: Metadata): Promise<rpc.ExportEventsResponse> {
    const { size } = exportPages.asked({ pageSize: request.pageSize, pageToken: '' });
    const within = await this.within(request, metadata);
    const { store, rows, caughtUp } = this.ground;
    const places = (after: number, limit: number) => placesAfter(rows, { within, after, limit });
    const page = within.everything
      ? await this.export(request.after, size)
      : await exportWithin({ store, placesAfter: places, caughtUp })(request.after, size);
    return { events: page.events.map(storedOf), through: page.through, head: page.head };
  }

  private async within(asked: PartAsked, metadata: Metadata): Promise<Within> {
    return (await withinOf(this.ground, asked, metadata)).within;
  }
}
