import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { SEALED_CHALLENGE_CHARS_MAX } from '../../application/challenges.ts';
import { type Passkey, type PasskeyQuestion, PASSKEY_NAME_CHARS_MAX } from '../../application/passkeys.ts';
import { EdgeError } from '../../application/problem.ts';
import type { FactorProof } from '../../application/second-factor.ts';
import type { Session } from '../../application/sessions.ts';
import { id } from '../../routes/fields.ts';
import { acceptForms, formText } from './form-body.ts';
import { errorHtml, escapeHtml, type Form, type FormField, formHtml, pageOf } from './page.ts';
import { passkeyFormHtml, withPasskeyScript } from './passkey-form.ts';
import type { PasskeyParts } from './passkey-routes.ts';
import { PASSKEY_SCRIPT, PASSKEY_SCRIPT_PATH } from './passkey-script.ts';
import {
  attestationShape,
  CREDENTIAL_CHARS_MAX,
  credentialIn,
  FACTOR_CHARS_MAX,
  passkeyName,
} from './passkey-shapes.ts';
import { passkeyIn } from './register-login-page.ts';
import { type AccountPages, signedIn, timeHtml } from './register-own-account.ts';
import { codesHtml } from './register-second-factor.ts';
import { sendPage, sendScriptedPage } from './send-page.ts';
import { setSessionCookie } from './session-cookie.ts';
import { PASSKEYS_PATH } from './sign-in-paths.ts';

const TITLE = '通行密钥 · Passkeys';
const ACT_CHARS_MAX = 20;
const ID_CHARS_MAX = 36;

type Said = NonNullable<Form['error']>;
type Pages = AccountPages & PasskeyParts;

const nameField = (name: string, value?: string): FormField => ({
  name,
  zh: '名称',
  en: 'Name',
  type: 'text',
  autocomplete: 'off',
  maxLength: PASSKEY_NAME_CHARS_MAX,
  ...(value === undefined ? {} : { value }),
});

const codeField = (name: string): FormField => ({
  name,
  zh: '动态验证码或恢复码',
  en: 'A code of the generator or a recovery code',
  type: 'text',
  autocomplete: 'one-time-code',
  maxLength: FACTOR_CHARS_MAX,
});

const removeButton = { zh: '停用', en: 'Remove' };

const passkeyHtml = (
  { passkeyId, name, backedUp, createdAt, lastUsedAt }: Passkey,
  question: PasskeyQuestion,
): string => {
  const used =
    lastUsedAt === null
      ? '尚未使用 <span lang="en">Never used</span>'
      : `最近使用 <span lang="en">Last used</span> ${timeHtml(lastUsedAt)}`;
  const kept = backedUp ? '<br>已由其所有者的其他设备同步 <span lang="en">Synchronised with other devices</span>' : '';
  const rename = formHtml({
    action: PASSKEYS_PATH,
    hidden: { act: 'rename', passkeyId },
    fields: [nameField(`name-${passkeyId}`, name)],
    button: { zh: '改名', en: 'Rename' },
  });
  const byCode = formHtml({
    action: PASSKEYS_PATH,
    hidden: { act: 'remove', passkeyId },
    fields: [codeField(`code-${passkeyId}`)],
    button: removeButton,
  });
  const byPasskey = passkeyFormHtml({
    act: 'get',
    action: PASSKEYS_PATH,
    options: question.options,
    hidden: { act: 'remove', passkeyId, challenge: question.challenge },
    button: { zh: '用通行密钥验证并停用', en: 'Remove, by a passkey' },
  });
  return `<li><p><strong>${escapeHtml(name)}</strong><br>登记于 <span lang="en">Registered</span> ${timeHtml(createdAt)}<br>${used}${kept}</p><details><summary>改名或停用 <span lang="en">Rename or remove</span></summary>${rename}${byPasskey}${byCode}</details></li>`;
};

const againHtml = `<p><a href="/sign-in?next=${encodeURIComponent(PASSKEYS_PATH)}">重新登录 <span lang="en">Sign in again</span></a></p>`;

/** What making one begins with, or why not now. */
const addHtml = async ({ passkeys, accountNameOf }: Pages, session: Session): Promise<string> => {
  try {
    const { options, challenge } = await passkeys.begin(session, await accountNameOf(session));
    return passkeyFormHtml({
      act: 'create',
      action: PASSKEYS_PATH,
      options,
      hidden: { act: 'add', challenge },
      fields: [nameField('name')],
      button: { zh: '登记通行密钥', en: 'Register a passkey' },
    });
  } catch (error) {
    if (!(error instanceof EdgeError)) throw error;
    const { zh, en } = error.said;
    return `<p class="hint">${escapeHtml(zh)}<br><span lang="en">${escapeHtml(en)}</span></p>${error.reason === 'SIGN_IN_AGAIN' ? againHtml : ''}`;
  }
};

