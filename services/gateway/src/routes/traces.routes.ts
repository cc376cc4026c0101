import {
  ListSpansRequest,
  OperationsServiceService,
} from '@jiangong/contracts/jiangong/operations/v1/operations_service';
import { recentSpans } from '@jiangong/telemetry/node';
import { z } from 'zod';
import { answerWords } from './answer-words.ts';
import { EdgeError } from '../application/problem.ts';
import { PAGE_SIZE_DEFAULT, PAGE_SIZE_MAX, flagText, id, spanId, traceId, wholeText, word } from './fields.ts';
import { type AsSaid, localRoute, type Route, type RouteOutlet, type ServiceName, serviceNames } from './route.ts';

/** Of one trace, from each service. */
const SPANS_OF_A_TRACE_MAX = 1_000;

const span = z
  .object({
    service: word([...serviceNames, 'gateway']),
    traceId: traceId(),
    spanId: spanId(),
    parentSpanId: spanId().nullable().meta({ description: '链路起点为空 / Null at the beginning of a trace' }),
    name: z.string().meta({
      description: '路由模式、RPC，或建功自有的名称 / A route’s pattern, an RPC, or a name of Jiangong’s own',
    }),
    kind: word(answerWords.spanKind),
    startedAt: z.iso
      .datetime({ precision: 6 })
      .meta({ description: '协调世界时，精确到微秒，以本机时钟为准 / UTC with microseconds, the machine’s clock' }),
    milliseconds: z.number(),
    failed: z
      .boolean()
      .meta({ description: '以故障结束；拒绝不算故障 / It ended with an accident; a refusal is none' }),
    attributes: z.record(z.string(), z.string()).meta({
      description: '事物编号、原因、计数与代码；从不含内容 / Ids of things, reasons, counts and codes; never contents',
    }),
  })
  .meta({ id: 'Span' });

const away = z.array(word(serviceNames)).meta({
  description: '未答复的服务：其所知内容此处缺少 / Services that did not answer: what they know is missing here',
});

type SpanOut = AsSaid<z.input<typeof span>>;

/** What a process says of a span: the same over gRPC and in the gateway's own memory. */
type Told = Readonly<Omit<SpanOut, 'service' | 'parentSpanId' | 'startedAt' | 'milliseconds'>> &
  Readonly<{ parentSpanId: string; startedAtMicroseconds: number; durationMicroseconds: number }>;

const startedAt = (microseconds: number): string =>
  `${new Date(Math.floor(microseconds / 1_000)).toISOString().slice(0, -1)}${String(microseconds % 1_000).padStart(3, '0')}Z`;

const spanOut = (service: string, told: Told): SpanOut => ({
  service,
  traceId: told.traceId,
  spanId: told.spanId,
  parentSpanId: told.parentSpanId === '' ? null : told.parentSpanId,
  name: told.name,
  kind: told.kind,
  startedAt: startedAt(told.startedAtMicroseconds),
  milliseconds: told.durationMicroseconds / 1_000,
  failed: told.failed,
  attributes: { ...told.attributes },
});

type Question = Readonly<{
  traceId?: string;
  eventId?: string;
  rootsOnly?: boolean;
  failedOnly?: boolean;
  limitMax: number;
}>;

const AWAY = new Set(['UPSTREAM_UNAVAILABLE', 'DEADLINE_EXCEEDED']);

const spansOf = async (
  service: ServiceName,
  question: Question,
  outlet: RouteOutlet,
): Promise<readonly SpanOut[] | undefined> => {
  const { limitMax, ...asked } = question;
  try {
    const request = ListSpansRequest.fromPartial({ service, ...asked, pageSize: limitMax });
    const { spans } = await outlet.call(service, OperationsServiceService.listSpans, request);
    return spans.map((one) => spanOut(service, one));
  } catch (error) {
    if (error instanceof EdgeError && AWAY.has(error.reason)) return undefined;
    throw error;
  }
};

/**
 * What all processes of this machine still know, oldest first. A service decides whether the caller may: while none answers, nobody is
 * told what the gateway itself knows either.
 */
const askAll = async (question: Question, outlet: RouteOutlet): Promise<{ spans: SpanOut[]; away: ServiceName[] }> => {
  const answers = await Promise.all(
    serviceNames.map(async (name) => ({ name, spans: await spansOf(name, question, outlet) })),
  );
  const missing = answers.filter(({ spans }) => spans === undefined).map(({ name }) => name);
  if (missing.length === answers.length) throw new EdgeError('UPSTREAM_UNAVAILABLE');
  const own = recentSpans.find(question).map((one) => spanOut('gateway', one));
  const spans = [...own, ...answers.flatMap((answer) => answer.spans ?? [])];
  return { spans: spans.toSorted((a, b) => (a.startedAt < b.startedAt ? -1 : 1)), away: missing };
};

const listTraces = localRoute({
  method: 'GET',
  path: '/v1/operations/traces',
  summary: {
    zh: '最近几分钟的调用链',
    en: 'The traces of the last minutes: each by the span that begins it, or by those that stored or took an event',
  },
  tags: ['operations'],
  query: z.strictObject({
    pageSize: wholeText(1, PAGE_SIZE_MAX).optional(),
    eventId: id()
      .optional()
      .meta({ description: '只列存储或处理过此事件的链路 / Only traces in which this event was stored or taken' }),
    failed: flagText()
      .optional()
      .meta({ description: '只列以故障结束的片段 / Only spans that ended with an accident' }),
  }),
  answer: z.object({ traces: z.array(span), away }),
  handle: async ({ query }, _context: unknown, outlet) => {
    const limitMax = query.pageSize ?? PAGE_SIZE_DEFAULT;
    const narrowed = query.eventId !== undefined || query.failed === true;
    const question = {
      limitMax,
      rootsOnly: !narrowed,
      failedOnly: query.failed ?? false,
      ...(query.eventId === undefined ? {} : { eventId: query.eventId }),
    };
    const { spans, away: missing } = await askAll(question, outlet);
    const first = new Map<string, SpanOut>();
    for (const one of spans) if (!first.has(one.traceId)) first.set(one.traceId, one);
    return { traces: [...first.values()].toReversed().slice(0, limitMax), away: missing };
  },
});

const showTrace = localRoute({
  method: 'GET',
  path: '/v1/operations/traces/{traceId}',
  summary: { zh: '一条调用链的全部环节', en: 'Every span of one trace that is still kept, in order of its beginning' },
  tags: ['operations'],
  params: z.strictObject({ traceId: traceId() }),
  answer: z.object({ traceId: traceId(), spans: z.array(span), away }),
  handle: async ({ params }, _context: unknown, outlet) => ({
    traceId: params.traceId,
    ...(await askAll({ traceId: params.traceId, limitMax: SPANS_OF_A_TRACE_MAX }, outlet)),
  }),
});

/** The last minutes of traces without a collector; of several replicas of a service one is asked, so there a collector is needed. */
export const traceRoutes: readonly Route[] = [listTraces, showTrace];
