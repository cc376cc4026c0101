import { renderSVG } from 'uqr';
import { z } from 'zod';
import type { OwnSecondFactor } from '../../application/second-factor.ts';
import type { RequiredFactor } from '../../application/required-factor.ts';
import type { Session } from '../../application/sessions.ts';
import { line } from '../../routes/fields.ts';
import { localRoute, type Route } from '../../routes/route.ts';
import type { LocalContext } from './register-routes.ts';
import { setSessionCookie } from './session-cookie.ts';
import { FACTOR_CHARS_MAX, proofOf, proofShape } from './passkey-shapes.ts';
import { SECOND_FACTOR_ROUTE } from './sign-in-paths.ts';
import { sessionIn } from './session-in.ts';

export type SecondFactorParts = Readonly<{
  secure: boolean;
  secondFactor: OwnSecondFactor;
  requiredFactor: RequiredFactor;
  /** The login, as the generator shows it. */
  accountNameOf: (session: Session) => Promise<string>;
}>;

const tags = ['sign-in'];
const codeBody = z.strictObject({ code: line(FACTOR_CHARS_MAX) });
const recoveryCodes = z
  .array(z.string())
  .meta({ description: '每个只能用一次，仅此次显示 / Each is good once; shown only now' });

const secondFactorState = z
  .object({
    totp: z.boolean(),
    passkeys: z.number().int(),
    recoveryCodesLeft: z.number().int(),
    required: z.boolean().meta({
      description:
        '本人的某一角色须有两步验证：未设置前不能办理其他事项 / A role of yours asks for one: without it nothing else is open to you',
    }),
  })
  .meta({ id: 'SecondFactor' });

/** The picture that a generator reads. */
export const qrOf = (uri: string): string => renderSVG(uri, { border: 2 });

/** Setting it up. */
const enrolmentRoutes = ({
  secure,
  secondFactor,
  requiredFactor,
  accountNameOf,
}: SecondFactorParts): readonly Route<LocalContext>[] => [
  localRoute({
    method: 'GET',
    path: SECOND_FACTOR_ROUTE,
    beforeSecondFactor: true,
    summary: { zh: '查看自己是否设置了两步验证', en: 'Whether you have a second factor' },
    tags,
    answer: secondFactorState,
    handle: async (_input, context: LocalContext) => {
      const session = sessionIn(context);
      return {
        ...(await secondFactor.state(session)),
        required: await requiredFactor.isRequired(session.personId),
      };
    },
  }),
  localRoute({
    method: 'POST',
    path: '/v1/me/second-factor/totp',
    beforeSecondFactor: true,
    once: 'newest-counts',
    summary: {
      zh: '开始设置动态验证码（须在登录后 10 分钟内；确认后生效）',
      en: 'Begin to set a code generator up, within ten minutes of signing in; it counts once it is confirmed',
    },
    tags,
    status: 201,
    answer: z
      .object({
        secret: z.string(),
        uri: z.string(),
        qrSvg: z.string().meta({ description: '地址的二维码（SVG） / The address as a QR code, SVG' }),
      })
      .meta({ id: 'SecondFactorEnrolment' }),
    handle: async (_input, context: LocalContext) => {
      const session = sessionIn(context);
      const enrolment = await secondFactor.begin(session, await accountNameOf(session));
      return { ...enrolment, qrSvg: qrOf(enrolment.uri) };
    },
  }),
  localRoute({
    method: 'POST',
    path: '/v1/me/second-factor/totp/confirm',
    beforeSecondFactor: true,
    summary: {
      zh: '用一个验证码确认设置，取得恢复码；其他登录会话随即结束',
      en: 'Confirm it by a code and get recovery codes; your other sessions end',
    },
    tags,
    body: codeBody,
    answer: z.object({ recoveryCodes }).meta({ id: 'RecoveryCodes' }),
    handle: async ({ body }, context: LocalContext) => {
      const { token, recoveryCodes: made } = await secondFactor.confirm(sessionIn(context), body.code);
      setSessionCookie(context.reply, secure, token);
      return { recoveryCodes: [...made] };
    },
  }),
];

/** What asks for it. */
const factorRoutes = ({ secure, secondFactor }: SecondFactorParts): readonly Route<LocalContext>[] => [
  localRoute({
    method: 'POST',
    path: '/v1/me/second-factor/recovery-codes',
    summary: {
      zh: '更换恢复码（须输入动态验证码或使用通行密钥）',
      en: 'Replace your recovery codes, by a code of the generator or a passkey',
    },
    tags,
    body: proofShape,
    answer: z.object({ recoveryCodes }).meta({ id: 'RecoveryCodesRenewed' }),
    handle: async ({ body }, context: LocalContext) => ({
      recoveryCodes: [...(await secondFactor.renewRecoveryCodes(sessionIn(context), proofOf(body)))],
    }),
  }),
  localRoute({
    method: 'POST',
    path: '/v1/me/second-factor/totp/remove',
    summary: {
      zh: '停用动态验证码（须输入验证码、恢复码或使用通行密钥）；其他登录会话随即结束',
      en: 'Remove the code generator, by a code of it, a recovery code or a passkey; your other sessions end',
    },
    tags,
    status: 204,
    body: proofShape,
    answer: z.undefined(),
    handle: async ({ body }, context: LocalContext) => {
      setSessionCookie(context.reply, secure, await secondFactor.remove(sessionIn(context), proofOf(body)));
      return undefined;
    },
  }),
];

/** A code generator beside the password, optional. */
export const secondFactorRoutes = (parts: SecondFactorParts): readonly Route<LocalContext>[] => [
  ...enrolmentRoutes(parts),
  ...factorRoutes(parts),
];
