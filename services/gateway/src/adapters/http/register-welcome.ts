import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Acceptance, Founded, Founding } from '../../application/founding.ts';
import { EdgeError } from '../../application/problem.ts';
import type { Sessions } from '../../application/sessions.ts';
import { InvalidInput } from '../../routes/route-input.ts';
import { line, login, optionalLine, password, PASSWORD_FIELD_CHARS_MAX } from '../../routes/fields.ts';
import type { RelyingParty } from '../oidc/relying-party.ts';
import type { FlowCookies } from './flow-cookie.ts';
import { acceptForms, formText } from './form-body.ts';
import { inputProblem } from './input-problem.ts';
import { escapeHtml, type FormField, formHtml, pageOf } from './page.ts';
import { checkOrigin, sessionOf } from './register-routes.ts';
import { LOGIN_CHARS_MAX } from './register-login-page.ts';
import { sendPage } from './send-page.ts';

const NAME_CHARS_MAX = 100;
const NAME_EN_CHARS_MAX = 200;
const PERSON_NAME_CHARS_MAX = 50;
const TOKEN_CHARS_MAX = 43;
const CODE_CHARS_MAX = 20;

/** What an invited person chooses. */
export const accountSchema = z.strictObject({
  code: optionalLine(CODE_CHARS_MAX).optional(),
  login: login(),
  password: password(),
});

export const foundingSchema = z.strictObject({
  token: line(TOKEN_CHARS_MAX),
  code: optionalLine(CODE_CHARS_MAX).optional(),
  committeeNameZh: line(NAME_CHARS_MAX),
  committeeNameEn: line(NAME_EN_CHARS_MAX),
  officerName: line(PERSON_NAME_CHARS_MAX),
  login: login().optional(),
  password: password().optional(),
});

export type WelcomeParts = Readonly<{
  sessions: Sessions;
  secure: boolean;
  publicUrl: string;
  setUp: (founding: Founding) => Promise<Founded>;
  accept: (given: Acceptance) => Promise<unknown>;
  /** With an external issuer: before the way goes on there. */
  checkInvitation: (given: Pick<Acceptance, 'token' | 'code'>) => Promise<void>;
  /** False where the console is the front page. */
  frontPage: boolean;
  /** What the front page shows of one's own account, as HTML. */
  accountLinks: string;
  /** With an external issuer an invitation is accepted by signing in there. */
  external: Readonly<{ relyingParty: RelyingParty; flows: FlowCookies }> | null;
}>;

export const newPasswordFormField: FormField = {
  name: 'password',
  zh: '密码',
  en: 'Password',
  type: 'password',
  autocomplete: 'new-password',
  maxLength: PASSWORD_FIELD_CHARS_MAX,
  hint: { zh: '至少 12 个字符；不要求大小写或符号，越长越好。', en: 'At least 12 characters; the longer the better.' },
};

const accountFields: readonly FormField[] = [
  { name: 'login', zh: '登录名', en: 'Login name', type: 'text', autocomplete: 'username', maxLength: LOGIN_CHARS_MAX },
  newPasswordFormField,
];

export const CODE_FIELD = {
  name: 'code',
  zh: '验证码',
  en: 'Code',
  type: 'text',
  autocomplete: 'one-time-code',
  maxLength: CODE_CHARS_MAX,
} as const;

/** Optional, since the link on which the first officer goes on to an issuer outside has none. */
const codeField: FormField = {
  ...CODE_FIELD,
  optional: true,
  hint: {
    zh: '由另一位工作人员核实您的身份后告知，不在链接中。',
    en: 'Told to you by another officer, who makes sure that it is you; it is not in the link.',
  },
};

/** The set-up link always has one. */
const setUpCodeField: FormField = {
  ...CODE_FIELD,
  hint: {
    zh: '启动平台时与链接一同显示，不在链接中。',
    en: 'Shown beside the link where the platform was started; it is not in the link.',
  },
};

const namesFields: readonly FormField[] = [
  {
    name: 'committeeNameZh',
    zh: '工委名称（中文）',
    en: 'Committee, in Chinese',
    type: 'text',
    autocomplete: 'organization',
    maxLength: NAME_CHARS_MAX,
  },
  {
    name: 'committeeNameEn',
    zh: '工委名称（英文）',
    en: 'Committee, in English',
    type: 'text',
    autocomplete: 'off',
    maxLength: NAME_EN_CHARS_MAX,
  },
  {
    name: 'officerName',
    zh: '您的姓名',
    en: 'Your name',
    type: 'text',
    autocomplete: 'name',
    maxLength: PERSON_NAME_CHARS_MAX,
  },
];

type Filled = Readonly<{
  action: string;
  title: string;
  fields: readonly FormField[];
  request: FastifyRequest;
  error?: { zh: string; en: string };
}>;

/** The form again, with what was filled in; a password is never repeated. */
const formPage = ({ action, title, fields, request, error }: Filled): string =>
  pageOf({
    title,
    body: formHtml({
      action,
      fields: fields.map((field) =>
        field.type === 'password' ? field : { ...field, value: formText(request.body, field.name, field.maxLength) },
      ),
      button: { zh: '提交', en: 'Submit' },
      ...(error === undefined ? {} : { error }),
    }),
  });

/** `work` answers where to go next. */
const tried = async (
  work: () => Promise<string>,
  reply: FastifyReply,
  again: (error: { zh: string; en: string }) => string,
): Promise<FastifyReply> => {
  try {
    return await reply.redirect(await work(), 303);
  } catch (error) {
    if (!(error instanceof Error && 'said' in error)) throw error;
    const { said } = error as EdgeError;
    return sendPage(reply.code(said.status), again(said.problems?.[0] ?? said));
  }
};

