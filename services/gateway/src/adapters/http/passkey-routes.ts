import { z } from 'zod';
import type { OwnPasskeys } from '../../application/own-passkeys.ts';
import type { Session } from '../../application/sessions.ts';
import { id, pageAnswer, pageOut } from '../../routes/fields.ts';
import { localRoute, type Route } from '../../routes/route.ts';
import {
  attestationShape,
  challengeField,
  creationAnswer,
  passkeyName,
  passkeyOut,
  passkeyShape,
  proofOf,
  proofShape,
  requestAnswer,
} from './passkey-shapes.ts';
import type { LocalContext } from './register-routes.ts';
import { setSessionCookie } from './session-cookie.ts';
import { sessionIn } from './session-in.ts';

export type PasskeyParts = Readonly<{
  secure: boolean;
  passkeys: OwnPasskeys;
  /** The login, as devices show it beside the passkey. */
  accountNameOf: (session: Session) => Promise<string>;
}>;

type Own = Route<LocalContext>;

const tags = ['sign-in'];
const params = z.strictObject({ passkeyId: id() });

const making = ({ secure, passkeys, accountNameOf }: PasskeyParts): readonly Own[] => [
  localRoute({
    method: 'POST',
    path: '/v1/me/passkeys/creation',
    beforeSecondFactor: true,
    once: 'newest-counts',
    summary: {
      zh: '开始登记通行密钥（须在登录后 10 分钟内）',
      en: 'Begin to register a passkey, within ten minutes of signing in',
    },
    tags,
    answer: creationAnswer,
    handle: async (_input, context: LocalContext) => {
      const session = sessionIn(context);
      const { options, challenge } = await passkeys.begin(session, await accountNameOf(session));
      return {
        challenge,
        options: {
          ...options,
          pubKeyCredParams: options.pubKeyCredParams.map((one) => ({ ...one })),
          excludeCredentials: options.excludeCredentials.map((one) => ({ ...one, transports: [...one.transports] })),
        },
      };
    },
  }),
  localRoute({
    method: 'POST',
    path: '/v1/me/passkeys',
    beforeSecondFactor: true,
    once: 'its-content',
    summary: {
      zh: '登记通行密钥；首个两步验证方式同时给出恢复码；其他登录会话随即结束',
      en: 'Register a passkey; with the first second factor come recovery codes; your other sessions end',
    },
    tags,
    status: 201,
    body: z.strictObject({ name: passkeyName(), challenge: challengeField(), credential: attestationShape }),
    answer: z
      .object({
        passkeyId: id(),
        recoveryCodes: z.array(z.string()).meta({
          description: '新的恢复码，仅此次显示；已有时为空 / New ones, shown only now; none where there are some',
        }),
      })
      .meta({ id: 'PasskeyRegistered' }),
    handle: async ({ body }, context: LocalContext) => {
      const { passkeyId, recoveryCodes, token } = await passkeys.register(sessionIn(context), body);
      setSessionCookie(context.reply, secure, token);
      return { passkeyId, recoveryCodes: [...recoveryCodes] };
    },
  }),
];

const keeping = ({ secure, passkeys }: PasskeyParts): readonly Own[] => [
  localRoute({
    method: 'GET',
    path: '/v1/me/passkeys',
    beforeSecondFactor: true,
    summary: { zh: '查看自己的通行密钥', en: 'Your passkeys, the newest last' },
    tags,
    answer: pageAnswer(passkeyShape),
    handle: async (_input, context: LocalContext) =>
      pageOut((await passkeys.list(sessionIn(context))).map(passkeyOut), ''),
  }),
  localRoute({
    method: 'POST',
    path: '/v1/me/passkeys/request',
    once: 'newest-counts',
    summary: {
      zh: '取得用自己的通行密钥证明身份所需的内容',
      en: 'What to ask one of your passkeys with, to prove that it is you',
    },
    tags,
    answer: requestAnswer,
    handle: async (_input, context: LocalContext) => {
      const { options, challenge } = await passkeys.ask(sessionIn(context));
      const allowCredentials = options.allowCredentials.map((one) => ({ ...one, transports: [...one.transports] }));
      return { challenge, options: { ...options, allowCredentials } };
    },
  }),
  localRoute({
    method: 'POST',
    path: '/v1/me/passkeys/{passkeyId}/name',
    summary: { zh: '修改通行密钥的名称', en: 'Rename a passkey' },
    tags,
    status: 204,
    params,
    body: z.strictObject({ name: passkeyName() }),
    answer: z.undefined(),
    handle: async ({ params: { passkeyId }, body }, context: LocalContext) => {
      await passkeys.rename(sessionIn(context), passkeyId, body.name);
      return undefined;
    },
  }),
  localRoute({
    method: 'POST',
    path: '/v1/me/passkeys/{passkeyId}/remove',
    summary: {
      zh: '停用通行密钥（须使用通行密钥，或输入验证码、恢复码）；其他登录会话随即结束',
      en: 'Remove a passkey, by a passkey, a code of the generator or a recovery code; your other sessions end',
    },
    tags,
    status: 204,
    params,
    body: proofShape,
    answer: z.undefined(),
    handle: async ({ params: { passkeyId }, body }, context: LocalContext) => {
      setSessionCookie(context.reply, secure, await passkeys.remove(sessionIn(context), passkeyId, proofOf(body)));
      return undefined;
    },
  }),
];

/** Keys of one's own devices, beside or in place of the password. */
export const passkeyRoutes = (parts: PasskeyParts): readonly Own[] => [...making(parts), ...keeping(parts)];
