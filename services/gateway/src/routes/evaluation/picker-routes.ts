import { ROLES } from '@jiangong/access';
import {
  GetBodyRequest,
  GetCandidateIdsRequest,
  ListCandidatesRequest,
  PickerServiceService,
  type RoundCandidate,
} from '@jiangong/contracts/jiangong/evaluation/v1/picker_service';
import { soughtBy } from '@jiangong/wording';
import { isFoundBy } from '@jiangong/wording/search';
import { z } from 'zod';
import { day, flagText, id, slug, word } from '../fields.ts';
import { listAnswer, listOf, listOut, listQuery, templateWords, words } from '../lists.ts';
import { entryRef, organizationRef, personRef } from '../naming/index.ts';
import { peopleNames } from '../people-names.ts';
import { localRoute, route, type AsSaid, type Route, type RouteOutlet } from '../route.ts';
import { roundParams, service, tags } from './shapes.ts';

const STANDINGS = ['free', 'seated', 'seat-taken', 'without-organization'] as const;
const CAUSES = ['self', 'leader', 'home'] as const;
const FACETS = ['source', 'role', 'standing'] as const;

const candidate = z
  .object({
    personId: personRef(),
    homeId: organizationRef()
      .nullable()
      .meta({ description: '不属于任何单位的为空 / null for somebody outside every unit' }),
    sources: z
      .array(slug())
      .meta({ description: '其角色可担任席位的评分来源 / Sources of which a role entitles to a seat' }),
    roles: z.array(z.object({ role: word(ROLES), organizationId: organizationRef() })),
    standing: word(STANDINGS).meta({
      description:
        'seat-taken：该单位已有他人担任；without-organization：不属于有表决权的单位 / seat-taken: another sits for the unit; without-organization: belongs to no unit that has a vote',
    }),
    seatedSource: slug()
      .nullable()
      .meta({ description: '在本轮所任席位的来源；没有的为空 / Of the seat held in this round; null: none' }),
    otherSeats: z.number().int().meta({
      description:
        '另需填写的评分表：其他未结束评分中的席位 / Sheets to fill in elsewhere: seats in other rounds that are not over',
    }),
    ownUnitEntries: z
      .number()
      .int()
      .meta({ description: '本单位的对象，本人不评 / Entries of the own unit, which he would not score' }),
    ownEntries: z
      .number()
      .int()
      .meta({ description: '本人负责或本人参评的对象 / Entries that he answers for or is the subject of' }),
    declaredRecusals: z.number().int(),
  })
  .meta({ id: 'RoundCandidate' });

const candidateOut = ({ sources, roles, ...rest }: RoundCandidate): AsSaid<z.input<typeof candidate>> => ({
  ...rest,
  sources: [...sources],
  roles: roles.map((role) => ({ ...role })),
});

type Narrowed = Readonly<{ roundId: string; organizationId: string }>;

/** Whose name is looked for, among those who may be named at all: names are kept elsewhere than rounds. */
const soughtAmong = async (outlet: RouteOutlet, asked: Narrowed, q: string): Promise<readonly string[]> => {
  const request = GetCandidateIdsRequest.fromPartial(asked);
  const { personIds } = await outlet.call(service, PickerServiceService.getCandidateIds, request);
  const names = await peopleNames(outlet, personIds);
  const sought = soughtBy(q);
  return personIds.filter((personId) => isFoundBy([names.get(personId) ?? ''], sought));
};

const candidates: Route = localRoute({
  method: 'GET',
  path: '/v1/rounds/{roundId}/candidates',
  summary: {
    zh: '选择评委：按角色可任本次评委的人员，含在评数量、是否已入席、已知回避情形',
    en: 'Who may get a seat in a round: roles, seats held elsewhere, whether seated here, and which entries he would not score',
  },
  tags,
  params: roundParams,
  query: z.strictObject({
    ...listQuery(['seats', 'conflicts', 'registered']),
    organizationId: id()
      .meta({ description: '只列该组织及其下级的 / Only those of this organization and below it' })
      .optional(),
    source: templateWords().optional(),
    role: words(ROLES).optional(),
    standing: words(STANDINGS).optional(),
  }),
  answer: listAnswer(candidate, FACETS),
  handle: async ({ params: { roundId }, query }, _context, outlet) => {
    const { organizationId = '', q = '', source = '', role = '', standing = '' } = query;
    const among = q === '' ? [] : await soughtAmong(outlet, { roundId, organizationId }, q);
    const { q: _searched, ...asked } = listOf(query);
    const response = await outlet.call(
      service,
      PickerServiceService.listCandidates,
      ListCandidatesRequest.fromPartial({
        ...asked,
        ...{ roundId, organizationId, source, role, standing },
        searched: q !== '',
        among: [...among],
      }),
    );
    return listOut(response.candidates.map(candidateOut), response, FACETS);
  },
});

/** Whom a form may name: as evaluator of a round, and as present where it was decided. */
export const pickerRoutes: readonly Route[] = [
  candidates,
  route({
    method: 'GET',
    path: '/v1/rounds/{roundId}/body',
    summary: {
      zh: '会议纪要可列入的出席人员：某日决策机构的全体成员及其回避对象',
      en: 'Who may be named present in minutes, and attest them: the whole body on a day, with what each is recused from',
    },
    tags,
    params: roundParams,
    query: z.strictObject({
      meetingOn: day().meta({ description: '未指定的为今天 / Today unless told' }).optional(),
      superior: flagText().meta({ description: '上级工委的集体 / The body of the committee above' }).optional(),
    }),
    answer: z.object({
      committeeId: organizationRef(),
      meetingOn: day(),
      members: z.array(
        z.object({
          personId: personRef(),
          homeId: organizationRef()
            .nullable()
            .meta({ description: '属于工委本身的为空 / null: belongs to the committee itself' }),
          left: z
            .boolean()
            .meta({ description: '此后已离任；当日仍为成员 / Has left since: was one on that day all the same' }),
          recused: z.array(z.object({ entryId: entryRef(), cause: word(CAUSES) })),
        }),
      ),
    }),
    call: {
      service,
      rpc: PickerServiceService.getBody,
      request: ({ params, query: { meetingOn = '', superior = false } }) =>
        GetBodyRequest.fromPartial({ ...params, meetingOn, superior }),
      respond: ({ committeeId, meetingOn, members }) => ({
        committeeId,
        meetingOn,
        members: members.map(({ recused, ...member }) => ({ ...member, recused: recused.map((one) => ({ ...one })) })),
      }),
    },
  }),
];
