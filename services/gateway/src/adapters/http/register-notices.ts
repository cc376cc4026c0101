import type { FastifyInstance } from 'fastify';
import { type AccountNotice, NOTICES_SHOWN_MAX, noticeTexts } from '../../application/account-notices.ts';
import { ownPath } from '../../application/origin-check.ts';
import { acceptForms, formText } from './form-body.ts';
import type { NoticeParts } from './notice-routes.ts';
import { escapeHtml, pageOf } from './page.ts';
import { type AccountPages, signedIn, timeHtml } from './register-own-account.ts';
import { sendPage } from './send-page.ts';
import { NOTICES_PATH } from './sign-in-paths.ts';

const NEXT_CHARS_MAX = 2_000;
const INSTANT_CHARS_MAX = 24;

const noticeHtml = ({ kind, at }: AccountNotice): string => {
  const { zh, en } = noticeTexts[kind];
  return `<li><p>${escapeHtml(zh)}<br><span lang="en">${escapeHtml(en)}</span><br>${timeHtml(at)}</p></li>`;
};

const noticesHtml = (unseen: readonly AccountNotice[], next: string): string => {
  const [newest] = unseen;
  const onward = `<p><a href="${escapeHtml(next)}">继续 <span lang="en">Go on</span></a></p>`;
  return pageOf({
    title: '账号安全提示 · Your account',
    body:
      newest === undefined
        ? `<p>没有未读提示。<br><span lang="en">There is nothing new.</span></p>${onward}`
        : `<p>您的账号发生了以下变动。如非您本人所为，请立即联系工委。<br><span lang="en">This happened to your account. If it was not you, tell the committee at once.</span></p><ul>${unseen.map(noticeHtml).join('')}</ul><form method="post" action="${NOTICES_PATH}"><input type="hidden" name="until" value="${new Date(newest.at).toISOString()}"><input type="hidden" name="next" value="${escapeHtml(next)}"><button type="submit">我已知悉 <span lang="en">I have seen this</span></button></form>`,
  });
};

/** The page that comes back at every sign-in until it was seen. */
export const registerNotices = (scope: FastifyInstance, pages: AccountPages & NoticeParts): void => {
  acceptForms(scope);
  scope.get(
    NOTICES_PATH,
    signedIn(pages, async ({ personId }, request, reply) => {
      const unseen = await pages.notices.unseen(personId, NOTICES_SHOWN_MAX);
      return sendPage(reply, noticesHtml(unseen, ownPath(formText(request.query, 'next', NEXT_CHARS_MAX))));
    }),
  );
  scope.post(
    NOTICES_PATH,
    signedIn(pages, async ({ personId }, request, reply) => {
      const until = Date.parse(formText(request.body, 'until', INSTANT_CHARS_MAX));
      if (Number.isFinite(until)) await pages.notices.see(personId, until, pages.nowMs());
      return reply.redirect(ownPath(formText(request.body, 'next', NEXT_CHARS_MAX)), 303);
    }),
  );
};
