import { z } from 'zod';
import { NOTICE_KINDS, NOTICES_SHOWN_MAX, type NoticeStore } from '../../application/account-notices.ts';
import { instant, pageAnswer, pageOut, word } from '../../routes/fields.ts';
import { localRoute, type Route } from '../../routes/route.ts';
import type { LocalContext } from './register-routes.ts';
import { sessionIn } from './session-in.ts';

export type NoticeParts = Readonly<{ notices: NoticeStore; nowMs: () => number }>;

const tags = ['sign-in'];

/** What happened to one's own way in, until it was seen. */
export const noticeRoutes = ({ notices, nowMs }: NoticeParts): readonly Route<LocalContext>[] => [
  localRoute({
    method: 'GET',
    path: '/v1/me/sign-in-notices',
    beforeSecondFactor: true,
    summary: { zh: '查看自己账号的未读安全提示', en: 'What happened to your way in, and you have not seen yet' },
    tags,
    answer: pageAnswer(z.object({ kind: word(NOTICE_KINDS), at: instant() }).meta({ id: 'SignInNotice' })),
    handle: async (_input, context: LocalContext) => {
      const unseen = await notices.unseen(sessionIn(context).personId, NOTICES_SHOWN_MAX);
      return pageOut(
        unseen.map(({ kind, at }) => ({ kind, at: new Date(at).toISOString() })),
        '',
      );
    },
  }),
  localRoute({
    method: 'POST',
    path: '/v1/me/sign-in-notices/seen',
    beforeSecondFactor: true,
    summary: { zh: '将安全提示标记为已读（至所见的时刻）', en: 'You have seen them, up to a moment' },
    tags,
    status: 204,
    body: z.strictObject({ until: instant() }),
    answer: z.undefined(),
    handle: async ({ body }, context: LocalContext) => {
      await notices.see(sessionIn(context).personId, Date.parse(body.until), nowMs());
      return undefined;
    },
  }),
];
