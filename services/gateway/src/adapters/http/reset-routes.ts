import { MembershipServiceService } from '@jiangong/contracts/jiangong/membership/v1/membership_service';
import { isFoundBy, sortKeyOf } from '@jiangong/wording/search';
import { z } from 'zod';
import { personRef } from '../../routes/naming/index.ts';
import type { handOutCode } from '../../application/invite.ts';
import { CODE_BY } from '../../application/invite.ts';
import { EdgeError } from '../../application/problem.ts';
import type { askForReset, offerReset, openResetRequests, resetPassword } from '../../application/reset-password.ts';
import { id, instant, line, login, optionalLine, password, prose, word } from '../../routes/fields.ts';
import { listAnswer, listQuery } from '../../routes/lists.ts';
import { peopleNames } from '../../routes/people-names.ts';
import { receipt, receiptOut } from '../../routes/receipt.ts';
import { localRoute, type Route, type RouteOutlet } from '../../routes/route.ts';
import { refusalOf } from './answer-failure.ts';
import { heldPages } from './held-pages.ts';
import type { LocalContext } from './register-routes.ts';
import { sessionIn } from './session-in.ts';

export type ResetRouteParts = Readonly<{
  askForReset: ReturnType<typeof askForReset>;
  openResetRequests: ReturnType<typeof openResetRequests>;
  offerReset: ReturnType<typeof offerReset>;
  resetPassword: ReturnType<typeof resetPassword>;
  handOutCode: ReturnType<typeof handOutCode>;
}>;

type Own = Route<LocalContext>;

const tags = ['sign-in'];
const personParams = z.strictObject({ personId: id() });
const REASON_CHARS_MAX = 500;
const TOKEN_CHARS = 43;
export const CODE_CHARS_MAX = 20;

/** What every one-time link for a person is answered as. */
export const linkFields = {
  path: z.string(),
  token: z.string(),
  code: z.string().nullable().meta({
    description:
      '由他人转交时为空；仅在平台上无其他人可登录时向经办人显示 / Null wherever somebody else hands it out; shown to the maker only on a platform where nobody else can sign in',
  }),
  codeBy: word(CODE_BY).meta({
    description: '由谁把验证码交给本人；从不与链接同交 / Who hands the code to the person: never the link itself',
  }),
  expiresAt: instant(),
};

export const newPasswordSchema = z.strictObject({
  code: optionalLine(CODE_CHARS_MAX).optional(),
  password: password(),
});

const NOT_FOR_THE_CALLER = new Set([403, 404, 409]);

/** Whether membership lets the caller invite a person; a service that is away is no answer. */
const mayInvite = async (outlet: RouteOutlet, personId: string): Promise<boolean> => {
  try {
    await outlet.call('membership', MembershipServiceService.getInvitee, { personId });
    return true;
  } catch (error) {
    if (NOT_FOR_THE_CALLER.has(refusalOf(error)?.said.status ?? 0)) return false;
    throw error;
  }
};

const offerRoute = (parts: ResetRouteParts): Own =>
  localRoute({
    method: 'POST',
    path: '/v1/people/{personId}/sign-in-resets',
    once: 'newest-counts',
    summary: {
      zh: '为忘记密码的人员发放一次性重置链接（验证码由另一人告知本人）',
      en: 'Offer a person who lost the password a one-time link; its code is handed out by somebody else',
    },
    tags,
    status: 201,
    params: personParams,
    body: z.strictObject({ reason: prose(REASON_CHARS_MAX) }),
    answer: z.object({ ...linkFields, receipt }).meta({ id: 'SignInReset' }),
    handle: async ({ params, body }, context: LocalContext, outlet) => {
      const { offered, ...link } = await parts.offerReset(sessionIn(context), params.personId, {
        mayOffer: async () => outlet.call('membership', MembershipServiceService.getInvitee, params),
        offer: async () =>
          outlet.call('membership', MembershipServiceService.offerSignInReset, { ...params, reason: body.reason }),
      });
      return { ...link, receipt: receiptOut(offered.receipt) };
    },
  });

