import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { EdgeError } from '../../application/problem.ts';
import { InvalidInput } from '../../routes/route-input.ts';
import { PASSWORD_FIELD_CHARS_MAX } from '../../routes/fields.ts';
import { acceptForms, formText } from './form-body.ts';
import { inputProblem } from './input-problem.ts';
import { type FormField, formHtml, pageOf } from './page.ts';
import { checkOrigin } from './register-routes.ts';
import { LOGIN_CHARS_MAX } from './register-login-page.ts';
import { sendPage } from './send-page.ts';
import { CODE_FIELD, newPasswordFormField } from './register-welcome.ts';
import { FORGOTTEN_PATH } from './sign-in-paths.ts';
import { newPasswordSchema, type ResetRouteParts } from './reset-routes.ts';

export type ResetPages = Pick<ResetRouteParts, 'askForReset' | 'resetPassword'> & Readonly<{ publicUrl: string }>;

type Said = Readonly<{ zh: string; en: string }>;

/** What can be said on the page again; anything else is an accident. */
const saidOf = (error: unknown, reply: FastifyReply): EdgeError['said'] => {
  if (!(error instanceof EdgeError)) throw error;
  if (error.retryAfterSeconds !== undefined) void reply.header('retry-after', String(error.retryAfterSeconds));
  return error.said;
};

const forgottenHtml = (error?: Said): string =>
  pageOf({
    title: '忘记密码 · Forgotten password',
    body: `<p>提交后，请联系本单位工作人员为您发放一次性重置链接；验证码由另一位工作人员核实您的身份后告知。<br><span lang="en">Then ask an officer of your organization for a one-time link. Another officer, who makes sure that it is you, tells you its code.</span></p>${formHtml(
      {
        action: FORGOTTEN_PATH,
        fields: [
          {
            name: 'login',
            zh: '登录名',
            en: 'Login name',
            type: 'text',
            autocomplete: 'username',
            maxLength: LOGIN_CHARS_MAX,
          },
        ],
        button: { zh: '提交申请', en: 'Ask for a reset' },
        ...(error === undefined ? {} : { error }),
      },
    )}`,
  });

const askedHtml = pageOf({
  title: '申请已登记 · Noted',
  body: '<p role="status">如果该登录名存在，申请已登记，三天内有效。请联系本单位工作人员办理。<br><span lang="en">If there is such a login, your request is noted for three days. Ask an officer of your organization.</span></p><p><a href="/sign-in">返回登录 <span lang="en">Back to sign in</span></a></p>',
});

const resetFields: readonly FormField[] = [
  {
    ...CODE_FIELD,
    hint: {
      zh: '由另一位工作人员核实您的身份后告知，不在链接中。',
      en: 'Told to you by another officer, who makes sure that it is you; it is not in the link.',
    },
  },
  { ...newPasswordFormField, zh: '新密码', en: 'New password' },
];

const resetHtml = (token: string, error?: Said): string =>
  pageOf({
    title: '重置密码 · Reset password',
    body: formHtml({
      action: `/reset/${encodeURIComponent(token)}`,
      fields: resetFields,
      button: { zh: '设置新密码', en: 'Set the new password' },
      ...(error === undefined ? {} : { error }),
    }),
  });

const doneHtml = pageOf({
  title: '密码已重置 · Password reset',
  body: '<p role="status">新密码已设置，此前的登录会话均已结束。<br><span lang="en">The new password is set; earlier sessions have ended.</span></p><p><a href="/sign-in">登录 <span lang="en">Sign in</span></a></p>',
});

const tokenOf = (request: FastifyRequest): string => (request.params as { token: string }).token;

/** The pages of who has lost a password. */
export const registerReset = (scope: FastifyInstance, pages: ResetPages): void => {
  acceptForms(scope);
  scope.get(FORGOTTEN_PATH, async (_request, reply) => sendPage(reply, forgottenHtml()));
  scope.post(FORGOTTEN_PATH, async (request, reply) => {
    checkOrigin(request, pages.publicUrl);
    try {
      await pages.askForReset({ login: formText(request.body, 'login', LOGIN_CHARS_MAX), address: request.ip });
      return await sendPage(reply, askedHtml);
    } catch (error) {
      const said = saidOf(error, reply);
      return sendPage(reply.code(said.status), forgottenHtml(said));
    }
  });
  scope.get('/reset/:token', async (request, reply) => sendPage(reply, resetHtml(tokenOf(request))));
  scope.post('/reset/:token', async (request, reply) => {
    checkOrigin(request, pages.publicUrl);
    const token = tokenOf(request);
    try {
      const parsed = newPasswordSchema.safeParse({
        code: formText(request.body, 'code', CODE_FIELD.maxLength),
        password: formText(request.body, 'password', PASSWORD_FIELD_CHARS_MAX),
      });
      if (!parsed.success) throw inputProblem(new InvalidInput('body', parsed.error.issues));
      await pages.resetPassword({ token, ...parsed.data });
      return await sendPage(reply, doneHtml);
    } catch (error) {
      const said = saidOf(error, reply);
      return sendPage(reply.code(said.status), resetHtml(token, said.problems?.[0] ?? said));
    }
  });
};
