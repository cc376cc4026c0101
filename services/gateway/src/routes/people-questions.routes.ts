import { MembershipServiceService } from '@jiangong/contracts/jiangong/membership/v1/membership_service';
import {
  GetMeRequest,
  GetPeopleNamesRequest,
  GetCorrectionsRequest,
  GetPersonRequest,
  ListGrantsRequest,
  ListPeopleRequest,
} from '@jiangong/contracts/jiangong/membership/v1/questions';
import { z } from 'zod';
import { answerWords } from './answer-words.ts';
import { IDS_PATTERN, day, id, instant, word } from './fields.ts';
import { listAnswer, listOf, listOut, listQuery, words } from './lists.ts';
import { organizationRef, personRef } from './naming/index.ts';
import { route, type Route } from './route.ts';

/** Ids in one address; the service itself takes 200. */
const NAMES_MAX = 100;
const UUID_CHARS = 36;

const FACETS = ['stage'] as const;

const service = 'membership' as const;
const tags = ['people'];
const personParams = z.strictObject({ personId: id() });

const grant = z
  .object({
    grantId: id(),
    role: word(answerWords.role),
    organizationId: organizationRef(),
    from: instant(),
    grantedAt: instant(),
    until: instant().nullable(),
    grantedBy: personRef().nullable().meta({ description: '初始化时为空 / null at set-up' }),
    endedBecause: word(answerWords.endedBecause)
      .nullable()
      .meta({ description: '未提前终止的为空 / null unless it ended before its time' }),
  })
  .meta({ id: 'Grant' });

type GrantIn = { readonly until?: string | undefined; readonly grantedBy: string; readonly endedBecause: string };

const grantOut = <G extends GrantIn>(one: G) => ({
  ...one,
  endedBecause: one.endedBecause === '' ? null : one.endedBecause,
  until: one.until ?? null,
  grantedBy: one.grantedBy === '' ? null : one.grantedBy,
});

const personLine = z
  .object({
    personId: id(),
    organizationId: organizationRef(),
    name: z.string(),
    stage: word(answerWords.membershipStage),
    stageSince: day().nullable(),
    probationEndsOn: day().nullable(),
  })
  .meta({ id: 'PersonLine' });

const scheduledAct = z
  .object({
    actId: id(),
    act: word(answerWords.scheduledAct).meta({
      description: 'RecordExit（登记退出）或 MovePerson（调动） / RecordExit or MovePerson',
    }),
    effectiveOn: day(),
    kind: word(answerWords.exit).nullable(),
    organizationId: organizationRef().nullable(),
    keeps: z.array(id()),
    ends: z.array(id()),
  })
  .meta({ id: 'ScheduledAct' });

const correction = z
  .object({
    proposalId: id(),
    act: word(answerWords.correction),
    stage: word(answerWords.membershipStage).nullable(),
    since: day().nullable(),
    proposedBy: personRef(),
    role: word(answerWords.role),
    proposedAt: instant(),
    why: z.string(),
  })
  .meta({ id: 'CorrectionOfStage' });

const personRecord = z
  .object({
    ...personLine.shape,
    idNumber: z.string(),
    phone: z.string(),
    birthDate: day().nullable(),
    sex: word(answerWords.sex).nullable(),
    probationExtended: z.boolean(),
    grants: z.array(grant),
    corrections: z.array(correction),
    scheduled: scheduledAct
      .nullable()
      .meta({ description: '等待到期生效的退出或调动 / The exit or move that waits for its day' }),
    held: z.boolean(),
    erasureRequested: z.boolean(),
    erasureRequestedBy: personRef().nullable(),
    erasureWhy: z.string().nullable(),
    revision: z.number().int(),
  })
  .meta({ id: 'PersonRecord' });