const codeRoute = (parts: ResetRouteParts): Own =>
  localRoute({
    method: 'POST',
    path: '/v1/people/{personId}/sign-in-code',
    once: 'its-link',
    summary: {
      zh: '取得某人一次性链接的验证码，当面或电话核实后告知本人（不能是发放链接的人；只显示一次）',
      en: 'Take the code of a person’s one-time link, to tell that person alone; not for who made the link, and shown once',
    },
    tags,
    status: 201,
    params: personParams,
    answer: z
      .object({ code: z.string(), purpose: word(['invitation', 'reset', 'set-up']), expiresAt: instant(), receipt })
      .meta({ id: 'SignInCode' }),
    handle: async ({ params }, context: LocalContext, outlet) => {
      const { vouched, ...code } = await parts.handOutCode(sessionIn(context), params.personId, async () =>
        outlet.call('membership', MembershipServiceService.vouchForSignIn, params),
      );
      return { ...code, receipt: receiptOut(vouched.receipt) };
    },
  });

const requestPages = heldPages('SignInResets', ['-asked', 'name']);

const openRequestsRoute = (parts: ResetRouteParts): Own =>
  localRoute({
    method: 'GET',
    path: '/v1/sign-in-resets',
    summary: {
      zh: '查看待办理的密码重置申请（本人管理范围内，最近 50 件）',
      en: 'Requests to reset a password that you may answer, of the newest 50',
    },
    tags,
    query: z.strictObject(listQuery(['asked', 'name'])),
    answer: listAnswer(z.object({ personId: personRef(), askedAt: instant() }).meta({ id: 'SignInResetRequest' }), []),
    handle: async ({ query }, _context: LocalContext, outlet) => {
      const asked = requestPages.asked(query);
      const open = await parts.openResetRequests(async (personId) => mayInvite(outlet, personId));
      // Names are asked for only where something depends on them; those in the answer come beside the ids.
      const byName = asked.search !== undefined || asked.sort.by === 'name';
      const names = await peopleNames(outlet, byName ? open.map(({ personId }) => personId) : []);
      const nameOf = (personId: string): string => names.get(personId) ?? '';
      const { search } = asked;
      const sought = search === undefined ? open : open.filter(({ personId }) => isFoundBy([nameOf(personId)], search));
      return requestPages.answered(
        sought.map(({ personId, askedAt }) => ({ personId, askedAt: new Date(askedAt).toISOString() })),
        {
          held: {
            idOf: ({ personId }) => personId,
            sorts: { asked: ({ askedAt }) => askedAt, name: ({ personId }) => sortKeyOf(nameOf(personId)) },
            facets: {},
          },
          ...{ asked, facets: [] },
        },
      );
    },
  });

const publicRoutes = (parts: ResetRouteParts): readonly Own[] => [
  localRoute({
    method: 'POST',
    path: '/v1/sign-in/forgotten',
    summary: {
      zh: '忘记密码：登记重置申请（无论登录名是否存在，答复相同）',
      en: 'A forgotten password: ask for a reset; the answer is the same whether the login exists',
    },
    tags,
    public: true,
    status: 202,
    body: z.strictObject({ login: login() }),
    answer: z.object({}),
    handle: async ({ body }, { request }: LocalContext) => {
      await parts.askForReset({ login: body.login, address: request.ip });
      return {};
    },
  }),
  localRoute({
    method: 'POST',
    path: '/v1/sign-in-resets/{token}',
    once: 'its-link',
    summary: {
      zh: '凭一次性链接和验证码设置新密码；此前的登录会话随即结束',
      en: 'Set a new password by link and code; earlier sessions end with it',
    },
    tags,
    public: true,
    status: 204,
    params: z.strictObject({ token: line(TOKEN_CHARS) }),
    refuses: [422],
    body: newPasswordSchema,
    answer: z.undefined(),
    handle: async ({ params, body }) => {
      await parts.resetPassword({ token: params.token, ...body });
      return undefined;
    },
  }),
];

/** A lost password, and the codes of one-time links. With an issuer outside, passwords are its matter. */
export const resetRoutes = (parts: ResetRouteParts): readonly Own[] => [
  offerRoute(parts),
  codeRoute(parts),
  openRequestsRoute(parts),
  ...publicRoutes(parts),
];

/** Passwords are not kept here: the routes say so. */
export const noPasswords = async (): Promise<never> => {
  throw new EdgeError('PASSWORD_NOT_HERE');
};
