import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { HttpAnswer } from '../demo/http/http-client.ts';
import type { BadRequest } from './bad-request.ts';
import { badRequests } from './bad-requests.ts';
import { type Moment, MOMENTS, SmallCampaign } from './small-campaign.ts';

const START_MS = 180_000;
const STAGE_MS = 120_000;
/** Fewer were not the whole edition. */
const ANSWERS_LEAST = 100;

let campaign: SmallCampaign;

beforeAll(async () => {
  campaign = await SmallCampaign.start();
}, START_MS);

afterAll(() => campaign?.stop(), STAGE_MS);

/** What a careful client sends with an order: a key of its own, and what it saw of the record that it replaces. */
const carefully = async (method: string, path: string, cookie: string | undefined) => {
  if (method === 'GET') return {};
  const key = { 'idempotency-key': randomUUID() };
  if (method !== 'PUT') return key;
  const { etag } = (await campaign.client.send({ method: 'GET', path, headers: { cookie } })).headers;
  return { ...key, 'if-match': typeof etag === 'string' ? etag : '"-1"' };
};

const send = async (row: BadRequest): Promise<HttpAnswer> => {
  const { method, path, body, raw, headers = {}, cookie: given, bare = false } = row.send(campaign);
  const cookie = given ?? (row.as === 'nobody' ? undefined : campaign.cookieOf(row.as, path));
  const payload = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  return campaign.client.send({
    method,
    path,
    body: payload,
    headers: {
      accept: 'application/json',
      origin: method === 'GET' ? undefined : campaign.client.origin,
      'content-type': payload === undefined ? undefined : 'application/json',
      cookie,
      ...(bare ? {} : await carefully(method, path, cookie)),
      ...headers,
    },
  });
};

const atMoment = (moment: Moment): readonly BadRequest[] => badRequests.filter(({ at }) => at === moment);

describe.each(MOMENTS.map((moment) => ({ moment })))('bad input, the edition being $moment', ({ moment }) => {
  let headBefore = 0;

  beforeAll(async () => {
    await campaign.reach(moment);
    headBefore = await campaign.head();
  }, STAGE_MS);

  const rows = atMoment(moment);
  if (rows.length > 0)
    it.each(rows)('$name: $status $reason', async (row) => {
      const answer = await send(row);
      expect(answer.headers['content-type']).toContain('application/problem+json');
      const problem = JSON.parse(answer.body.toString('utf8')) as Record<string, unknown>;
      expect({ status: answer.status, reason: problem['reason'], field: problem['field'] ?? null }).toEqual({
        status: row.status,
        reason: row.reason,
        field: row.field,
      });
      expect(problem['status']).toBe(answer.status);
      expect(problem['titleZh']).toMatch(/\p{Script=Han}/u);
      expect(problem['titleEn']).toMatch(/[a-z]{3}/iu);
      expect(JSON.stringify(problem)).not.toMatch(/node_modules|\.ts:|\.js:/u);
    });

  it('stored nothing', async () => {
    expect(await campaign.head()).toBe(headBefore);
  });
});

describe('the answers of the whole edition, good and bad', () => {
  it('are as the served document says: status, content type, shape', () => {
    expect(campaign.judge.faults).toEqual([]);
    expect(campaign.judge.judged).toBeGreaterThan(ANSWERS_LEAST);
  });
});
