import { ROLES } from '@jiangong/access';
import { ListRoleHoldersRequest, type RoleHolder } from '@jiangong/contracts/jiangong/membership/v1/questions';
import { MembershipServiceService } from '@jiangong/contracts/jiangong/membership/v1/membership_service';
import { z } from 'zod';
import { answerWords } from './answer-words.ts';
import { wordList } from './lists.ts';
import { organizationRef, personRef } from './naming/index.ts';
import { flagText, id, instant, pageAnswer, pageOf, pageOut, pageQuery, word } from './fields.ts';
import { route, type Route, type AsSaid } from './route.ts';

const STATES = ['ahead', 'in-force', 'ended'] as const;

const roleHolder = z
  .object({
    grantId: id(),
    personId: personRef(),
    role: word(ROLES),
    organizationId: organizationRef(),
    from: instant(),
    until: instant().nullable().meta({
      description:
        '不再有效的第一时刻；空：直至收回 / The first instant at which it no longer counts; null: until revoked',
    }),
    state: word(STATES),
    endedBecause: word(answerWords.endedBecause)
      .nullable()
      .meta({ description: '提前终止的原因词；未提前终止的为空 / A word, where it ended before its time' }),
  })
  .meta({ id: 'RoleHolder' });

const holderOut = ({ until, endedBecause, role, state, ...rest }: RoleHolder): AsSaid<z.input<typeof roleHolder>> => ({
  ...rest,
  role,
  state,
  until,
  endedBecause,
});

/** Who holds which role where, seen from the organization. */
export const roleHolderRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/organizations/{organizationId}/roles',
    summary: {
      zh: '查看该组织（可含下级）的任职授权：何人、何角色、何时起止',
      en: 'Who holds which role over an organization, or over everything below it; ended ones on request',
    },
    tags: ['people'],
    params: z.strictObject({ organizationId: id() }),
    query: z.strictObject({
      ...pageQuery,
      subtree: flagText().optional(),
      ended: flagText().optional(),
      role: wordList(ROLES).optional(),
    }),
    answer: pageAnswer(roleHolder).extend({
      total: z.number().int(),
      facets: z.object({ role: z.partialRecord(word(ROLES), z.number().int()) }),
    }),
    call: {
      service: 'membership',
      rpc: MembershipServiceService.listRoleHolders,
      request: ({ params, query: { subtree = false, ended = false, role = [], ...page } }) =>
        ListRoleHoldersRequest.fromPartial({ ...params, ...pageOf(page), subtree, ended, roles: role }),
      respond: ({ holders, nextPageToken, total, roles }) => ({
        ...pageOut(holders.map(holderOut), nextPageToken),
        total,
        facets: { role: Object.fromEntries(roles.map(({ role, count }) => [role, count])) },
      }),
    },
  }),
];
