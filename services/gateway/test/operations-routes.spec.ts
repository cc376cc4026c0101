import { describe, expect, it } from '@jest/globals';
import type { ParkedEvent } from '@jiangong/contracts/jiangong/operations/v1/operations_service';
import { EdgeError } from '../src/application/problem.ts';
import { operationsRoutes } from '../src/routes/operations.routes.ts';
import type { RouteOutlet } from '../src/routes/route.ts';

type Sent = Readonly<{ service: string; method: string; request: Record<string, unknown> }>;

/** An outlet whose services answer as the test says. */
const outletOf = (answer: (sent: Sent) => unknown) => {
  const sent: Sent[] = [];
  const outlet: RouteOutlet = {
    call: async (service, rpc, request) => {
      const one = {
        service,
        method: rpc.path.slice(rpc.path.lastIndexOf('/') + 1),
        request: request as Record<string, unknown>,
      };
      sent.push(one);
      return answer(one) as never;
    },
  };
  return { sent, outlet };
};

const run = async (path: string, input: { query?: object; body?: object }, outlet: RouteOutlet) => {
  const found = operationsRoutes.find((one) => one.path === path);
  if (!found) throw new Error(`no route ${path}`);
  const raw = {
    params: {},
    query: input.query ?? {},
    body: input.body ?? {},
    caller: { kind: 'person', personId: 'operator' } as const,
  };
  return (await found.run(raw, outlet, undefined)).body as Record<string, unknown>;
};

const parked = (position: number): ParkedEvent => ({
  ...{
    reader: 'r',
    stream: 's.t-1',
    position,
    ordinal: 0,
    eventId: `e${position}`,
    type: 'T.v1',
    errorClass: 'TypeError',
    tries: 5,
  },
});

describe('operations over REST', () => {
  it('tells the lag of every service, and which one is away', async () => {
    const { outlet } = outletOf(({ service }) => {
      if (service === 'evaluation') throw new EdgeError('UPSTREAM_UNAVAILABLE');
      return { head: 9, readers: [{ reader: 'r', events: 1, milliseconds: 20 }] };
    });
    const { services } = (await run('/v1/operations/lag', {}, outlet)) as {
      services: { service: string; head: number | null }[];
    };
    expect(services.map(({ service, head }) => `${service} ${head}`)).toEqual([
      'organizations 9',
      'membership 9',
      'merit-projects 9',
      'evaluation null',
      'notifications 9',
      'audit 9',
    ]);
  });

  it('passes a refusal on', async () => {
    const { outlet } = outletOf(() => {
      throw new EdgeError('NOT_SIGNED_IN');
    });
    await expect(run('/v1/operations/lag', {}, outlet)).rejects.toThrow('NOT_SIGNED_IN');
  });

  it('lists what is parked in all services, page by page, each event once', async () => {
    const held = new Map([
      ['membership', [1, 2, 3]],
      ['audit', [4]],
    ]);
    const { outlet } = outletOf(({ service, request }) => {
      const after = Number(request['pageToken'] || 0);
      const left = (held.get(service) ?? []).filter((position) => position > after);
      const page = left.slice(0, Number(request['pageSize']));
      return { parked: page.map(parked), nextPageToken: left.length > page.length ? String(page.at(-1)) : '' };
    });
    const seen: string[] = [];
    let token: string | null | undefined;
    do {
      const query = { pageSize: '2', ...(token ? { pageToken: token } : {}) };
      const page = (await run('/v1/operations/parked', { query }, outlet)) as {
        items: { service: string; position: number }[];
        nextPageToken: string | null;
      };
      expect(page.items.length).toBeLessThanOrEqual(2);
      seen.push(...page.items.map(({ service, position }) => `${service} ${position}`));
      token = page.nextPageToken;
    } while (token !== null);
    expect(seen).toEqual(['membership 1', 'membership 2', 'membership 3', 'audit 4']);
    await expect(run('/v1/operations/parked', { query: { pageToken: 'nobody:x' } }, outlet)).rejects.toThrow(
      'INVALID_FIELD',
    );
  });

  it('sends a repair to the one service it names', async () => {
    const body = { service: 'merit-projects', reader: 'r', stream: 's.t-1', position: 7, reason: '已核对' };
    const receipt = { events: [], revision: 0, position: 12, repeated: false };
    for (const [what, method] of [
      ['retry', 'RetryParked'],
      ['skip', 'SkipParked'],
    ] as const) {
      const { outlet, sent } = outletOf(() => ({ receipt, done: 1, left: 0 }));
      expect(await run(`/v1/operations/parked/${what}`, { body }, outlet)).toEqual({ receipt, done: 1, left: 0 });
      expect(sent).toEqual([{ service: 'merit-projects', method, request: body }]);
    }
    const { outlet, sent } = outletOf(() => undefined);
    await expect(run('/v1/operations/parked/skip', { body: { ...body, reason: '' } }, outlet)).rejects.toThrow();
    await expect(
      run('/v1/operations/parked/skip', { body: { ...body, service: 'gateway' } }, outlet),
    ).rejects.toThrow();
    expect(sent).toEqual([]);
  });
});
