import type { Dice } from '../../journeys/demo/world/seeded-random.ts';
import { type Body, badBody } from './bad-bodies.ts';
import { badText, garbled } from './bad-values.ts';
import type { OpenApi, Operation } from './open-api.ts';

/** Whom a request pretends to be: nobody, somebody with a cookie that is none, or one of the personas by name. */
export type Who =
  | Readonly<{ kind: 'anonymous' }>
  | Readonly<{ kind: 'forged'; cookie: string }>
  | Readonly<{ kind: 'persona'; name: string }>;

export type BadHttp = Readonly<{
  transport: 'http';
  who: Who;
  method: string;
  path: string;
  /** Several values under one name are sent as several headers. */
  headers: Readonly<Record<string, string | readonly string[]>>;
  body: Buffer | string | undefined;
}>;

export type HttpGround = Readonly<{
  document: OpenApi;
  operations: readonly Operation[];
  personas: readonly string[];
  /** Ids that exist, of everybody's things: asked for by people whom they do not concern. */
  ids: readonly string[];
}>;

/** Addresses beside the document: pages, the issuer, what is generated. */
const PAGES = [
  '/',
  '/sign-in',
  '/sign-in/callback',
  '/set-up',
  '/invitations/',
  '/oidc/auth',
  '/oidc/token',
  '/oidc/jwks',
  '/oidc/me',
  '/docs',
  '/openapi.json',
  '/healthz',
  '/v1/nothing',
  '/v1/',
  '/.git/config',
  '/metrics',
];

const METHODS = ['TRACE', 'OPTIONS', 'HEAD', 'DELETE', 'PATCH', 'PUT', 'POST', 'PROPFIND', 'LOCK', 'M-SEARCH'];

const encoded = (dice: Dice, text: string): string => {
  const how = dice.below(4);
  if (how === 0) return text.replaceAll(/[^\w.%-]/gu, '') || '%';
  if (how === 1) return dice.pick(['%', '%f', '%ff', '%c0%af', '%2e%2e%2f', '%00', '%zz', '..%5c', '%u0041', '%F0%9F']);
  return encodeURIComponent(text.isWellFormed() ? text : text.toWellFormed()).slice(0, dice.pick([200, 5_000]));
};

const pathOf = (operation: Operation, ground: HttpGround, dice: Dice): string =>
  operation.path.replaceAll(/\{[^}]+\}/gu, () =>
    dice.below(3) === 0 ? dice.pick(ground.ids) : encoded(dice, badText(dice)),
  );

/** A question with something in it that no question has: it is never answered, whoever asks. */
const queryOf = (operation: Operation, dice: Dice): string => {
  const known = operation.query.length === 0 ? [] : [`${dice.pick(operation.query)}=${encoded(dice, badText(dice))}`];
  const doubled =
    operation.query.length === 0 ? [] : [`${dice.pick(operation.query)}=1`, `${dice.pick(operation.query)}=2`];
  const odd = dice.pick([
    'hostile=1',
    'hostile[]=1',
    '__proto__[a]=1',
    'constructor.prototype.a=1',
    `hostile=${'x'.repeat(3_900)}`,
    '=',
    '&&&',
    'hostile=%',
    'a=1&a=2&hostile',
  ]);
  return `?${[...known, ...(dice.below(3) === 0 ? doubled : []), odd.includes('hostile') ? odd : `hostile=1&${odd}`].join('&')}`;
};

const headerText = (dice: Dice): string =>
  badText(dice)
    .replaceAll(/[^\t\u0020-\u007e\u0080-\u00ff]/gu, '')
    .slice(0, dice.pick([100, 7_000]));

