import { MeritProjectsServiceService as rpcs } from '@jiangong/contracts/jiangong/merit_projects/v1/merit_projects_service';
import {
  CountOnRollRequest,
  ExcludeFromRollRequest,
  IncludeInRollRequest,
  ListRollRequest,
  type ListRollResponse,
} from '@jiangong/contracts/jiangong/merit_projects/v1/rolls';
import { z } from 'zod';
import { answerWords } from '../answer-words.ts';
import { day, id, instant, slug, word } from '../fields.ts';
import { listAnswer, listOf, listOut, listQuery, words } from '../lists.ts';
import { entryRef, subjectRef } from '../naming/index.ts';
import { accepted, receiptAnswer } from '../receipt.ts';
import { type AsSaid, route, type Route } from '../route.ts';
import { needOut, needs } from './need-shapes.ts';
import * as shapes from './shapes.ts';

const tags = ['editions'];
const { service, editionParams } = shapes;
/** As many as may be counted of a roll. */
const COUNT_MAX = 20_000;
const FACETS = ['standing', 'cause'] as const;

/** No category: the units that entries can belong to. */
const track = () =>
  slug().nullable().meta({
    description:
      '类别；null：作为参评对象所在单位计数 / The category; null: counted as a unit that entries can belong to',
  });

const rolledSubject = z
  .object({
    track: track(),
    subjectKind: word(answerWords.rolledKind).meta({
      description: '组织，或人员名单上的人 / An organization, or a person on a list of people',
    }),
    subjectId: subjectRef(),
    entryId: entryRef().nullable().meta({
      description: '列册后的参评对象；无则为 null / Its entry, once it is listed; null: it has none',
    }),
    standing: word(answerWords.rollStanding).meta({ description: 'on：在册；off：不在册 / On the roll, or off it' }),
    cause: word(answerWords.rollCause).meta({
      description:
        'need-unmet：不符合参评条件（查得情况见 needs）；need-undecided：平台无法核实，请补入（符合）或剔除（不符合）；roll：名册日期当天在册；included：经办人补入；excluded：经办人剔除；founded-later：当天尚未成立；ended-before：当天已撤销；exited-before：当天前已去世或出党；left-office：当天前已离任；known-later、ended-by-now：列册后才得知当天应在册、不应在册，不自动更改 / Known not to meet a need (`needs` says what was found); not known to: put it on where it does, take it off where not; there on the day; put on; taken off; founded later; at its end by then; a person who had died or was no member any more; one who had left the office; known only after the listing to have been there, or not: nothing changes by itself',
    }),
    why: z.string().meta({ description: '补入或剔除的理由 / Why somebody put it on or took it off' }),
    needs: needs(),
  })
  .meta({ id: 'RolledSubject' });

const rollAnswer = listAnswer(rolledSubject, FACETS).extend({
  asOf: day().meta({ description: '名册日期 / The day as of which it is taken' }),
  listsAt: instant().meta({ description: '自动列册的时间 / From when on it is listed by itself' }),
  listed: z.boolean().meta({
    description: '是否已列册；否则为按目前所知的预览 / Whether it is listed; else a preview by what is known now',
  }),
  enters: z.boolean().meta({ description: '在册者是否全部参评 / Whether whoever stands on it enters' }),
  totals: z.array(
    z.object({
      track: track(),
      count: z.number().int().nullable().meta({
        description:
          '总数；null：经办人尚未填报，进入评分时仍未填报的，以获准参评的为准 / How many; null: the office has not counted them yet; if it never does, those who were let in are the whole',
      }),
      byOffice: z.boolean().meta({
        description: '不在组织树中，由经办人填报 / Nobody of it stands in a tree: the office counts them',
      }),
    }),
  ),
});

const orNull = (text: string): string | null => (text === '' ? null : text);

const rollOut = (response: ListRollResponse): AsSaid<z.input<typeof rollAnswer>> => ({
  ...listOut(
    response.subjects.map((one) => ({
      ...one,
      track: orNull(one.track),
      entryId: orNull(one.entryId),
      needs: one.needs.map(needOut),
    })),
    response,
    FACETS,
  ),
  ...{ asOf: response.asOf, listsAt: response.listsAt, listed: response.listed, enters: response.enters },
  totals: response.totals.map(({ track: of, count, byOffice, isCounted }) => ({
    ...{ track: orNull(of), count: isCounted ? count : null, byOffice },
  })),
});

const correction = z.strictObject({
  track: slug().optional().meta({
    description: '类别；不填：参评对象所在单位 / The category; left out: the units that entries can belong to',
  }),
  subjectId: id(),
  why: shapes.why(),
});

/** The roll of an edition: who enters by standing on it, or of whom shares are taken. */
export const rollRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/editions/{editionId}/roll',
    summary: {
      zh: '查看名册：谁在册、谁不在册及原因（列册前为预览）',
      en: 'Show who stands on the roll of an edition and who does not, and why; before its day as a preview',
    },
    tags,
    params: editionParams,
    query: z.strictObject({
      ...listQuery(['name', 'cause']),
      standing: words(answerWords.rollStanding).optional(),
      cause: words(answerWords.rollCause).optional(),
    }),
    answer: rollAnswer,
    call: {
      service,
      rpc: rpcs.listRoll,
      request: ({ params, query }) =>
        ListRollRequest.fromPartial({
          ...{ ...params, ...listOf(query) },
          ...{ standing: query.standing ?? '', cause: query.cause ?? '' },
        }),
      respond: rollOut,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/editions/{editionId}/roll/excluded',
    summary: {
      zh: '从名册剔除不应参评的组织（进入评分前）；人员名单须由两人办理移出',
      en: 'Take an organization off the roll that does not belong on it, until entries enter; from a list of people two take one off',
    },
    tags,
    params: editionParams,
    body: correction,
    answer: receiptAnswer,
    call: {
      service,
      rpc: rpcs.excludeFromRoll,
      request: ({ params, body }) =>
        ExcludeFromRollRequest.fromPartial({ ...params, ...body, track: body.track ?? '' }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/editions/{editionId}/roll/counted',
    summary: {
      zh: '填报或更正不在组织树中的类别的总数（进入评分前）',
      en: 'Say how many there are of a category of whom nobody stands in a tree, or put it right, until entries enter',
    },
    tags,
    params: editionParams,
    body: z.strictObject({
      track: slug(),
      count: z
        .number()
        .int()
        .min(1)
        .max(COUNT_MAX)
        .meta({ description: '名册日期当天的总数 / How many there are as of the day of the roll' }),
      why: shapes.why(),
    }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: rpcs.countOnRoll,
      request: ({ params, body }) => CountOnRollRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/editions/{editionId}/roll/included',
    summary: {
      zh: '把漏列或误剔的组织补入名册（进入评分前）',
      en: 'Put an organization on the roll that was forgotten or taken off in error, until entries enter',
    },
    tags,
    params: editionParams,
    body: correction,
    answer: receiptAnswer,
    call: {
      service,
      rpc: rpcs.includeInRoll,
      request: ({ params, body }) => IncludeInRollRequest.fromPartial({ ...params, ...body, track: body.track ?? '' }),
      respond: accepted,
    },
  }),
];
