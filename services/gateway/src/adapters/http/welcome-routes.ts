import { MembershipServiceService } from '@jiangong/contracts/jiangong/membership/v1/membership_service';
import { z } from 'zod';
import type { Acceptance, Founded, Founding } from '../../application/founding.ts';
import type { PersonLink } from '../../application/invite.ts';
import { id, line } from '../../routes/fields.ts';
import { localRoute, type Route } from '../../routes/route.ts';
import type { LocalContext } from './register-routes.ts';
import { accountSchema, foundingSchema } from './register-welcome.ts';
import { linkFields } from './reset-routes.ts';
import { sessionIn } from './session-in.ts';

export type WelcomeRouteParts = Readonly<{
  setUp: (founding: Founding) => Promise<Founded>;
  accept: (given: Acceptance) => Promise<{ personId: string }>;
  invite: (personId: string, madeBy: string, mayInvite: (personId: string) => Promise<unknown>) => Promise<PersonLink>;
  signOut: (context: LocalContext) => Promise<void>;
}>;

type Own = Route<LocalContext>;

const foundingRoutes = (parts: WelcomeRouteParts): readonly Own[] => [
  localRoute({
    method: 'POST',
    path: '/v1/set-up',
    once: 'its-link',
    summary: {
      zh: '初始设置：建立工委、第一位工作人员及其账号',
      en: 'Set up: the committee, its first officer and the account',
    },
    tags: ['sign-in'],
    public: true,
    status: 201,
    refuses: [422],
    body: foundingSchema,
    answer: z.object({
      organizationId: id(),
      personId: id(),
      invitationPath: z.string().nullable().meta({
        description:
          '使用外部身份平台时：工作人员首次登录的地址 / With an external issuer: where the officer signs in for the first time',
      }),
    }),
    handle: async ({ body }) => parts.setUp(body),
  }),
  localRoute({
    method: 'POST',
    path: '/v1/sign-out',
    beforeSecondFactor: true,
    summary: { zh: '退出登录', en: 'Sign out' },
    tags: ['sign-in'],
    public: true,
    status: 204,
    answer: z.undefined(),
    handle: async (_input, context: LocalContext) => {
      await parts.signOut(context);
      return undefined;
    },
  }),
];

const invitationRoutes = (parts: WelcomeRouteParts): readonly Own[] => [
  localRoute({
    method: 'POST',
    path: '/v1/people/{personId}/sign-in-invitations',
    once: 'newest-counts',
    summary: {
      zh: '邀请人员开通账号（一次性链接，验证码由另一人告知本人）',
      en: 'Invite a person to sign in: a one-time link, whose code somebody else hands out',
    },
    tags: ['sign-in'],
    status: 201,
    params: z.strictObject({ personId: id() }),
    answer: z.object(linkFields).meta({ id: 'SignInInvitation' }),
    handle: async ({ params }, context: LocalContext, outlet) =>
      parts.invite(params.personId, sessionIn(context).personId, async (personId) =>
        outlet.call('membership', MembershipServiceService.getInvitee, { personId }),
      ),
  }),
  localRoute({
    method: 'POST',
    path: '/v1/invitations/{token}',
    once: 'its-link',
    summary: { zh: '接受邀请：设置登录名和密码', en: 'Accept an invitation: choose a login name and a password' },
    tags: ['sign-in'],
    public: true,
    status: 201,
    params: z.strictObject({ token: line(43) }),
    refuses: [422],
    body: accountSchema,
    answer: z.object({ personId: id() }),
    handle: async ({ params, body }) => parts.accept({ token: params.token, ...body }),
  }),
];

/** In and out: the set-up of an empty platform, invitations, the sign-out. */
export const welcomeRoutes = (parts: WelcomeRouteParts): readonly Own[] => [
  ...foundingRoutes(parts),
  ...invitationRoutes(parts),
];
