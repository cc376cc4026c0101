import { describe, expect, it } from '@jest/globals';
import { WorkItem } from '@jiangong/contracts/jiangong/work/v1/work_service';
import { EdgeError } from '../src/application/problem.ts';
import type { RouteOutlet } from '../src/routes/route.ts';
import { workRoutes } from '../src/routes/work.routes.ts';

const EDITION = '11111111-1111-4111-8111-111111111111';
const ROUND = '22222222-2222-4222-8222-222222222222';

const outletOf = (answer: (service: string, path: string) => unknown): RouteOutlet => ({
  call: async (service, { path }) => answer(service, path) as never,
});

type Told = Readonly<{ items: readonly Record<string, unknown>[]; missing: readonly string[]; cut: boolean }>;

const work = async (answer: (service: string, path: string) => unknown, isMending = false): Promise<Told> => {
  const [route] = workRoutes({ mends: async (personId) => isMending && personId === EDITION });
  if (!route) throw new Error('no route');
  const raw = { params: {}, query: {}, body: undefined, caller: { kind: 'person', personId: EDITION } } as const;
  return (await route.run(raw, outletOf(answer), { session: { personId: EDITION } })).body as Told;
};

const item = (kind: string, dueAt: string, more: Partial<WorkItem> = {}): WorkItem =>
  WorkItem.fromPartial({
    ...{ kind, role: 'committee-officer', subjectKind: 'edition', subjectId: EDITION, editionId: EDITION },
    ...{ titleZh: '建功', titleEn: 'Merit', dueAt, done: 12, total: 45, ...more },
  });

const TOLD: Readonly<Record<string, unknown>> = {
  membership: { items: [], cut: false },
  'merit-projects': {
    items: [item('carry-out-edition-proposal', ''), item('review-entries', '2026-11-15T16:00:00.000Z')],
    cut: false,
  },
  evaluation: {
    items: [item('fill-sheet', '2026-11-10T16:00:00.000Z', { role: '', subjectKind: 'round', subjectId: ROUND })],
    cut: true,
  },
};

describe('the work of whoever asks', () => {
  it('stands in one list, what is due first at the head, each with the page where it is done', async () => {
    const { items, missing, cut } = await work((service) => TOLD[service]);
    expect(items.map(({ kind, link }) => [kind, link])).toEqual([
      ['fill-sheet', `/rounds/${ROUND}/sheet`],
      ['review-entries', `/editions/${EDITION}/review?standing=declared&claim=mine,unclaimed`],
      ['carry-out-edition-proposal', `/editions/${EDITION}/proposals`],
    ]);
    expect(items[0]).toMatchObject({ role: null, subject: { kind: 'round', id: ROUND } });
    expect(items[1]).toMatchObject({
      done: 12,
      total: 45,
      title: { zh: '建功', en: 'Merit' },
      role: 'committee-officer',
    });
    expect(items[2]).toMatchObject({ dueAt: null });
    expect([missing, cut]).toEqual([[], true]);
  });

  it('names the service that is away, and tells the others’ part', async () => {
    const { items, missing } = await work((service) => {
      if (service === 'merit-projects') throw new EdgeError('UPSTREAM_UNAVAILABLE');
      return TOLD[service];
    });
    expect(missing).toEqual(['merit-projects']);
    expect(items.map(({ kind }) => kind)).toEqual(['fill-sheet']);
  });

  it('is refused whole when a service refuses, and knows no kind without a page', async () => {
    const refusing = work(() => {
      throw new EdgeError('NOT_SIGNED_IN');
    });
    await expect(refusing).rejects.toThrow('NOT_SIGNED_IN');
    await expect(work(() => ({ items: [item('unheard-of', '')], cut: false }))).rejects.toThrow('unheard-of');
  });

  it('shows an operator alone what is parked, service by service', async () => {
    const asked: string[] = [];
    const answer = (service: string, path: string): unknown => {
      if (!path.endsWith('ListParked')) return { items: [], cut: false };
      asked.push(service);
      if (service === 'audit') throw new EdgeError('UPSTREAM_UNAVAILABLE');
      return { parked: service === 'notifications' ? [{}, {}] : [], nextPageToken: '' };
    };
    expect((await work(answer)).items).toEqual([]);
    expect(asked).toEqual([]);
    const { items, missing } = await work(answer, true);
    expect(items).toEqual([
      expect.objectContaining({
        ...{ kind: 'mend-parked', role: 'operator', subject: { kind: 'service', id: 'notifications' } },
        ...{ done: 0, total: 2, link: '/operations' },
      }),
    ]);
    expect(missing).toEqual(['audit']);
  });
});
