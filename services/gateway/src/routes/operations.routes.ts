import {
  GetLagRequest,
  ListParkedRequest,
  OperationsServiceService,
  type ParkedEvent,
  RetryParkedRequest,
  type RetryParkedResponse,
  SkipParkedRequest,
} from '@jiangong/contracts/jiangong/operations/v1/operations_service';
import { z } from 'zod';
import { EdgeError } from '../application/problem.ts';
import { factType } from './audit-fields.ts';
import { PAGE_SIZE_DEFAULT, id, line, pageAnswer, pageQuery, whole, word } from './fields.ts';
import { receipt, receiptOut } from './receipt.ts';
import { localRoute, type Route, type RouteOutlet, type ServiceName, serviceNames, type AsSaid } from './route.ts';

const READER_CHARS_MAX = 200;
const STREAM_CHARS_MAX = 200;
const REASON_CHARS_MAX = 500;

const service = () => word(serviceNames);

const readerLag = z
  .object({ reader: z.string(), events: z.number().int(), milliseconds: z.number().int() })
  .meta({ id: 'ReaderLag' });

const serviceLag = z
  .object({
    service: service(),
    head: z.number().int().nullable().meta({
      description: '日志的最后位置；服务无答复的为空 / The log’s last position; null when the service does not answer',
    }),
    readers: z.array(readerLag),
    upMilliseconds: z.number().int().nullable().meta({
      description:
        '答复的进程已运行的毫秒数；服务无答复的为空 / How long the process that answered has been running; null when the service does not answer',
    }),
  })
  .meta({ id: 'ServiceLag' });

const parkedEvent = z
  .object({
    service: service(),
    reader: z.string(),
    stream: z.string(),
    position: z.number().int(),
    ordinal: z.number().int(),
    eventId: id(),
    type: factType(),
    errorClass: z.string().meta({
      description:
        'BEHIND_PARKED：排在同一事件流中较早的事件之后 / BEHIND_PARKED: it waits behind an earlier event of its stream',
    }),
    tries: z.number().int(),
  })
  .meta({ id: 'ParkedEvent' });

const AWAY = new Set(['UPSTREAM_UNAVAILABLE', 'DEADLINE_EXCEEDED']);

/** One service's lag. A service that is away is told as such; one that refuses speaks for all. */
const lagOf = async (name: ServiceName, outlet: RouteOutlet): Promise<z.input<typeof serviceLag>> => {
  try {
    const { head, readers, upMilliseconds } = await outlet.call(
      name,
      OperationsServiceService.getLag,
      GetLagRequest.fromPartial({ service: name }),
    );
    return { service: name, head, readers: readers.map((one) => ({ ...one })), upMilliseconds };
  } catch (error) {
    if (error instanceof EdgeError && AWAY.has(error.reason))
      return { service: name, head: null, readers: [], upMilliseconds: null };
    throw error;
  }
};

const showLag = localRoute({
  method: 'GET',
  path: '/v1/operations/lag',
  summary: { zh: '各服务读取器的滞后', en: 'How far behind the log the readers of each service are' },
  tags: ['operations'],
  answer: z.object({ services: z.array(serviceLag) }),
  handle: async (_input, _context: unknown, outlet) => ({
    services: await Promise.all(serviceNames.map((name) => lagOf(name, outlet))),
  }),
});

/** `<service>:<that service's own token>`. */
const placeIn = (token: string | undefined): { from: number; rest: string } => {
  if (token === undefined) return { from: 0, rest: '' };
  const colon = token.indexOf(':');
  const from = serviceNames.findIndex((one) => one === token.slice(0, colon));
  if (from < 0 || colon < 0) throw new EdgeError('INVALID_FIELD', { field: 'pageToken' });
  return { from, rest: token.slice(colon + 1) };
};

const parkedOut = (name: ServiceName, event: ParkedEvent): AsSaid<z.input<typeof parkedEvent>> => ({
  service: name,
  ...event,
});

const listParked = localRoute({
  method: 'GET',
  path: '/v1/operations/parked',
  summary: {
    zh: '搁置的事件（不含内容）',
    en: 'Events that readers have parked, service by service; never their contents',
  },
  tags: ['operations'],
  query: z.strictObject({ ...pageQuery }),
  answer: pageAnswer(parkedEvent),
  handle: async ({ query }, _context: unknown, outlet) => {
    const pageSize = query.pageSize ?? PAGE_SIZE_DEFAULT;
    let { from, rest } = placeIn(query.pageToken);
    const items: AsSaid<z.input<typeof parkedEvent>>[] = [];
    for (let name = serviceNames[from]; name !== undefined; from += 1, name = serviceNames[from]) {
      if (items.length === pageSize) return { items, nextPageToken: `${name}:` };
      const request = ListParkedRequest.fromPartial({
        service: name,
        pageSize: pageSize - items.length,
        pageToken: rest,
      });
      const { parked, nextPageToken } = await outlet.call(name, OperationsServiceService.listParked, request);
      for (const event of parked) items.push(parkedOut(name, event));
      if (nextPageToken !== '') return { items, nextPageToken: `${name}:${nextPageToken}` };
      rest = '';
    }
    return { items, nextPageToken: null };
  },
});

const repair = z.strictObject({
  service: service(),
  reader: line(READER_CHARS_MAX),
  stream: line(STREAM_CHARS_MAX),
  position: whole(1, 999_999_999_999_999).meta({
    description: '该事件流中第一条搁置事件在列表中的位置 / The place of the stream’s first parked event, as listed',
  }),
  reason: line(REASON_CHARS_MAX),
});

const repaired = z
  .object({
    receipt,
    done: z.number().int().meta({ description: '已处理的事件数 / Events that went through' }),
    left: z.number().int().meta({ description: '该事件流中仍搁置的事件数 / Events of the stream still parked' }),
  })
  .meta({ id: 'Repaired' });

const repairedOut = (response: RetryParkedResponse): AsSaid<z.input<typeof repaired>> => ({
  receipt: receiptOut(response.receipt),
  done: response.done,
  left: response.left,
});

const retryParked = localRoute({
  method: 'POST',
  path: '/v1/operations/parked/retry',
  summary: { zh: '重试搁置的事件', en: 'Try a stream’s parked events again' },
  tags: ['operations'],
  body: repair,
  answer: repaired,
  handle: async ({ body }, _context: unknown, outlet) =>
    repairedOut(
      await outlet.call(body.service, OperationsServiceService.retryParked, RetryParkedRequest.fromPartial(body)),
    ),
});

const skipParked = localRoute({
  method: 'POST',
  path: '/v1/operations/parked/skip',
  summary: { zh: '放弃搁置的事件', en: 'Give up a stream’s first parked event, and try those behind it' },
  tags: ['operations'],
  body: repair,
  answer: repaired,
  handle: async ({ body }, _context: unknown, outlet) =>
    repairedOut(
      await outlet.call(body.service, OperationsServiceService.skipParked, SkipParkedRequest.fromPartial(body)),
    ),
});

/** What an operator sees and mends of the services' readers. */
export const operationsRoutes: readonly Route[] = [showLag, listParked, retryParked, skipParked];