const pageHtml = async (pages: Pages, session: Session, error?: Said): Promise<string> => {
  const own = await pages.passkeys.list(session);
  const question = own.length === 0 ? undefined : await pages.passkeys.ask(session);
  const list = question === undefined ? '' : `<ul>${own.map((one) => passkeyHtml(one, question)).join('')}</ul>`;
  return pageOf({
    title: TITLE,
    body: withPasskeyScript(
      `${errorHtml(error)}<p>通行密钥存于您的手机、电脑或安全密钥，用指纹、面容或 PIN 码确认即可登录，无须密码。登记后，仅凭密码不能再登录。<br><span lang="en">A passkey is in your telephone, computer or security key: your finger, face or PIN signs you in without a password. With one, a password alone no longer does.</span></p><p class="hint" data-passkey-missing>此浏览器未启用脚本或不支持通行密钥。<br><span lang="en">This browser runs no script or knows no passkeys.</span></p>${list}<h2>登记 <span lang="en">Register</span></h2>${await addHtml(pages, session)}`,
    ),
  });
};

type Act = (given: Readonly<{ session: Session; body: unknown; reply: FastifyReply }>) => Promise<string | undefined>;

const passkeyIdIn = (body: unknown): string => {
  const parsed = id().safeParse(formText(body, 'passkeyId', ID_CHARS_MAX));
  if (!parsed.success) throw new EdgeError('PASSKEY_NOT_FOUND', { field: 'passkeyId' });
  return parsed.data;
};

const nameIn = (body: unknown, field: string): string => {
  const parsed = passkeyName().safeParse(formText(body, field, 2 * PASSKEY_NAME_CHARS_MAX));
  if (!parsed.success) throw new EdgeError('INVALID_FIELD', { field: 'name' });
  return parsed.data;
};

/** Each answers the page that follows, or nothing where the list does. */
const actsOf = ({ passkeys, secure }: Pages): Readonly<Record<string, Act>> => ({
  add: async ({ session, body, reply }) => {
    const credential = credentialIn(attestationShape, formText(body, 'credential', CREDENTIAL_CHARS_MAX));
    if (credential === undefined) throw new EdgeError('PASSKEY_WRONG', { field: 'credential' });
    const challenge = formText(body, 'challenge', SEALED_CHALLENGE_CHARS_MAX);
    const made = await passkeys.register(session, { name: nameIn(body, 'name'), challenge, credential });
    setSessionCookie(reply, secure, made.token);
    return made.recoveryCodes.length === 0 ? undefined : codesHtml(made.recoveryCodes);
  },
  rename: async ({ session, body }) => {
    const passkeyId = passkeyIdIn(body);
    await passkeys.rename(session, passkeyId, nameIn(body, `name-${passkeyId}`));
    return undefined;
  },
  remove: async ({ session, body, reply }) => {
    const passkeyId = passkeyIdIn(body);
    const passkey = passkeyIn(body);
    const proof: FactorProof =
      passkey === undefined ? { code: formText(body, `code-${passkeyId}`, FACTOR_CHARS_MAX) } : { passkey };
    setSessionCookie(reply, secure, await passkeys.remove(session, passkeyId, proof));
    return undefined;
  },
});

const submitted =
  (pages: Pages, acts: Readonly<Record<string, Act>>) =>
  async (session: Session, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const act = acts[formText(request.body, 'act', ACT_CHARS_MAX)];
    try {
      const html = await act?.({ session, body: request.body, reply });
      return html === undefined ? await reply.redirect(PASSKEYS_PATH, 303) : await sendPage(reply, html);
    } catch (error) {
      if (!(error instanceof EdgeError)) throw error;
      if (error.retryAfterSeconds !== undefined) reply.header('retry-after', String(error.retryAfterSeconds));
      const html = await pageHtml(pages, session, error.said);
      return sendScriptedPage(reply.code(error.said.status), html, pages.publicUrl);
    }
  };

/** The page of one's own passkeys, and the script that our pages use them by. */
export const registerPasskeys = (scope: FastifyInstance, pages: Pages): void => {
  acceptForms(scope);
  scope.get(PASSKEY_SCRIPT_PATH, { config: { asset: true } }, async (_request, reply) =>
    reply
      .header('content-type', 'text/javascript; charset=utf-8')
      .header('cache-control', 'public, max-age=31536000, immutable')
      .send(PASSKEY_SCRIPT),
  );
  scope.get(
    PASSKEYS_PATH,
    signedIn(pages, async (session, _request, reply) =>
      sendScriptedPage(reply, await pageHtml(pages, session), pages.publicUrl),
    ),
  );
  scope.post(PASSKEYS_PATH, signedIn(pages, submitted(pages, actsOf(pages))));
};
