import { z } from 'zod';
import {
  DRAFT_BYTES_MAX,
  type DraftKind,
  draftKinds,
  type Drafts,
  type DraftShown,
  seenRevisionOf,
} from '../../application/drafts.ts';
import { expectedRevisionOf } from '../../application/request-headers.ts';
import { formed, id, instant, word } from '../../routes/fields.ts';
import { localRoute, type Route } from '../../routes/route.ts';
import type { LocalContext } from './register-routes.ts';
import { sessionIn } from './session-in.ts';

const tags = ['drafts'];
const BASE64_CHARS_MAX = Math.ceil(DRAFT_BYTES_MAX / 3) * 4;

const draftParams = z.strictObject({ kind: word(draftKinds), subjectId: id() });

const content = () =>
  formed(/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/u, 'base64')
    .max(BASE64_CHARS_MAX)
    .meta({
      description:
        '页面自己的内容（base64），平台不读。 / What the page keeps, as base64: whatever was typed comes back as it was, also what an order would refuse.',
    });

const shown = {
  kind: word(draftKinds),
  subjectId: id(),
  revision: z.number().int().meta({ description: '其 ETag / Its ETag' }),
  savedAt: instant(),
};

const draftInList = z.object({ ...shown, bytes: z.number().int() }).meta({ id: 'DraftInList' });
const draft = z.object({ ...shown, content: content() }).meta({ id: 'Draft' });
const draftSaved = z.object({ revision: z.number().int(), savedAt: instant() }).meta({ id: 'DraftSaved' });

const moment = (ms: number): string => new Date(ms).toISOString();

const out = ({ kind, subjectId, revision, savedAt }: DraftShown) => ({
  kind,
  subjectId,
  revision,
  savedAt: moment(savedAt),
});

/** A draft is its person's: the session says whose, and nothing in the request can say otherwise. */
const placeOf = (context: LocalContext, params: Readonly<{ kind: DraftKind; subjectId: string }>) => ({
  personId: sessionIn(context).personId,
  ...params,
});

/** What somebody has begun and not sent yet; no event, and nobody else's to read. */
export const draftRoutes = (drafts: Drafts): readonly Route<LocalContext>[] => [
  localRoute({
    method: 'GET',
    path: '/v1/drafts',
    summary: { zh: '列出自己的草稿', en: 'Your drafts, the one saved last first' },
    tags,
    answer: z.object({ items: z.array(draftInList) }),
    handle: async (_input, context: LocalContext) => {
      const kept = await drafts.list(sessionIn(context).personId);
      return { items: kept.map((one) => ({ ...out(one), bytes: one.bytes })) };
    },
  }),
  localRoute({
    method: 'GET',
    path: '/v1/drafts/{kind}/{subjectId}',
    summary: { zh: '读取自己的草稿', en: 'Read a draft of yours' },
    tags,
    params: draftParams,
    answer: draft,
    handle: async ({ params }, context: LocalContext) => {
      const found = await drafts.read(placeOf(context, params));
      context.reply.header('etag', `"${found.revision}"`);
      return { ...out(found), content: found.content.toString('base64') };
    },
  }),
  localRoute({
    method: 'PUT',
    path: '/v1/drafts/{kind}/{subjectId}',
    summary: { zh: '保存草稿（不产生事件）', en: 'Save a draft: nothing has happened yet, and no event says so' },
    tags,
    replaces: true,
    params: draftParams,
    body: z.strictObject({ content: content() }),
    answer: draftSaved,
    handle: async ({ params, body }, context: LocalContext) => {
      const seen = seenRevisionOf(expectedRevisionOf(context.request.headers['if-match']));
      const saved = await drafts.save(placeOf(context, params), {
        content: Buffer.from(body.content, 'base64'),
        seen,
      });
      context.reply.header('etag', `"${saved.revision}"`);
      return { revision: saved.revision, savedAt: moment(saved.savedAt) };
    },
  }),
  localRoute({
    method: 'DELETE',
    path: '/v1/drafts/{kind}/{subjectId}',
    summary: { zh: '丢弃草稿', en: 'Throw a draft away' },
    tags,
    status: 204,
    params: draftParams,
    answer: z.undefined(),
    handle: async ({ params }, context: LocalContext) => {
      await drafts.discard(placeOf(context, params));
      return undefined;
    },
  }),
];