const oddHeaders = (dice: Dice): Record<string, string | readonly string[]> => {
  const headers: Record<string, string | readonly string[]> = {};
  const choices: readonly (() => void)[] = [
    () => (headers['idempotency-key'] = headerText(dice)),
    () =>
      (headers['idempotency-key'] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002']),
    () =>
      (headers['if-match'] = dice.pick([
        '"-1"',
        '"NaN"',
        '*',
        'W/"1"',
        '"1e308"',
        '"9223372036854775808"',
        '""',
        headerText(dice),
      ])),
    () => (headers['x-correlation-id'] = headerText(dice)),
    () =>
      (headers['traceparent'] = dice.pick([
        '00-0-0-0',
        '00-00000000000000000000000000000000-0000000000000000-00',
        headerText(dice),
      ])),
    () => (headers['accept'] = dice.pick(['text/html', 'application/xml;q=0.1', '*/*;q=NaN', headerText(dice)])),
    () => (headers['accept-language'] = headerText(dice)),
    () => (headers['x-forwarded-for'] = dice.pick(['127.0.0.1', '::1, evil', headerText(dice)])),
    () => (headers['x-forwarded-host'] = 'evil.example'),
    () => (headers['host'] = dice.pick(['evil.example', 'localhost:1', 'a b'])),
    () => (headers['origin'] = dice.pick(['https://evil.example', 'null', headerText(dice)])),
    () => (headers['sec-fetch-site'] = dice.pick(['cross-site', 'none', headerText(dice)])),
    () =>
      (headers['authorization'] = dice.pick([
        'Bearer x',
        'Basic YTpi',
        `Bearer ${'a'.repeat(4_000)}`,
        headerText(dice),
      ])),
    () => (headers['last-event-id'] = dice.pick(['-1', '9'.repeat(40), headerText(dice)])),
    () => (headers['range'] = dice.pick(['bytes=0-1', 'bytes=-1', 'bytes=9-1,1-2', headerText(dice)])),
    () => (headers['expect'] = '100-continue'),
    () =>
      (headers['cookie'] = dice.pick([
        'jiangong=',
        '__Host-jiangong=x; jiangong=y',
        `jiangong=${'a'.repeat(6_000)}`,
        headerText(dice),
      ])),
  ];
  for (let count = dice.below(4); count > 0; count--) dice.pick(choices)();
  return headers;
};

const whoOf = (ground: HttpGround, dice: Dice): Who => {
  const kind = dice.below(10);
  if (kind < 3) return { kind: 'anonymous' };
  if (kind === 3)
    return { kind: 'forged', cookie: `jiangong=${garbled(dice, 'q'.repeat(43)).replaceAll(/[^\w-]/gu, '')}` };
  return { kind: 'persona', name: dice.pick(ground.personas) };
};

const bodyHeaders = (body: Body): Record<string, string> => ({
  ...(body.contentType === '' ? {} : { 'content-type': body.contentType }),
  ...(body.contentEncoding === undefined ? {} : { 'content-encoding': body.contentEncoding }),
});

const HEAD_PATH_CHARS_MAX = 4_000;

/** A head too large to read is answered with a body before anybody knows the method, which a strict client can not take after HEAD. */
const bodyless = ({ method, headers, path, ...rest }: Omit<BadHttp, 'transport' | 'body'>): BadHttp => {
  const small = method === 'HEAD' ? { headers: {}, path: path.slice(0, HEAD_PATH_CHARS_MAX) } : { headers, path };
  return { ...rest, ...small, transport: 'http', method, body: undefined };
};

/** A page or an address of nobody's, with a method of any kind; signed out, since a real sign-out would end a persona's session. */
const badPage = (dice: Dice): BadHttp => {
  const path =
    dice.pick(PAGES) +
    (dice.below(2) === 0
      ? encoded(dice, badText(dice))
      : `?next=${encoded(dice, badText(dice))}&token=${encoded(dice, badText(dice))}`);
  return bodyless({
    who: { kind: 'anonymous' },
    method: dice.pick(['GET', 'GET', 'GET', 'POST', ...METHODS]),
    path,
    headers: oddHeaders(dice),
  });
};

/** Signed out, for the same reason. */
const ENDS_SESSIONS = /\/(?:sign-out|sessions(?:\/\{sessionId\})?)$/u;

/** Mostly there, so that what stands behind them is reached. */
const askedOf = ({ asked }: Operation, dice: Dice): Record<string, string> =>
  dice.below(10) === 0
    ? {}
    : Object.fromEntries(
        asked.map((name) => [
          name,
          name === 'if-match' ? dice.pick(['"-1"', '"0"', '"3"']) : '00000000-0000-4000-8000-00000000000a',
        ]),
      );

/** One request over HTTP that nobody may answer with yes. */
export const badHttp = (ground: HttpGround, dice: Dice): BadHttp => {
  if (dice.below(12) === 0) return badPage(dice);
  const operation = dice.pick(ground.operations);
  const ending = ENDS_SESSIONS.test(operation.path);
  const who: Who = ending ? { kind: 'anonymous' } : whoOf(ground, dice);
  const path = pathOf(operation, ground, dice);
  const headers = oddHeaders(dice);
  if (operation.method === 'GET' || dice.below(15) === 0) {
    const method =
      operation.method === 'GET' && dice.below(12) > 0
        ? 'GET'
        : dice.pick(METHODS.filter((one) => one !== operation.method && one !== 'POST' && one !== 'PUT'));
    return bodyless({ who, method, path: path + queryOf(operation, dice), headers });
  }
  const body = badBody(operation.body, ground.document, dice);
  const query = operation.body === undefined ? queryOf(operation, dice) : '';
  return {
    transport: 'http',
    who,
    method: operation.method,
    path: path + query,
    headers: { ...askedOf(operation, dice), ...headers, ...bodyHeaders(body) },
    body: body.payload,
  };
};
