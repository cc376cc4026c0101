import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import type { HttpAnswer, HttpClient } from '../demo/http/http-client.ts';

/** What is sent; `body` goes as JSON, `raw` as it stands. `cookie` replaces the persona's own. */
export type Sent = Readonly<{
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  body?: unknown;
  raw?: string | Buffer;
  headers?: Readonly<Record<string, string>>;
  cookie?: string;
  /** Without what a careful client sends of itself: a key, and the revision it saw. */
  bare?: boolean;
}>;

/** One row of a table: who (`nobody`: not signed in) sends what, when, and how the platform says no. `field` null: no field is at fault. */
export type BadRow<Played, When extends string> = Readonly<{
  name: string;
  at: When;
  as: string;
  send: (played: Played) => Sent;
  status: number;
  reason: string;
  field: string | null;
}>;

type Sender = Readonly<{ client: HttpClient; cookieOf: (persona: string, path: string) => string | undefined }>;

/** Orders that replace what is read one step above them. */
const REPLACES = /^(.+)\/(?:amend|review-list|csv|xlsx)$/u;

/** What a careful client sends with an order: a key of its own, and what it saw of the record that it replaces. */
const carefully = async ({ client }: Sender, { method, path }: Sent, cookie: string | undefined) => {
  if (method === 'GET') return {};
  const key = { 'idempotency-key': randomUUID() };
  // To look at a person is recorded: this client saw what he was long ago.
  if (/^\/v1\/people\/[^/]+\/corrections$/u.test(path)) return { ...key, 'if-match': '"0"' };
  const above = REPLACES.exec(path)?.[1];
  if (method !== 'PUT' && above === undefined) return key;
  const { etag } = (await client.send({ method: 'GET', path: above ?? path, headers: { cookie } })).headers;
  return { ...key, 'if-match': typeof etag === 'string' ? etag : '"-1"' };
};

export const sendRow = async <Played extends Sender, When extends string>(
  played: Played,
  row: BadRow<Played, When>,
): Promise<HttpAnswer> => {
  const sent = row.send(played);
  const { method, path, body, raw, headers = {}, cookie: given, bare = false } = sent;
  const cookie = given ?? (row.as === 'nobody' ? undefined : played.cookieOf(row.as, path));
  const payload = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  return played.client.send({
    method,
    path,
    body: payload,
    headers: {
      accept: 'application/json',
      origin: method === 'GET' ? undefined : played.client.origin,
      'content-type': payload === undefined ? undefined : 'application/json',
      cookie,
      ...(bare ? {} : await carefully(played, sent, cookie)),
      ...headers,
    },
  });
};

/** Refused as the row says, in both languages, and with nothing of how the platform is made. */
export const expectRefused = (
  answer: HttpAnswer,
  { status, reason, field }: Readonly<{ status: number; reason: string; field: string | null }>,
): void => {
  expect(answer.headers['content-type']).toContain('application/problem+json');
  const problem = JSON.parse(answer.body.toString('utf8')) as Record<string, unknown>;
  expect({ status: answer.status, reason: problem['reason'], field: problem['field'] ?? null }).toEqual({
    ...{ status, reason, field },
  });
  expect(problem['status']).toBe(answer.status);
  expect(problem['titleZh']).toMatch(/\p{Script=Han}/u);
  expect(problem['titleEn']).toMatch(/[a-z]{3}/iu);
  expect(JSON.stringify(problem)).not.toMatch(/node_modules|\.ts:|\.js:/u);
};
