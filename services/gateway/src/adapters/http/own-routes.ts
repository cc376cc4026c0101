import { Readable } from 'node:stream';
import { MeritProjectsServiceService } from '@jiangong/contracts/jiangong/merit_projects/v1/merit_projects_service';
import { MembershipServiceService } from '@jiangong/contracts/jiangong/membership/v1/membership_service';
import type { EvidenceStore } from '@jiangong/evidence';
import { z } from 'zod';
import type { Founded, Founding } from '../../application/founding.ts';
import type { Invitation } from '../../application/invite.ts';
import { EdgeError } from '../../application/problem.ts';
import { id, line, sha256 } from '../../routes/fields.ts';
import { receipt, receiptOut } from '../../routes/receipt.ts';
import { localRoute, type Route } from '../../routes/route.ts';
import { type OwnAccountParts, ownAccountRoutes } from './own-account-routes.ts';
import type { LocalContext } from './register-routes.ts';
import { foundingSchema, loginField, newPasswordField } from './register-welcome.ts';

export type OwnRouteParts = Readonly<{
  setUp: (founding: Founding) => Promise<Founded>;
  accept: (given: { token: string; login: string; password: string }) => Promise<{ personId: string }>;
  invite: (personId: string, mayInvite: (personId: string) => Promise<unknown>) => Promise<Invitation>;
  signOut: (context: LocalContext) => Promise<void>;
  evidence: EvidenceStore;
  account: OwnAccountParts;
}>;

type Own = Route<LocalContext>;

const welcomeRoutes = (parts: OwnRouteParts): readonly Own[] => [
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
    body: foundingSchema,
    answer: z.object({
      organizationId: z.string(),
      personId: z.string(),
      invitationPath: z
        .string()
        .nullable()
        .meta({ description: 'With an external issuer: where the officer signs in for the first time' }),
    }),
    handle: async ({ body }) => parts.setUp(body),
  }),
  localRoute({
    method: 'POST',
    path: '/v1/people/{personId}/sign-in-invitations',
    once: 'newest-counts',
    summary: { zh: '邀请人员开通账号（一次性链接）', en: 'Invite a person to sign in: a one-time link' },
    tags: ['sign-in'],
    status: 201,
    params: z.strictObject({ personId: id() }),
    answer: z.object({ path: z.string(), token: z.string(), expiresAt: z.string() }).meta({ id: 'SignInInvitation' }),
    handle: async ({ params }, _context: LocalContext, outlet) =>
      parts.invite(params.personId, async (personId) =>
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
    body: z.strictObject({ login: loginField(), password: newPasswordField() }),
    answer: z.object({ personId: z.string() }),
    handle: async ({ params, body }) => parts.accept({ token: params.token, ...body }),
  }),
  localRoute({
    method: 'POST',
    path: '/v1/sign-out',
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

const evidenceRoutes = (parts: OwnRouteParts): readonly Own[] => [
  localRoute({
    method: 'POST',
    path: '/v1/evidence',
    once: 'its-content',
    summary: {
      zh: '上传佐证材料（按内容寻址，类型由内容判定）',
      en: 'Upload an evidence file: addressed by content, typed by content',
    },
    tags: ['evidence'],
    status: 201,
    file: 'in',
    answer: z
      .object({ sha256: z.string(), bytes: z.number().int(), mediaType: z.string(), receipt })
      .meta({ id: 'EvidenceKept' }),
    handle: async (_input, context: LocalContext, outlet) => {
      const body: unknown = context.request.body;
      if (!(body instanceof Readable)) throw new EdgeError('CONTENT_TYPE_NOT_SUPPORTED');
      const taken = await parts.evidence.receive(body);
      if (taken.kind === 'refused') throw new EdgeError(taken.refusal.reason);
      const { sha256: hash, bytes, mediaType } = taken.evidence;
      try {
        const registered = await outlet.call('merit-projects', MeritProjectsServiceService.registerEvidence, {
          sha256: hash,
          bytes,
          mediaType,
        });
        await parts.evidence.keep(taken.evidence);
        return { sha256: hash, bytes, mediaType, receipt: receiptOut(registered.receipt) };
      } catch (error) {
        await parts.evidence.drop(taken.evidence);
        throw error;
      }
    },
  }),
  localRoute({
    method: 'GET',
    path: '/v1/evidence/{sha256}',
    summary: {
      zh: '读取某项目或某异议的佐证材料',
      en: 'Read an evidence file of an entry, or of an objection by those who settle it',
    },
    tags: ['evidence'],
    params: z.strictObject({ sha256: sha256() }),
    query: z.union([z.strictObject({ entryId: id() }), z.strictObject({ objectionId: id() })]),
    file: 'out',
    answer: z.unknown(),
    handle: async ({ params, query }, context: LocalContext, outlet) => {
      const known =
        'entryId' in query
          ? await outlet.call('merit-projects', MeritProjectsServiceService.getEvidence, { ...query, ...params })
          : await outlet.call('merit-projects', MeritProjectsServiceService.getObjectionEvidence, {
              ...query,
              ...params,
            });
      const content = await parts.evidence.open(params.sha256);
      if (content === undefined) throw new EdgeError('EVIDENCE_NOT_FOUND', { field: 'sha256' });
      context.reply.header('content-type', known.mediaType);
      context.reply.header('content-length', String(known.bytes));
      // Shown by nothing of ours: a file from outside is saved, not rendered with our authority.
      context.reply.header('content-disposition', `attachment; filename="${params.sha256.slice(0, 16)}"`);
      context.reply.header('content-security-policy', "sandbox; default-src 'none'");
      return Readable.from(content, { objectMode: false });
    },
  }),
];

/** The routes that the gateway answers itself. */
export const ownRoutes = (parts: OwnRouteParts): readonly Own[] => [
  ...welcomeRoutes(parts),
  ...ownAccountRoutes(parts.account),
  ...evidenceRoutes(parts),
];
