import { z } from 'zod';
import {
  createDocument,
  type CreateDocumentOptions,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
} from 'zod-openapi';
import { REVISION } from '../../application/request-headers.ts';
import { LIVE_PATH } from './register-live.ts';
import { documentedProblems } from './documented-problems.ts';
import { documentedTags } from './documented-tags.ts';
import { problemSchema } from './problem-schema.ts';
import { name, namedFieldsOf } from '../../routes/naming/index.ts';
import { FRESH_CALLS } from '../grpc/fresh-calls.ts';
import type { Route } from '../../routes/route.ts';
import { mayBeEmpty } from '../../routes/route-input.ts';

type Shown = Omit<Route, 'run'>;

const key = z.uuid().meta({
  description:
    '请求编号（UUID）。相同编号的重复请求得到第一次的答复。 / The order’s request id: a repeat gets the first answer.',
});

const seenRevision = z.string().regex(REVISION).meta({
  description:
    '所见的版本号，例如 "3"；"-1" 表示尚无内容。 / The revision you saw, "-1" where nothing was there yet; 412 when it has changed.',
});

/** Asked for where its absence is refused (428). */
const orderHeadersOf = ({ founds, replaces }: Pick<Route, 'founds' | 'replaces'>) =>
  z.object({
    'Idempotency-Key': founds ? key : key.optional(),
    'If-Match': replaces ? seenRevision : seenRevision.optional(),
  });

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemSchema } },
});

const problems = (route: Shown) =>
  Object.fromEntries([...documentedProblems(route)].map(([status, meaning]) => [String(status), problem(meaning)]));

const isEmptyObject = (schema: z.ZodType): boolean =>
  schema instanceof z.ZodObject && Object.keys(schema.shape).length === 0;

const objectOf = (schema: z.ZodType, of: string): z.ZodObject => {
  if (schema instanceof z.ZodObject) return schema;
  throw new Error(`${of} must be a z.object`);
};

const capital = (text: string): string => text.replace(/^./u, (letter) => letter.toUpperCase());

const wordOf = (part: string): string => {
  const parameter = /^\{(\w+)\}$/u.exec(part)?.[1];
  return parameter === undefined ? part.split(/\W/u).map(capital).join('') : `By${capital(parameter)}`;
};

/** `postV1EntriesByEntryIdDeclare`: unique, and stable as long as the address is. */
export const operationIdOf = ({ method, path }: Pick<Route, 'method' | 'path'>): string =>
  method.toLowerCase() + path.split('/').map(wordOf).join('');

const fileContent = ({ mediaTypes }: Shown) =>
  Object.fromEntries(mediaTypes.map((type) => [type, { schema: { type: 'string' as const, format: 'binary' } }]));

/** What has no name of its own is called after its operation: generators of other languages make a type of each name. */
const component = (schema: z.ZodType, name: string): z.ZodType =>
  (schema instanceof z.ZodObject || schema instanceof z.ZodRecord) && schema.meta()?.id === undefined
    ? schema.meta({ ...schema.meta(), id: name })
    : schema;

const answerOf = (route: Shown) =>
  route.file === 'out'
    ? fileContent(route)
    : { 'application/json': { schema: component(route.answer, `${capital(operationIdOf(route))}Answer`) } };

const partsOut = (route: Shown) => ({
  '206': { description: '文件的一部分（Range） / A part of the file', content: fileContent(route) },
  '304': { description: '未变（If-None-Match） / Not changed' },
});

