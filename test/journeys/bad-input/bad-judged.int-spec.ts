import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FIRST_OFFICER } from '../demo/world/people.ts';
import { expectRefused, sendRow } from './bad-row.ts';
import { judgedAnswers } from './judged-answers.ts';
import { askedDocuments, judgedAppeals } from './judged-appeals.ts';
import { judgedDeals } from './judged-deals.ts';
import { JudgedEdition, STAGES } from './judged-edition.ts';

const START_MS = 180_000;
const STAGE_MS = 120_000;

const rows = [...judgedDeals, ...judgedAppeals, ...judgedAnswers];
let played: JudgedEdition;

beforeAll(async () => {
  played = await JudgedEdition.start();
}, START_MS);
afterAll(() => played?.stop(), STAGE_MS);

const waitingFor = async (by: string): Promise<readonly string[]> =>
  (await played.edition.get<{ items: readonly { kind: string }[] }>(by, '/v1/work')).items.map(({ kind }) => kind);

describe.each(STAGES.map((stage) => ({ stage })))('bad input about deals and appeals: $stage', ({ stage }) => {
  let headBefore = 0;

  beforeAll(async () => {
    await played.reach(stage);
    headBefore = await played.head();
  }, STAGE_MS);

  const now = rows.filter(({ at }) => at === stage);
  if (now.length > 0)
    it.each(now)('$name: $status $reason', async (row) => {
      expectRefused(await sendRow(played, row), row);
    });

  if (stage === 'seated')
    it('waits for the office to deal out, and for nobody else', async () => {
      expect(await waitingFor(FIRST_OFFICER)).toContain('deal-entries');
      expect(await waitingFor('leader-1')).not.toContain('deal-entries');
    });

  it('stored nothing', async () => {
    expect(await played.head()).toBe(headBefore);
  });
});

describe('documents of appeals', () => {
  it.each(askedDocuments)('$name: $status $reason, and the asking is recorded', async (row) => {
    expectRefused(await sendRow(played, row), row);
  });
});

describe('what waits, and what was answered', () => {
  it('an appeal that nobody answered waits for the body, and not for the office', async () => {
    expect(await waitingFor('leader-1')).toContain('decide-appeals');
    expect(await waitingFor(FIRST_OFFICER)).not.toContain('decide-appeals');
  });

  it('every answer was as the served document says', () => {
    expect(played.judge.faults).toEqual([]);
    expect(played.judge.judged).toBeGreaterThan(rows.length);
  });

  it('every order about deals and appeals, and every question about them, has a row', async () => {
    const { body } = await played.client.send({ method: 'GET', path: '/openapi.json' });
    const { paths } = JSON.parse(body.toString('utf8')) as { paths: Record<string, Record<string, unknown>> };
    const sent = [...rows, ...askedDocuments]
      .map((row) => row.send(played))
      .map(({ method, path }) => `${method} ${path.split('?')[0] ?? ''}`);
    const untried = Object.entries(paths)
      .filter(([path]) => /\/(?:appeals|dealing)(?:\/|$)/u.test(path))
      .flatMap(([path, item]) =>
        ['get', 'post', 'put'].filter((method) => method in item).map((method) => `${method.toUpperCase()} ${path}`),
      )
      .filter((route) => {
        const pattern = new RegExp(`^${route.replaceAll(/\{\w+\}/gu, '[^/]+')}$`, 'u');
        return sent.every((one) => !pattern.test(one));
      });
    expect(untried).toEqual([]);
  });
});
