import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { status } from '@grpc/grpc-js';
import type { ListCandidatesRequest } from '@jiangong/contracts/jiangong/evaluation/v1/picker_service';
import { ListCandidatesResponse } from '@jiangong/contracts/jiangong/evaluation/v1/picker_service';
import { type Browser, browser, signInAs } from './browser.ts';
import { refusal } from './fake-services.ts';
import { CREDENTIALS, type GatewayUnderTest, setUp, startGatewayUnderTest } from './gateway-under-test.ts';

jest.setTimeout(30_000);

const idOf = (digits: string): string => `7e5f0c3e-3f4e-4c1e-8a39-${digits.padStart(12, '0')}`;
const [ROUND, WANG, ZHANG, SEALED] = [idOf('1'), idOf('2'), idOf('3'), idOf('4')];

let world: GatewayUnderTest;
let officer: Browser;

beforeAll(async () => {
  world = await startGatewayUnderTest();
  await setUp(world);
  officer = browser(world.url);
  await signInAs(officer, CREDENTIALS);
  const { services } = world;
  services.answer('evaluation', 'getCandidateIds', () => ({ personIds: [WANG, ZHANG, SEALED] }));
  // Of one of them the officer may not learn the name.
  services.answer('membership', 'getPeopleNames', () => ({
    names: [
      { personId: WANG, name: '王建国' },
      { personId: ZHANG, name: '张建功' },
    ],
  }));
  services.answer('evaluation', 'listCandidates', ({ among, searched }: ListCandidatesRequest) =>
    ListCandidatesResponse.fromPartial({
      candidates: (searched ? among : [WANG, ZHANG, SEALED]).map((personId) => ({
        personId,
        sources: ['experts'],
        standing: 'free',
      })),
      counts: { total: 3, facets: [{ name: 'standing', counts: [{ word: 'free', count: 3 }] }] },
    }),
  );
});
afterAll(async () => world.stop());

const found = async (query: string) => {
  const answer = await officer.fetch(`/v1/rounds/${ROUND}/candidates${query}`);
  expect(answer.status).toBe(200);
  return (await answer.json()) as { items: { personId: string; personName: { zh: string } | null }[] };
};

describe('the candidates of a round', () => {
  it('are found by Chinese, by pinyin and by its initials, with their names beside them', async () => {
    for (const q of ['王建', 'wangjianguo', 'wjg']) {
      const { items } = await found(`?q=${encodeURIComponent(q)}`);
      expect(items).toMatchObject([{ personId: WANG, personName: { zh: '王建国' } }]);
    }
    expect((await found('?q=jian')).items.map(({ personId }) => personId)).toEqual([WANG, ZHANG]);
    expect((await found('?q=nobody')).items).toEqual([]);
  });
  it('come all where nobody is looked for, and no name is opened for a search', async () => {
    world.services.seen.length = 0;
    expect((await found('')).items).toHaveLength(3);
    expect(world.services.seen.map(({ method }) => method)).not.toContain('getCandidateIds');
  });
  it('are told to nobody who may not assign seats', async () => {
    world.services.answer('evaluation', 'getCandidateIds', () => {
      throw refusal(status.PERMISSION_DENIED, 'NO_GRANT');
    });
    const answer = await officer.fetch(`/v1/rounds/${ROUND}/candidates?q=wang`);
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ reason: 'NO_GRANT' });
  });
});