const registerSetUp = (scope: FastifyInstance, parts: WelcomeParts): void => {
  const action = (token: string): string => `/set-up?token=${encodeURIComponent(token)}`;
  const tokenOf = (request: FastifyRequest): string => formText(request.query, 'token', TOKEN_CHARS_MAX);
  const title = '初始设置 · Set up';
  const fields = [setUpCodeField, ...namesFields, ...(parts.external === null ? accountFields : [])];
  scope.get('/set-up', async (request, reply) =>
    sendPage(reply, formPage({ action: action(tokenOf(request)), title, fields, request })),
  );
  scope.post('/set-up', async (request, reply) => {
    checkOrigin(request, parts.publicUrl);
    const token = tokenOf(request);
    const work = async () => {
      const filled = Object.fromEntries(
        fields.map(({ name, maxLength }) => [name, formText(request.body, name, maxLength)]),
      );
      const parsed = foundingSchema.safeParse({ token, ...filled });
      if (!parsed.success) throw inputProblem(new InvalidInput('body', parsed.error.issues));
      return (await parts.setUp(parsed.data)).invitationPath ?? '/sign-in';
    };
    return tried(work, reply, (error) => formPage({ action: action(token), title, fields, request, error }));
  });
};

/**
 * On to the issuer outside. Not by a redirect: our pages let forms go to ourselves only (`form-action`), and Chromium holds the
 * redirect that answers a form to that as well.
 */
const onwardHtml = (location: string): string =>
  pageOf({
    title: '前往登录 · Signing in',
    body: `<p><a href="${escapeHtml(location)}">继续前往登录服务 <span lang="en">Go on to the sign-in service</span></a></p>`,
  });

const codeIn = (request: FastifyRequest): string => formText(request.body, 'code', CODE_CHARS_MAX);

type Onward = Pick<WelcomeParts, 'checkInvitation'> &
  Readonly<{
    request: FastifyRequest;
    reply: FastifyReply;
    token: string;
    external: NonNullable<WelcomeParts['external']>;
    again: (error: { zh: string; en: string }) => string;
  }>;

/** The invitation's code is asked for here; who the person is, the issuer outside says. */
const onward = async ({ request, reply, token, external, checkInvitation, again }: Onward): Promise<FastifyReply> => {
  try {
    await checkInvitation({ token, code: codeIn(request) });
  } catch (error) {
    if (!(error instanceof EdgeError)) throw error;
    return sendPage(reply.code(error.said.status), again(error.said));
  }
  const { location, flow } = await external.relyingParty.begin({ next: '/', invitation: token });
  external.flows.remember(request, reply, flow);
  return sendPage(reply.header('refresh', `0; url=${location}`), onwardHtml(location));
};

const registerInvitations = (scope: FastifyInstance, parts: WelcomeParts): void => {
  const title = '接受邀请 · Invitation';
  const fields = [codeField, ...(parts.external === null ? accountFields : [])];
  const actionOf = (request: FastifyRequest): string =>
    `/invitations/${encodeURIComponent((request.params as { token: string }).token)}`;
  scope.get('/invitations/:token', async (request, reply) =>
    sendPage(reply, formPage({ action: actionOf(request), title, fields, request })),
  );
  scope.post('/invitations/:token', async (request, reply) => {
    checkOrigin(request, parts.publicUrl);
    const { token } = request.params as { token: string };
    const { external } = parts;
    const again = (error: { zh: string; en: string }) =>
      formPage({ action: actionOf(request), title, fields, request, error });
    if (external !== null)
      return onward({ request, reply, token, external, checkInvitation: parts.checkInvitation, again });
    const work = async () => {
      const parsed = accountSchema.safeParse({
        code: codeIn(request),
        login: formText(request.body, 'login', LOGIN_CHARS_MAX),
        password: formText(request.body, 'password', PASSWORD_FIELD_CHARS_MAX),
      });
      if (!parsed.success) throw inputProblem(new InvalidInput('body', parsed.error.issues));
      await parts.accept({ token, ...parsed.data });
      return '/sign-in';
    };
    return tried(work, reply, again);
  });
};

const homeHtml = (personId: string | undefined, accountLinks: string): string =>
  pageOf({
    title: '建功项目管理平台 · Merit campaigns',
    body:
      personId === undefined
        ? '<p><a href="/sign-in">登录 <span lang="en">Sign in</span></a></p><p><a href="/docs">接口文档 <span lang="en">API</span></a></p>'
        : `<p>已登录：<code>${escapeHtml(personId)}</code></p><form method="post" action="/sign-out"><button type="submit">退出 <span lang="en">Sign out</span></button></form>${accountLinks}<p><a href="/docs">接口文档 <span lang="en">API</span></a></p>`,
  });

/** The pages a person meets before there is an account, and the way in. */
export const registerWelcome = (scope: FastifyInstance, parts: WelcomeParts): void => {
  acceptForms(scope);
  registerSetUp(scope, parts);
  registerInvitations(scope, parts);
  if (!parts.frontPage) return;
  scope.get('/', async (request, reply) => {
    const found = await sessionOf(request, parts);
    return sendPage(
      reply,
      homeHtml(typeof found === 'string' ? undefined : found.session.personId, parts.accountLinks),
    );
  });
};
