import { Readable } from 'node:stream';
import { csvOf, CSV_MEDIA_TYPE } from '@jiangong/spreadsheets/csv';
import { xlsxOf, XLSX_MEDIA_TYPE } from '@jiangong/spreadsheets/xlsx';
import type { Line } from '@jiangong/spreadsheets';
import { z } from 'zod';
import {
  EXPORT_KEPT_MS,
  type ExportJob,
  exportFormats,
  type ExportFormat,
  type Exports,
  exportStates,
} from '../../application/exports.ts';
import { EdgeError, languageOf } from '../../application/problem.ts';
import { formed, id, instant, PAGE_SIZE_MAX, word } from '../../routes/fields.ts';
import { columnsOf, lineOf, type ListColumn } from '../../routes/list-columns.ts';
import { nameAnswer, type Naming } from '../../routes/naming/name-answers.ts';
import { localRoute, type Route, type RouteOutlet } from '../../routes/route.ts';
import type { LocalContext } from './register-routes.ts';
import { sessionIn } from './session-in.ts';

const tags = ['exports'];
const QUERY_FIELDS_MAX = 20;
const QUERY_CHARS_MAX = 200;
const MEDIA_TYPES: Readonly<Record<ExportFormat, string>> = { csv: CSV_MEDIA_TYPE, xlsx: XLSX_MEDIA_TYPE };

export type ExportRouteParts = Readonly<{
  exports: Exports;
  /** Whether whoever asked is still signed in. */
  isSignedIn: (context: LocalContext) => Promise<boolean>;
  /** The calls of one page, with its own time: the request that began the export is answered long before the last. */
  outletOf: (context: LocalContext) => RouteOutlet;
  /** Names beside the ids of a page, as in every answer. */
  namingOf: (context: LocalContext) => Naming;
}>;

const exportJob = z
  .object({
    exportId: id(),
    list: z.string(),
    format: word(exportFormats),
    state: word(exportStates),
    rows: z.number().int().meta({ description: '已写行数 / Rows written so far' }),
    total: z
      .number()
      .int()
      .nullable()
      .meta({ description: '共多少行；未知时为空 / Of how many; null: the list does not say' }),
    bytes: z.number().int(),
    askedAt: instant(),
    keptUntil: instant(),
    failure: z.object({ reason: z.string(), zh: z.string(), en: z.string() }).nullable(),
  })
  .meta({ id: 'ExportJob' });

const moment = (ms: number): string => new Date(ms).toISOString();

const jobOut = ({ exportId, list, format, state, rows, total, bytes, askedAt, failure }: ExportJob) => ({
  ...{
    exportId,
    list,
    format,
    state,
    rows,
    total,
    bytes,
    askedAt: moment(askedAt),
    keptUntil: moment(askedAt + EXPORT_KEPT_MS),
  },
  failure: failure === null ? null : { reason: failure.reason, zh: failure.zh, en: failure.en },
});

type Exported = Readonly<{ route: Route<LocalContext>; columns: readonly ListColumn[] }>;

/** The lists that can be exported, by their address: every one that is turned page by page and is not the public's. */
export const exportableLists = (routes: readonly Route<LocalContext>[]): ReadonlyMap<string, Exported> =>
  new Map(
    routes.flatMap((route) => {
      const columns = route.method === 'GET' && !route.public ? columnsOf(route) : undefined;
      return columns === undefined ? [] : [[route.path, { route, columns }] as const];
    }),
  );

const pageIn = z.object({
  items: z.array(z.unknown()),
  nextPageToken: z.string().nullable(),
  total: z.number().int().optional(),
});

const writerOf = (format: ExportFormat, columns: readonly ListColumn[], language: 'zh' | 'en') => {
  const titled = columns.map((column) => ({ title: column[language] }));
  return async function* (rows: AsyncIterable<unknown>): AsyncGenerator<Uint8Array> {
    const lines = (async function* (): AsyncGenerator<Line> {
      for await (const row of rows) yield lineOf(row, columns, language);
    })();
    if (format === 'csv') yield* csvOf(titled, lines);
    else {
      const all: Line[] = [];
      for await (const line of lines) all.push(line);
      yield await xlsxOf(titled, all);
    }
  };
};

const word200 = () => formed(/^[^\p{Cc}]{1,200}$/u, 'form').max(QUERY_CHARS_MAX);

