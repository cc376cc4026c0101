import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Enrolment } from '../../application/second-factor.ts';
import { EdgeError } from '../../application/problem.ts';
import type { Session } from '../../application/sessions.ts';
import { acceptForms, formText } from './form-body.ts';
import { errorHtml, escapeHtml, type Form, formHtml, pageOf } from './page.ts';
import { type AccountPages, signedIn } from './register-own-account.ts';
import { sendPage } from './send-page.ts';
import type { PasskeyParts } from './passkey-routes.ts';
import { FACTOR_CHARS_MAX } from './passkey-shapes.ts';
import { qrOf, type SecondFactorParts } from './second-factor-routes.ts';
import { setSessionCookie } from './session-cookie.ts';
import { PASSKEYS_PATH, SECOND_FACTOR_PATH } from './sign-in-paths.ts';

const TITLE = '两步验证 · Second factor';

type Said = NonNullable<Form['error']>;

const codeForm = (act: string, button: Form['button'], error?: Said): string =>
  formHtml({
    action: SECOND_FACTOR_PATH,
    hidden: { act },
    fields: [
      {
        name: `${act}Code`,
        zh: '验证码',
        en: 'Code',
        type: 'text',
        autocomplete: 'one-time-code',
        maxLength: FACTOR_CHARS_MAX,
      },
    ],
    button,
    ...(error === undefined ? {} : { error }),
  });

const beginForm = formHtml({
  action: SECOND_FACTOR_PATH,
  hidden: { act: 'begin' },
  fields: [],
  button: { zh: '开始设置', en: 'Set it up' },
});

/** Said to whoever must: why nothing else is open, and the other way to have one. */
const dueHtml = (passkeys: boolean): string =>
  `<p role="status">您担任的职责要求两步验证；设置后才能继续使用平台。${passkeys ? `也可改为<a href="${PASSKEYS_PATH}">登记通行密钥</a>。` : ''}设备遗失时，请工作人员解除后重新设置。<br><span lang="en">A role that you hold asks for a second factor: the platform is open to you once it is set up. ${passkeys ? `A <a href="${PASSKEYS_PATH}">passkey</a> will do as well. ` : ''}When a device is lost an officer takes it away, and you set up another.</span></p>`;

const noneHtml = (due: string, error?: Said): string =>
  pageOf({
    title: TITLE,
    body: `${errorHtml(error)}${due}<p>设置后，登录时除密码外还须输入验证器应用的动态验证码。<br><span lang="en">With it a sign-in asks for a code of your code generator beside the password.</span></p>${beginForm}${error === undefined ? '' : `<p><a href="/sign-in?next=${encodeURIComponent(SECOND_FACTOR_PATH)}">重新登录 <span lang="en">Sign in again</span></a></p>`}`,
  });

const enrolHtml = ({ secret, uri }: Enrolment): string =>
  pageOf({
    title: TITLE,
    body: `<p>用验证器应用扫描，或手工输入密钥，再填写它显示的 6 位数字。<br><span lang="en">Scan this with your code generator or type the key in, then enter the six digits it shows.</span></p><figure class="qr" role="img" aria-label="二维码 · QR code">${qrOf(uri)}</figure><p>密钥 <span lang="en">Key</span><br><code>${escapeHtml(secret)}</code></p>${codeForm('confirm', { zh: '确认', en: 'Confirm' })}`,
  });

export const codesHtml = (codes: readonly string[]): string =>
  pageOf({
    title: '恢复码 · Recovery codes',
    body: `<p role="status">请打印或抄写，妥善保管；每个只能使用一次，本页关闭后不再显示。<br><span lang="en">Print or write them down: each is good once, and they are not shown again.</span></p><ul>${codes.map((code) => `<li><code>${escapeHtml(code)}</code></li>`).join('')}</ul><p><a href="/">完成 <span lang="en">Done</span></a></p>`,
  });

const enrolledHtml = (left: number, error?: Said): string =>
  pageOf({
    title: TITLE,
    body: `${errorHtml(error)}<p>已启用动态验证码；剩余恢复码 ${left} 个。<br><span lang="en">A code generator is set up; ${left} recovery codes are left.</span></p><h2>更换恢复码 <span lang="en">New recovery codes</span></h2>${codeForm('renew', { zh: '更换', en: 'Replace' })}<h2>停用 <span lang="en">Remove</span></h2>${codeForm('remove', { zh: '停用', en: 'Remove' })}`,
  });

type Pages = SecondFactorParts & Pick<PasskeyParts, 'passkeys'>;

const dueOf = async ({ requiredFactor, passkeys }: Pages, { personId }: Session): Promise<string> =>
  (await requiredFactor.isDue(personId)) ? dueHtml(passkeys.possible) : '';

const current = async (pages: Pages, session: Session, error?: Said): Promise<string> => {
  const { totp, recoveryCodesLeft } = await pages.secondFactor.state(session);
  return totp ? enrolledHtml(recoveryCodesLeft, error) : noneHtml(await dueOf(pages, session), error);
};

type Act = (session: Session, code: string, reply: FastifyReply) => Promise<string>;

const actsOf = (pages: Pages): Readonly<Record<string, Act>> => {
  const { secondFactor, accountNameOf, secure } = pages;
  return {
    begin: async (session) => enrolHtml(await secondFactor.begin(session, await accountNameOf(session))),
    confirm: async (session, code, reply) => {
      const { recoveryCodes, token } = await secondFactor.confirm(session, code);
      setSessionCookie(reply, secure, token);
      return codesHtml(recoveryCodes);
    },
    renew: async (session, code) => codesHtml(await secondFactor.renewRecoveryCodes(session, { code })),
    remove: async (session, code, reply) => {
      setSessionCookie(reply, secure, await secondFactor.remove(session, { code }));
      return noneHtml(await dueOf(pages, session));
    },
  };
};

/** The page of one's own second factor. */
export const registerSecondFactor = (scope: FastifyInstance, pages: AccountPages & Pages): void => {
  acceptForms(scope);
  const acts = actsOf(pages);
  scope.get(
    SECOND_FACTOR_PATH,
    signedIn(pages, async (session, _request, reply) => sendPage(reply, await current(pages, session))),
  );
  scope.post(
    SECOND_FACTOR_PATH,
    signedIn(pages, async (session, request, reply) => {
      const named = formText(request.body, 'act', FACTOR_CHARS_MAX);
      const act = acts[named];
      try {
        const html = await act?.(session, formText(request.body, `${named}Code`, FACTOR_CHARS_MAX), reply);
        return await sendPage(reply, html ?? (await current(pages, session)));
      } catch (error) {
        if (!(error instanceof EdgeError)) throw error;
        if (error.retryAfterSeconds !== undefined) reply.header('retry-after', String(error.retryAfterSeconds));
        return sendPage(reply.code(error.said.status), await current(pages, session, error.said));
      }
    }),
  );
};