/** Questions about people. */
export const peopleQuestions: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/me',
    summary: { zh: '查看本人', en: 'See who I am and what I may do' },
    tags,
    tellsLivePlace: true,
    answer: z.object({
      personId: id(),
      name: z.string(),
      organizationId: organizationRef(),
      stage: word(answerWords.membershipStage),
      grants: z.array(grant),
    }),
    call: {
      service,
      rpc: MembershipServiceService.getMe,
      request: () => GetMeRequest.fromPartial({}),
      respond: (me) => ({ ...me, grants: me.grants.map(grantOut) }),
    },
  }),
  route({
    method: 'GET',
    path: '/v1/people',
    summary: { zh: '列出人员', en: 'List the people of a subtree' },
    tags,
    query: z.strictObject({
      ...listQuery(['registered', 'stage', 'since']),
      organizationId: id(),
      stage: words(answerWords.membershipStage).optional(),
    }),
    answer: listAnswer(personLine, FACETS),
    call: {
      service,
      rpc: MembershipServiceService.listPeople,
      request: ({ query }) =>
        ListPeopleRequest.fromPartial({
          ...listOf(query),
          organizationId: query.organizationId,
          stage: query.stage ?? '',
        }),
      respond: (response) =>
        listOut(
          response.people.map((one) => ({ ...one, probationEndsOn: one.probationEndsOn ?? null })),
          response,
          FACETS,
        ),
    },
  }),
  route({
    method: 'GET',
    path: '/v1/people-names',
    summary: { zh: '按编号查询姓名', en: 'Names by ids, of those whom my grants reach' },
    tags,
    query: z.strictObject({
      ids: z
        .string()
        .max(NAMES_MAX * (UUID_CHARS + 1))
        .transform((text) => text.split(','))
        .pipe(z.array(id()).max(NAMES_MAX))
        .meta({
          type: 'string',
          pattern: IDS_PATTERN,
          description: '人员编号，以逗号分隔 / Person ids, separated by commas',
        }),
    }),
    answer: z.object({ names: z.array(z.object({ personId: id(), name: z.string() })) }),
    call: {
      service,
      rpc: MembershipServiceService.getPeopleNames,
      request: ({ query }) => GetPeopleNamesRequest.fromPartial({ personIds: query.ids }),
      respond: ({ names }) => ({ names: names.map((one) => ({ ...one })) }),
    },
  }),
  route({
    method: 'GET',
    path: '/v1/people/{personId}',
    summary: { zh: '查看完整档案（查阅留痕）', en: 'See a full record; the look-up is recorded' },
    tags,
    params: personParams,
    answer: personRecord,
    call: {
      service,
      rpc: MembershipServiceService.getPerson,
      request: ({ params }) => GetPersonRequest.fromPartial(params),
      respond: (one) => ({
        ...one,
        probationEndsOn: one.probationEndsOn ?? null,
        grants: one.grants.map(grantOut),
        corrections: one.corrections.map((proposed) => ({ ...proposed })),
        scheduled: one.scheduled
          ? { ...one.scheduled, keeps: [...one.scheduled.keeps], ends: [...one.scheduled.ends] }
          : null,
      }),
      revision: ({ revision }) => revision,
    },
  }),
  route({
    method: 'GET',
    path: '/v1/people/{personId}/corrections-of-stage',
    summary: {
      zh: '查看待办理的发展阶段更正（查阅留痕）',
      en: 'See what was proposed about a stage, and the stage that stands, to carry it out; the look-up is recorded',
    },
    tags,
    params: personParams,
    answer: z.object({
      personId: personRef(),
      stage: word(answerWords.membershipStage),
      stageSince: day().nullable(),
      corrections: z.array(correction),
    }),
    call: {
      service,
      rpc: MembershipServiceService.getCorrections,
      request: ({ params }) => GetCorrectionsRequest.fromPartial(params),
      respond: (one) => ({ ...one, corrections: one.corrections.map((proposed) => ({ ...proposed })) }),
    },
  }),
  route({
    method: 'GET',
    path: '/v1/people/{personId}/grants',
    summary: { zh: '查看授权（含已终止）', en: "List a person's grants, ended ones included" },
    tags,
    params: personParams,
    answer: z.object({ grants: z.array(grant) }),
    call: {
      service,
      rpc: MembershipServiceService.listGrants,
      request: ({ params }) => ListGrantsRequest.fromPartial(params),
      respond: ({ grants }) => ({ grants: grants.map(grantOut) }),
    },
  }),
];
