import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SmallCampaign } from '../../journeys/bad-input/small-campaign.ts';
import { grpcFault, httpFault, rawFault } from './judge.ts';
import { runHostile } from './run-hostile.ts';

const START_MS = 180_000;
/** What CI sends at each run; `npm run hostile` sends 20,000. */
const SAMPLE_REQUESTS = 1_500;

let campaign: SmallCampaign;

beforeAll(async () => {
  campaign = await SmallCampaign.start();
  await campaign.reach('planned');
}, START_MS);
afterAll(() => campaign?.stop(), START_MS);

describe('requests of somebody who means harm', () => {
  it(
    'are all refused in our own words, tell nothing of our insides, and leave the log as it was',
    async () => {
      const { faults, stored, headBefore, headAfter, answers } = await runHostile(campaign, {
        seed: 'ci',
        requests: SAMPLE_REQUESTS,
      });
      expect(faults).toStrictEqual([]);
      expect(stored).toStrictEqual([]);
      expect(headAfter).toBe(headBefore);
      expect(Object.values(answers).reduce((sum, count) => sum + count, 0)).toBe(SAMPLE_REQUESTS);
      for (const kind of [
        'http 400',
        'http 401',
        'http 403',
        'http 404',
        'grpc INVALID_ARGUMENT',
        'grpc UNAUTHENTICATED',
        'raw',
      ])
        expect(answers[kind] ?? 0).toBeGreaterThan(0);
    },
    START_MS,
  );
});

describe('the judge of answers', () => {
  const request = {
    transport: 'http',
    who: { kind: 'anonymous' },
    method: 'POST',
    path: '/v1/people',
    headers: {},
    body: undefined,
  } as const;
  const problem = {
    status: 400,
    contentType: 'application/problem+json',
    body: '{"status":400,"reason":"INVALID_FIELD"}',
  };
  it.each([
    ['an accident', { ...problem, status: 500 }],
    ['an order that was taken', { status: 201, contentType: 'application/json', body: '{}' }],
    ['a refusal that is no problem', { ...problem, contentType: 'text/html' }],
    ['a problem without a reason', { ...problem, body: '{"status":400}' }],
    ['a problem with another status', { ...problem, body: '{"status":409,"reason":"A"}' }],
    ['a stack', { ...problem, body: '{"status":400,"reason":"A","detail":"at Object.run (/srv/a.js:1:2)"}' }],
    ["the database's words", { ...problem, body: '{"status":400,"reason":"A","detail":"syntax error at or near"}' }],
  ])('finds %s', (_, said) => {
    expect(httpFault(request, said)).toBeDefined();
    expect(httpFault(request, problem)).toBeUndefined();
  });

  it('finds accidents of services, and on the wire', () => {
    expect([grpcFault(13, ''), grpcFault(2, ''), grpcFault(3, 'at run (/srv/a.js:1:2)')]).not.toContain(undefined);
    expect(grpcFault(3, 'INVALID')).toBeUndefined();
    expect(rawFault('HTTP/1.1 500 x')).toBeDefined();
    expect(rawFault('hello')).toBeDefined();
    expect(rawFault('HTTP/1.1 400 x')).toBeUndefined();
  });
});