const operationOf = (route: Shown): ZodOpenApiOperationObject => {
  const where = `${route.method} ${route.path}`;
  return {
    operationId: operationIdOf(route),
    summary: `${route.summary.zh} · ${route.summary.en}`,
    tags: [...route.tags],
    security: route.public ? [] : [{ session: [] }],
    ...(route.rpcPath !== null && FRESH_CALLS.has(route.rpcPath) ? { 'x-fresh-sign-in': true } : {}),
    ...(route.beforeSecondFactor ? { 'x-before-second-factor': true } : {}),
    requestParams: {
      ...(isEmptyObject(route.params) ? {} : { path: objectOf(route.params, `params of ${where}`) }),
      ...(isEmptyObject(route.query) ? {} : { query: objectOf(route.query, `query of ${where}`) }),
      ...(route.order ? { header: orderHeadersOf(route) } : {}),
    },
    ...(route.file === 'in'
      ? {
          requestBody: {
            required: true,
            content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
          },
        }
      : {}),
    ...(route.body === null
      ? {}
      : {
          requestBody: {
            required: !mayBeEmpty(route.body),
            content: { 'application/json': { schema: component(route.body, `${capital(operationIdOf(route))}Body`) } },
          },
        }),
    responses: {
      [String(route.status)]: {
        description: '成功 / Done',
        ...(route.status === 204 ? {} : { content: answerOf(route) }),
        headers: z.object({ ETag: z.string().optional(), 'X-Correlation-Id': z.string() }),
      },
      ...(route.file === 'out' ? partsOut(route) : {}),
      ...(route.revalidated ? { '304': { description: '未变（If-None-Match） / Not changed' } } : {}),
      ...problems(route),
    },
  };
};

/** Not a route of the table: it never ends. */
const livePath: ZodOpenApiPathsObject = {
  [LIVE_PATH]: {
    get: {
      operationId: 'getV1Live',
      summary: '实时变更（SSE，仅类型与编号） · Live changes: server-sent events, types and ids only',
      tags: ['live'],
      security: [{ session: [] }],
      requestParams: {
        header: z.object({
          'Last-Event-ID': z.string().optional().meta({
            description:
              '从此事件之后继续；收到 `reset` 事件表示须重新加载 / Goes on after this event; an event `reset` means: load anew',
          }),
        }),
      },
      responses: {
        '200': {
          description: '事件流 / A stream of events',
          content: { 'text/event-stream': { schema: { type: 'string' } } },
        },
        '400': problem('请求内容有误 / The request is malformed'),
        '401': problem('未登录或会话失效 / Not signed in'),
        '403': problem('所任职责要求先设置两步验证 / A role asks for a second factor first'),
        '429': problem('连接过多 / Too many connections'),
      },
    },
  },
};

const pathsOf = (routes: readonly Shown[]): ZodOpenApiPathsObject => {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const route of routes) {
    const path = (paths[route.path] ??= {});
    const method = route.method.toLowerCase();
    if (path[method] !== undefined) throw new Error(`${route.method} ${route.path} is declared twice`);
    path[method] = operationOf(route);
  }
  return paths;
};

/** Beside each id of an answer stands its name (`nameAnswer`): the routes declare the ids only. */
const named: NonNullable<CreateDocumentOptions['override']> = ({ jsonSchema, zodSchema, io }) => {
  if (io !== 'output' || !(zodSchema instanceof z.ZodObject)) return;
  for (const { nameField, many } of namedFieldsOf(zodSchema)) {
    const one = { anyOf: [{ $ref: '#/components/schemas/Name' }, { type: 'null' as const }] };
    jsonSchema.properties = { ...jsonSchema.properties, [nameField]: many ? { type: 'array', items: one } : one };
    jsonSchema.required = [...(jsonSchema.required ?? []), nameField];
  }
};

/** Answers may gain fields: only what we take in is closed. Bounds that every safe integer keeps say nothing. */
const plain: NonNullable<CreateDocumentOptions['override']> = ({ jsonSchema, io }) => {
  if (io === 'output' && jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
};

/** The OpenAPI 3.1 document of the declared routes. */
export const openApiDocument = (routes: readonly Shown[], publicUrl: string) =>
  createDocument(
    {
      openapi: '3.1.0',
      info: {
        title: '建功 Jiangong',
        version: '1.0.0',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
        description:
          '机关建功项目活动平台的公开接口。错误按 RFC 9457 返回，带有稳定的 reason 字段。 / The public interface of the platform for merit campaigns. Errors are RFC 9457 problems with a stable `reason`.',
      },
      servers: [{ url: publicUrl }],
      tags: documentedTags,
      paths: { ...pathsOf(routes), ...livePath },
      components: {
        schemas: { Name: name },
        securitySchemes: {
          session: {
            type: 'apiKey',
            in: 'cookie',
            name: 'jiangong',
            description: '登录后由平台设置的会话 Cookie（https 下为 __Host-jiangong） / Set by signing in at /sign-in',
          },
        },
      },
    },
    {
      override: (context) => {
        plain(context);
        named(context);
      },
    },
  );