const madeRoutes = ({ exports }: ExportRouteParts): readonly Route<LocalContext>[] => [
  localRoute({
    method: 'GET',
    path: '/v1/exports',
    summary: { zh: '列出自己的导出', en: 'Your exports, the newest first' },
    tags,
    answer: z.object({ items: z.array(exportJob) }),
    handle: async (_input, context: LocalContext) => ({
      items: (await exports.list(sessionIn(context).personId)).map(jobOut),
    }),
  }),
  localRoute({
    method: 'GET',
    path: '/v1/exports/{exportId}',
    summary: { zh: '查看导出进度', en: 'How far an export of yours is' },
    tags,
    params: z.strictObject({ exportId: id() }),
    answer: exportJob,
    handle: async ({ params }, context: LocalContext) =>
      jobOut(await exports.found(params.exportId, sessionIn(context).personId)),
  }),
  localRoute({
    method: 'GET',
    path: '/v1/exports/{exportId}/file',
    summary: { zh: '下载导出的文件', en: 'Fetch what an export of yours has written' },
    tags,
    params: z.strictObject({ exportId: id() }),
    file: 'out',
    mediaTypes: Object.values(MEDIA_TYPES),
    answer: z.unknown(),
    handle: async ({ params }, context: LocalContext) => {
      const job = await exports.found(params.exportId, sessionIn(context).personId);
      if (job.state !== 'done') throw new EdgeError('EXPORT_NOT_DONE');
      const { reply } = context;
      reply.header('content-type', MEDIA_TYPES[job.format]).header('content-length', String(job.bytes));
      const name = job.list
        .replace('/v1/', '')
        .replaceAll(/[^a-z-]+/gu, '-')
        .replaceAll(/^-|-$/gu, '');
      reply.header('content-disposition', `attachment; filename="${name}.${job.format}"`);
      return Readable.from(exports.content(job.exportId), { objectMode: false });
    },
  }),
  localRoute({
    method: 'DELETE',
    path: '/v1/exports/{exportId}',
    summary: { zh: '取消或删除自己的导出', en: 'End an export of yours, and throw away what it wrote' },
    tags,
    status: 204,
    params: z.strictObject({ exportId: id() }),
    answer: z.undefined(),
    handle: async ({ params }, context: LocalContext) => {
      await exports.remove(params.exportId, sessionIn(context).personId);
      return undefined;
    },
  }),
];

/** Asks for a list as a file. */
const beginRoute = (
  { exports, isSignedIn, outletOf, namingOf }: ExportRouteParts,
  lists: ReadonlyMap<string, Exported>,
): Route<LocalContext> =>
  localRoute({
    method: 'POST',
    path: '/v1/exports',
    summary: { zh: '导出列表（csv 或 xlsx），后台进行', en: 'Export a list as csv or xlsx; made while you go on' },
    tags,
    founds: true,
    status: 202,
    body: z.strictObject({
      list: z.enum([...lists.keys()]).meta({
        description: '列表的地址 / The address of the list, as it stands in this document',
      }),
      params: z.record(z.string().max(50), id()).default({}),
      query: z
        .record(z.string().max(50), word200())
        .refine((given) => Object.keys(given).length <= QUERY_FIELDS_MAX)
        .default({}),
      format: word(exportFormats),
    }),
    answer: exportJob,
    handle: async ({ body }, context: LocalContext) => {
      const session = sessionIn(context);
      const exported = lists.get(body.list);
      if (exported === undefined) throw new Error(`${body.list} is no list`);
      const { route, columns } = exported;
      const caller = { kind: 'person', personId: session.personId } as const;
      const page = async (token: string | null) => {
        if (!(await isSignedIn(context))) throw new EdgeError('SESSION_INVALID');
        const query = {
          ...body.query,
          pageSize: String(PAGE_SIZE_MAX),
          ...(token === null ? {} : { pageToken: token }),
        };
        const answer = await route.run(
          { params: body.params, query, body: undefined, caller },
          outletOf(context),
          context,
        );
        const { items, nextPageToken, total } = pageIn.parse(
          await nameAnswer(route.names, answer.body, namingOf(context)),
        );
        return { rows: items, next: nextPageToken, total: total ?? null };
      };
      const language = languageOf(context.request.headers['accept-language']);
      const write = writerOf(body.format, columns, language);
      const asked = { list: body.list, format: body.format };
      return jobOut(await exports.begin({ asked, personId: session.personId, page, write }));
    },
  });

/** Lists as files: asked for, watched, fetched, thrown away. */
export const exportRoutes = (
  parts: ExportRouteParts,
  lists: ReadonlyMap<string, Exported>,
): readonly Route<LocalContext>[] => [beginRoute(parts, lists), ...madeRoutes(parts)];
