import { GetRoundHistoryRequest } from '@jiangong/contracts/jiangong/evaluation/v1/rounds';
import { RoundServiceService } from '@jiangong/contracts/jiangong/evaluation/v1/round_service';
import type { HistoryItem } from '@jiangong/contracts/jiangong/history/v1/history';
import { MembershipServiceService } from '@jiangong/contracts/jiangong/membership/v1/membership_service';
import { GetPersonHistoryRequest } from '@jiangong/contracts/jiangong/membership/v1/questions';
import { MeritProjectsServiceService } from '@jiangong/contracts/jiangong/merit_projects/v1/merit_projects_service';
import { GetEditionHistoryRequest, ListAmendmentsRequest } from '@jiangong/contracts/jiangong/merit_projects/v1/plans';
import { OrganizationsServiceService } from '@jiangong/contracts/jiangong/organizations/v1/organizations_service';
import { GetOrganizationHistoryRequest } from '@jiangong/contracts/jiangong/organizations/v1/questions';
import { z } from 'zod';
import { answerWords } from './answer-words.ts';
import { id, instant, pageAnswer, pageOf, pageOut, pageQuery, slug, word } from './fields.ts';
import { refBy } from './naming/index.ts';
import { route, type Route } from './route.ts';

const change = z
  .object({
    field: z.string().meta({
      description:
        'titleZh、opensOn、reviewList、parameters.quota 等 / titleZh, opensOn, reviewList, parameters.quota, …',
    }),
    stageId: slug().nullable(),
    before: z.string().nullable().meta({ description: '空：原无，或不告知 / null: there was none, or it is not told' }),
    after: z
      .string()
      .nullable()
      .meta({ description: '空：已无，或不告知 / null: there is none any more, or it is not told' }),
  })
  .meta({ id: 'HistoryChange' });

const item = z
  .object({
    eventId: id(),
    type: z.string().regex(/^[A-Z][A-Za-z]{0,63}$/u),
    occurredAt: instant(),
    actorKind: word(answerWords.actorKind),
    actorId: refBy('actorKind', { person: 'person' }).nullable().meta({
      description:
        '空：无此人，或不告知；纪检只告知角色 / null: nobody, or not told: of discipline inspection the role alone',
    }),
    actorRole: word(answerWords.role).nullable(),
    zh: z.string().meta({ description: '一句话说明发生了什么 / What happened, in one sentence' }),
    en: z.string().meta({ description: '同上（英文） / The same in English' }),
    aboutKind: word(['organization', 'person', 'entry']).nullable(),
    aboutId: refBy('aboutKind', { organization: 'organization', person: 'person', entry: 'entry' }).nullable(),
    changes: z.array(change),
    why: z.string().nullable(),
    revision: z.number().int().meta({ description: '在事件流中的次序，从 0 起 / Its place in the stream, from 0' }),
  })
  .meta({ id: 'HistoryItem' });

const itemOut = ({ actorId, actorRole, aboutKind, aboutId, why, changes, ...told }: HistoryItem) => ({
  ...told,
  ...{ actorId, actorRole, why },
  ...{ aboutKind, aboutId },
  changes: changes.map(({ field, stageId, before, after }) => ({
    ...{ field, stageId, before, after },
  })),
});

type Page = Readonly<{ items: readonly HistoryItem[]; nextPageToken: string }>;
const respond = ({ items, nextPageToken }: Page) => pageOut(items.map(itemOut), nextPageToken);

const asked = { method: 'GET', query: z.strictObject(pageQuery), answer: pageAnswer(item) } as const;

/** What happened to a thing, for whoever may read the thing; the oldest first. */
export const historyRoutes: readonly Route[] = [
  route({
    ...asked,
    path: '/v1/organizations/{organizationId}/history',
    summary: { zh: '组织的沿革', en: 'What happened to an organization, the oldest first' },
    tags: ['organizations'],
    params: z.strictObject({ organizationId: id() }),
    call: {
      service: 'organizations',
      rpc: OrganizationsServiceService.getOrganizationHistory,
      request: ({ params, query }) => GetOrganizationHistoryRequest.fromPartial({ ...params, ...pageOf(query) }),
      respond,
    },
  }),
  route({
    ...asked,
    path: '/v1/people/{personId}/history',
    summary: {
      zh: '人员档案的变更记录（查阅留痕）',
      en: 'What happened to a person’s record; the look-up is recorded',
    },
    tags: ['people'],
    params: z.strictObject({ personId: id() }),
    call: {
      service: 'membership',
      rpc: MembershipServiceService.getPersonHistory,
      request: ({ params, query }) => GetPersonHistoryRequest.fromPartial({ ...params, ...pageOf(query) }),
      respond,
    },
  }),
  route({
    ...asked,
    path: '/v1/editions/{editionId}/history',
    summary: { zh: '年度活动的经过', en: 'What happened to an edition, the oldest first' },
    tags: ['editions'],
    params: z.strictObject({ editionId: id() }),
    call: {
      service: 'merit-projects',
      rpc: MeritProjectsServiceService.getEditionHistory,
      request: ({ params, query }) => GetEditionHistoryRequest.fromPartial({ ...params, ...pageOf(query) }),
      respond,
    },
  }),
  route({
    ...asked,
    path: '/v1/editions/{editionId}/amendments',
    summary: {
      zh: '年度活动开设后的修改：谁、何时、由何改为何、理由',
      en: 'What was changed in an edition’s plan after its opening: by whom, when, from what to what, and why',
    },
    tags: ['editions'],
    params: z.strictObject({ editionId: id() }),
    call: {
      service: 'merit-projects',
      rpc: MeritProjectsServiceService.listAmendments,
      request: ({ params, query }) => ListAmendmentsRequest.fromPartial({ ...params, ...pageOf(query) }),
      respond,
    },
  }),
  route({
    ...asked,
    path: '/v1/rounds/{roundId}/history',
    summary: {
      zh: '评审轮次的经过（不含分数、名次与评委身份）',
      en: 'What happened to a round, the oldest first; no mark, no rank, and nobody who sits in it',
    },
    tags: ['rounds'],
    params: z.strictObject({ roundId: id() }),
    call: {
      service: 'evaluation',
      rpc: RoundServiceService.getRoundHistory,
      request: ({ params, query }) => GetRoundHistoryRequest.fromPartial({ ...params, ...pageOf(query) }),
      respond,
    },
  }),
];
