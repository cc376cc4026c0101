import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { SessionShown } from '../../application/own-account.ts';
import { BROWSER_TEXTS, type Device, SYSTEM_TEXTS } from '../../application/devices.ts';
import type { SignIn } from '../../application/sign-ins.ts';
import { EdgeError } from '../../application/problem.ts';
import type { Session, Sessions } from '../../application/sessions.ts';
import { id, PASSWORD_FIELD_CHARS_MAX } from '../../routes/fields.ts';
import { acceptForms, formText } from './form-body.ts';
import type { OwnAccountParts } from './own-account-routes.ts';
import { errorHtml, escapeHtml, type FormField, formHtml, pageOf } from './page.ts';
import { checkOrigin, sessionOf } from './register-routes.ts';
import { sendPage } from './send-page.ts';
import { newPasswordFormField } from './register-welcome.ts';
import { PASSKEYS_PATH, SECOND_FACTOR_PATH } from './sign-in-paths.ts';
import { setSessionCookie } from './session-cookie.ts';

/** What every page of somebody who is signed in needs. */
export type AccountPages = Readonly<{ sessions: Sessions; secure: boolean; publicUrl: string }>;

export type OwnAccountPages = OwnAccountParts & AccountPages & Readonly<{ passwords: boolean }>;

type Said = Readonly<{ zh: string; en: string }>;

const PASSWORD_PATH = '/account/password';
const SESSIONS_PATH = '/account/sessions';
const SESSION_ID_CHARS_MAX = 36;

const passwordFields: readonly FormField[] = [
  {
    name: 'currentPassword',
    zh: '当前密码',
    en: 'Current password',
    type: 'password',
    autocomplete: 'current-password',
    maxLength: PASSWORD_FIELD_CHARS_MAX,
  },
  { ...newPasswordFormField, name: 'newPassword', zh: '新密码', en: 'New password' },
];

const passwordHtml = (error?: Said): string =>
  pageOf({
    title: '修改密码 · Change password',
    body: formHtml({
      action: PASSWORD_PATH,
      fields: passwordFields,
      button: { zh: '修改', en: 'Change' },
      ...(error === undefined ? {} : { error }),
    }),
  });

const beijing = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'medium',
  timeStyle: 'short',
});

export const timeHtml = (ms: number): string =>
  `<time datetime="${new Date(ms).toISOString()}">${escapeHtml(beijing.format(ms))}</time>`;

const deviceHtml = ({ browser, system }: Device): string =>
  `${BROWSER_TEXTS[browser].zh} · ${SYSTEM_TEXTS[system].zh} <span lang="en">${BROWSER_TEXTS[browser].en}, ${SYSTEM_TEXTS[system].en}</span>`;

const sessionHtml = ({ sessionId, createdAt, seenAt, current, device }: SessionShown, index: number): string => {
  const times = `<p id="session-${index}">${deviceHtml(device)}<br>登录于 <span lang="en">Signed in</span> ${timeHtml(createdAt)}<br>最近使用 <span lang="en">Last used</span> ${timeHtml(seenAt)}</p>`;
  return current
    ? `<li>${times}<p><strong>当前会话 <span lang="en">This session</span></strong></p></li>`
    : `<li>${times}<form method="post" action="${SESSIONS_PATH}"><input type="hidden" name="sessionId" value="${escapeHtml(sessionId)}"><button type="submit" aria-describedby="session-${index}">结束 <span lang="en">End</span></button></form></li>`;
};

const signInHtml = ({ at, newDevice, ...device }: SignIn): string =>
  `<li>${timeHtml(at)} ${deviceHtml(device)}${newDevice ? ' <strong>新设备 <span lang="en">New</span></strong>' : ''}</li>`;

const OTHERS = 'others';

type Shown = Readonly<{ living: readonly SessionShown[]; signIns: readonly SignIn[]; error?: Said }>;

const sessionsHtml = ({ living, signIns, error }: Shown): string => {
  const others = `<form method="post" action="${SESSIONS_PATH}"><input type="hidden" name="sessionId" value="${OTHERS}"><button type="submit">结束其他全部会话 <span lang="en">End all others</span></button></form>`;
  const again = `<p><a href="/sign-in?next=${encodeURIComponent(SESSIONS_PATH)}">重新登录 <span lang="en">Sign in again</span></a></p>`;
  return pageOf({
    title: '登录会话 · Sessions',
    body: `${errorHtml(error)}<p class="hint">时间为北京时间。登录后 10 分钟内可以结束其他会话。<br><span lang="en">Beijing time. Within ten minutes of signing in you may end your other sessions.</span></p><ul>${living.map(sessionHtml).join('')}</ul>${living.length > 1 ? others : ''}${again}<h2>登录记录 <span lang="en">Sign-ins of the last 90 days</span></h2><ul>${signIns.map(signInHtml).join('')}</ul>`,
  });
};

