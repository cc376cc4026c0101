import { describe, expect, it } from '@jest/globals';
import type { Span } from '@jiangong/contracts/jiangong/operations/v1/operations_service';
import { EdgeError } from '../src/application/problem.ts';
import type { RouteOutlet } from '../src/routes/route.ts';
import { traceRoutes } from '../src/routes/traces.routes.ts';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const OTHER = '4bf92f3577b34da6a3ce929d0e0e4737';
const EVENT = '7e5f0c3e-3f4e-4c1e-8a39-8d4ad20f3a01';

const spanAt = (microseconds: number, traceId = TRACE): Span => ({
  ...{
    traceId,
    spanId: `00f067aa0ba9${String(microseconds % 10_000).padStart(4, '0')}`,
    parentSpanId: '',
    name: 'n',
    kind: 'server',
  },
  ...{
    startedAtMicroseconds: microseconds,
    durationMicroseconds: 1_500,
    failed: false,
    attributes: { 'jiangong.outcome': 'ok' },
  },
});

const outletOf = (answer: (service: string, request: Record<string, unknown>) => readonly Span[]) => {
  const asked: Record<string, unknown>[] = [];
  const outlet: RouteOutlet = {
    call: async (service, _rpc, request) => {
      asked.push({ ...(request as Record<string, unknown>) });
      return { spans: answer(service, request as Record<string, unknown>) } as never;
    },
  };
  return { asked, outlet };
};

const run = async (path: string, input: { query?: object; params?: object }, outlet: RouteOutlet) => {
  const found = traceRoutes.find((one) => one.path === path);
  if (!found) throw new Error(`no route ${path}`);
  const raw = {
    params: input.params ?? {},
    query: input.query ?? {},
    body: {},
    caller: { kind: 'person', personId: 'operator' } as const,
  };
  return (await found.run(raw, outlet, undefined)).body as Record<string, unknown>;
};

const START = 1_795_400_000_000_000;

describe('traces without a collector', () => {
  it('puts the spans of all services in order of their beginning, with microseconds', async () => {
    const { outlet } = outletOf((service) =>
      service === 'audit' ? [spanAt(START + 2)] : service === 'membership' ? [spanAt(START + 1)] : [],
    );
    const answer = await run('/v1/operations/traces/{traceId}', { params: { traceId: TRACE } }, outlet);
    expect(answer).toEqual({
      traceId: TRACE,
      away: [],
      spans: [
        { ...spanIn('membership', 1), startedAt: '2026-11-23T02:13:20.000001Z' },
        { ...spanIn('audit', 2), startedAt: '2026-11-23T02:13:20.000002Z' },
      ],
    });
  });

  it('lists beginnings of traces, each once, the newest first', async () => {
    const { outlet, asked } = outletOf((service) =>
      service === 'audit'
        ? [spanAt(START + 9, OTHER), spanAt(START)]
        : service === 'membership'
          ? [spanAt(START + 1)]
          : [],
    );
    const { traces } = (await run('/v1/operations/traces', {}, outlet)) as {
      traces: { traceId: string; startedAt: string }[];
    };
    expect(traces.map((one) => `${one.traceId} ${one.startedAt}`)).toEqual([
      `${OTHER} 2026-11-23T02:13:20.000009Z`,
      `${TRACE} 2026-11-23T02:13:20.000000Z`,
    ]);
    expect(asked[0]).toMatchObject({ rootsOnly: true, failedOnly: false, eventId: '', pageSize: 50 });
  });

  it('leads from an event to its trace', async () => {
    const { outlet, asked } = outletOf(() => []);
    await run('/v1/operations/traces', { query: { eventId: EVENT } }, outlet);
    expect(asked.every((one) => one['eventId'] === EVENT && one['rootsOnly'] === false)).toBe(true);
  });

  it('says which services are away, and nothing at all when no service is there to say who may ask', async () => {
    const gone = (): never => {
      throw new EdgeError('UPSTREAM_UNAVAILABLE');
    };
    const { outlet } = outletOf((service) => (service === 'evaluation' ? gone() : []));
    expect(await run('/v1/operations/traces', {}, outlet)).toEqual({ traces: [], away: ['evaluation'] });
    await expect(run('/v1/operations/traces', {}, outletOf(gone).outlet)).rejects.toThrow('UPSTREAM_UNAVAILABLE');
  });

  it('passes a refusal on: one service that says no speaks for all', async () => {
    const { outlet } = outletOf(() => {
      throw new EdgeError('NOT_SIGNED_IN');
    });
    await expect(run('/v1/operations/traces/{traceId}', { params: { traceId: TRACE } }, outlet)).rejects.toThrow(
      'NOT_SIGNED_IN',
    );
  });

  it.each([{ traceId: 'x' }, { traceId: TRACE.toUpperCase() }])('refuses what is no trace: %j', async (params) => {
    await expect(run('/v1/operations/traces/{traceId}', { params }, outletOf(() => []).outlet)).rejects.toThrow(
      'invalid params',
    );
  });
});

const spanIn = (service: string, offset: number) => ({
  ...{
    service,
    traceId: TRACE,
    spanId: spanAt(START + offset).spanId,
    parentSpanId: null,
    name: 'n',
    kind: 'server',
    milliseconds: 1.5,
  },
  ...{ failed: false, attributes: { 'jiangong.outcome': 'ok' } },
});
