import { MembershipServiceService } from '@jiangong/contracts/jiangong/membership/v1/membership_service';
import { z } from 'zod';
import type { PasswordChange, SessionShown } from '../../application/own-account.ts';
import { BROWSERS, SYSTEMS } from '../../application/devices.ts';
import type { Session } from '../../application/sessions.ts';
import type { SignIn } from '../../application/sign-ins.ts';
import { id, instant, pageAnswer, pageOut, password, word } from '../../routes/fields.ts';
import { localRoute, type Route } from '../../routes/route.ts';
import { setSessionCookie } from './session-cookie.ts';
import { sessionIn } from './session-in.ts';
import type { LocalContext } from './register-routes.ts';

export type OwnAccountParts = Readonly<{
  secure: boolean;
  changePassword: (change: PasswordChange) => Promise<string>;
  ownSessions: (session: Session) => Promise<readonly SessionShown[]>;
  endOwnSession: (session: Session, sessionId: string) => Promise<void>;
  endOtherSessions: (session: Session) => Promise<void>;
  /** The newest first. */
  ownSignIns: (session: Session) => Promise<readonly SignIn[]>;
  endSessionsOf: (by: Session, personId: string, mayEnd: (personId: string) => Promise<unknown>) => Promise<void>;
}>;

const deviceFields = { browser: word(BROWSERS), system: word(SYSTEMS) };

const session = z
  .object({ sessionId: id(), createdAt: instant(), seenAt: instant(), current: z.boolean(), ...deviceFields })
  .meta({ id: 'SignInSession' });

const signIn = z
  .object({
    sessionId: id(),
    at: instant(),
    ...deviceFields,
    newDevice: z
      .boolean()
      .meta({ description: '此前未见本人用过此浏览器 / The browser was not seen with this person before' }),
    current: z.boolean(),
  })
  .meta({ id: 'SignInRecord' });

const moment = (ms: number): string => new Date(ms).toISOString();

/** What a person looks back on, and ends at once. */
const signInRoutes = (parts: OwnAccountParts): readonly Route<LocalContext>[] => [
  localRoute({
    method: 'GET',
    path: '/v1/me/sign-ins',
    beforeSecondFactor: true,
    summary: {
      zh: '查看自己近 90 天的登录记录',
      en: 'Your sign-ins of the last 90 days, the newest first, at most 100',
    },
    tags: ['sign-in'],
    answer: pageAnswer(signIn),
    handle: async (_input, context: LocalContext) => {
      const own = sessionIn(context);
      const kept = await parts.ownSignIns(own);
      return pageOut(
        kept.map(({ at, ...one }) => ({ ...one, at: moment(at), current: one.sessionId === own.sessionId })),
        '',
      );
    },
  }),
  localRoute({
    method: 'DELETE',
    path: '/v1/me/sessions',
    beforeSecondFactor: true,
    summary: {
      zh: '结束自己的其他全部登录会话（须在登录后 10 分钟内）',
      en: 'End all your sessions but this one, within ten minutes of signing in',
    },
    tags: ['sign-in'],
    status: 204,
    answer: z.undefined(),
    handle: async (_input, context: LocalContext) => {
      await parts.endOtherSessions(sessionIn(context));
      return undefined;
    },
  }),
];

/** The password, and sessions one by one. */
const sessionRoutes = (parts: OwnAccountParts): readonly Route<LocalContext>[] => [
  localRoute({
    method: 'POST',
    path: '/v1/me/password',
    beforeSecondFactor: true,
    summary: { zh: '修改密码；其他登录会话随即结束', en: 'Change your password: your other sessions end with it' },
    tags: ['sign-in'],
    status: 204,
    refuses: [422],
    body: z.strictObject({ currentPassword: password(), newPassword: password() }),
    answer: z.undefined(),
    handle: async ({ body }, context: LocalContext) => {
      const token = await parts.changePassword({ session: sessionIn(context), ...body, address: context.request.ip });
      setSessionCookie(context.reply, parts.secure, token);
      return undefined;
    },
  }),
  localRoute({
    method: 'GET',
    path: '/v1/me/sessions',
    beforeSecondFactor: true,
    summary: { zh: '查看自己的登录会话', en: 'Your sessions, the one used last first' },
    tags: ['sign-in'],
    answer: z.object({ sessions: z.array(session) }),
    handle: async (_input, context: LocalContext) => {
      const living = await parts.ownSessions(sessionIn(context));
      return {
        sessions: living.map(({ device, ...one }) => ({
          ...one,
          ...device,
          createdAt: moment(one.createdAt),
          seenAt: moment(one.seenAt),
        })),
      };
    },
  }),
  localRoute({
    method: 'DELETE',
    path: '/v1/me/sessions/{sessionId}',
    beforeSecondFactor: true,
    summary: {
      zh: '结束自己的某个登录会话（须在登录后 10 分钟内）',
      en: 'End one of your sessions, within ten minutes of signing in',
    },
    tags: ['sign-in'],
    status: 204,
    params: z.strictObject({ sessionId: id() }),
    answer: z.undefined(),
    handle: async ({ params }, context: LocalContext) => {
      await parts.endOwnSession(sessionIn(context), params.sessionId);
      return undefined;
    },
  }),
];

/** What a person does with the own account, and an officer with the sessions of others. */
export const ownAccountRoutes = (parts: OwnAccountParts): readonly Route<LocalContext>[] => [
  ...signInRoutes(parts),
  ...sessionRoutes(parts),
  localRoute({
    method: 'DELETE',
    path: '/v1/people/{personId}/sessions',
    summary: { zh: '结束某人员的全部登录会话', en: 'End all sessions of a person' },
    tags: ['sign-in'],
    status: 204,
    params: z.strictObject({ personId: id() }),
    answer: z.undefined(),
    handle: async ({ params }, context: LocalContext, outlet) => {
      // Whoever may let a person in may also put the person out.
      await parts.endSessionsOf(sessionIn(context), params.personId, async (personId) =>
        outlet.call('membership', MembershipServiceService.getInvitee, { personId }),
      );
      return undefined;
    },
  }),
];