/** Answers the page again with what went wrong, when it is something the person can mend. */
const saidOf = (error: unknown): EdgeError['said'] => {
  if (error instanceof EdgeError) return error.said;
  throw error;
};

/** Who is not signed in is sent to sign in and comes back to the page. */
export const signedIn =
  (
    pages: AccountPages,
    work: (session: Session, request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>,
  ) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    if (request.method === 'POST') checkOrigin(request, pages.publicUrl);
    const found = await sessionOf(request, pages);
    if (typeof found === 'string') return reply.redirect(`/sign-in?next=${encodeURIComponent(request.url)}`, 303);
    return work(found.session, request, reply);
  };

const registerPassword = (scope: FastifyInstance, pages: OwnAccountPages): void => {
  scope.get(
    PASSWORD_PATH,
    signedIn(pages, async (_session, _request, reply) => sendPage(reply, passwordHtml())),
  );
  scope.post(
    PASSWORD_PATH,
    signedIn(pages, async (session, request, reply) => {
      const [currentPassword = '', newPassword = ''] = passwordFields.map(({ name, maxLength }) =>
        formText(request.body, name, maxLength),
      );
      try {
        const token = await pages.changePassword({ session, currentPassword, newPassword, address: request.ip });
        setSessionCookie(reply, pages.secure, token);
        return await reply.redirect(SESSIONS_PATH, 303);
      } catch (error) {
        const said = saidOf(error);
        if (error instanceof EdgeError && error.retryAfterSeconds !== undefined)
          reply.header('retry-after', String(error.retryAfterSeconds));
        return sendPage(reply.code(said.status), passwordHtml(said));
      }
    }),
  );
};

const shownOf = async (pages: OwnAccountPages, session: Session): Promise<Shown> => ({
  living: await pages.ownSessions(session),
  signIns: await pages.ownSignIns(session),
});

/** One session, or all others. */
const endAsAsked = async (pages: OwnAccountPages, session: Session, asked: string): Promise<void> => {
  if (asked === OTHERS) return pages.endOtherSessions(session);
  const sessionId = id().safeParse(asked);
  if (!sessionId.success) throw new EdgeError('SESSION_NOT_FOUND', { field: 'sessionId' });
  return pages.endOwnSession(session, sessionId.data);
};

/** The pages of a person's own account: the password (where it is kept here) and the sessions. */
export const registerOwnAccount = (scope: FastifyInstance, pages: OwnAccountPages): void => {
  acceptForms(scope);
  if (pages.passwords) registerPassword(scope, pages);
  scope.get(
    SESSIONS_PATH,
    signedIn(pages, async (session, _request, reply) => sendPage(reply, sessionsHtml(await shownOf(pages, session)))),
  );
  scope.post(
    SESSIONS_PATH,
    signedIn(pages, async (session, request, reply) => {
      try {
        await endAsAsked(pages, session, formText(request.body, 'sessionId', SESSION_ID_CHARS_MAX));
        return await reply.redirect(SESSIONS_PATH, 303);
      } catch (error) {
        const said = saidOf(error);
        return sendPage(reply.code(said.status), sessionsHtml({ ...(await shownOf(pages, session)), error: said }));
      }
    }),
  );
};

/** The links to these pages, for who is signed in. */
export const ownAccountLinks = ({ passwords, passkeys }: { passwords: boolean; passkeys: boolean }): string =>
  `${passkeys ? `<p><a href="${PASSKEYS_PATH}">通行密钥 <span lang="en">Passkeys</span></a></p>` : ''}${passwords ? `<p><a href="${PASSWORD_PATH}">修改密码 <span lang="en">Change password</span></a></p><p><a href="${SECOND_FACTOR_PATH}">两步验证 <span lang="en">Second factor</span></a></p>` : ''}<p><a href="${SESSIONS_PATH}">登录会话 <span lang="en">Sessions</span></a></p>`;
