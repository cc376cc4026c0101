import { MeritProjectsServiceService as rpcs } from '@jiangong/contracts/jiangong/merit_projects/v1/merit_projects_service';
import {
  type LateNominator,
  ListLateNominatorsRequest,
  RemindNominatorsRequest,
  type RemindNominatorsResponse,
} from '@jiangong/contracts/jiangong/merit_projects/v1/reminders';
import { z } from 'zod';
import { answerWords } from '../answer-words.ts';
import { id, instant, word } from '../fields.ts';
import { listAnswer, listOf, listOut, listQuery, words } from '../lists.ts';
import { organizationRef } from '../naming/index.ts';
import { type AsSaid, route, type Route } from '../route.ts';
import * as shapes from './shapes.ts';

const tags = ['editions'];
const { service, editionParams } = shapes;
const count = () => z.number().int();

const lateUnit = z
  .object({
    nominatorId: organizationRef(),
    act: word(answerWords.remindedAct).meta({
      description:
        'plan：立项和确认；declare：申报；answer-return：退回后重新申报 / What is awaited: planning and confirming, declaring, or declaring again what was returned',
    }),
    waiting: count().meta({
      description: '待办的项目数；0：该单位尚无项目 / Its entries that wait for it; 0: it has none yet',
    }),
    dueAt: instant().meta({
      description: '不能再办理的第一时刻 / The first instant at which it is no longer possible',
    }),
    remindedAt: instant()
      .nullable()
      .meta({ description: '工作人员最近一次提醒的时间 / When an officer last reminded it of this' }),
    remindedTimes: count(),
  })
  .meta({ id: 'LateUnit' });

const lateUnitOut = (one: LateNominator): AsSaid<z.input<typeof lateUnit>> => ({ ...one });

const outcomeWords = [
  ...['reminded', 'would-be-reminded', 'not-awaited', 'reminded-lately', 'reminded-often', 'left-for-next'],
] as const;
const NOMINATORS_PER_REMINDER_MAX = 500;

const unitReminder = z
  .object({
    nominatorId: organizationRef(),
    outcome: word(outcomeWords).meta({
      description:
        'reminded：已提醒；否则为未提醒的原因：无须办理、今日已提醒、已提醒十次，或一次超过 500 个单位 / reminded; or why not: nothing is awaited, reminded today, reminded ten times, or beyond 500 in one order',
    }),
  })
  .meta({ id: 'UnitReminder' });

const reminderAnswer = z
  .object({ items: z.array(unitReminder), reached: count(), skipped: count() })
  .meta({ id: 'UnitReminderAnswer' });

const reminderOut = ({ outcomes }: RemindNominatorsResponse): AsSaid<z.input<typeof reminderAnswer>> => {
  const items = outcomes.map(({ nominatorId, outcome }) => ({ nominatorId, outcome }));
  const reached = items.filter(({ outcome }) => outcome === 'reminded' || outcome === 'would-be-reminded').length;
  return { items, reached, skipped: items.length - reached };
};

/** Units from which something is awaited, and the office's reminders to them. */
export const reminderRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/editions/{editionId}/late-units',
    summary: {
      zh: '尚未立项、申报或答复退回的单位，及最近一次提醒的时间',
      en: 'Units that have yet to plan, declare or answer a return while they still can, with when each was last reminded',
    },
    tags,
    params: editionParams,
    query: z.strictObject({
      ...listQuery(['due', 'name', 'reminded']),
      act: words(answerWords.remindedAct).optional(),
    }),
    answer: listAnswer(lateUnit, ['act']),
    call: {
      service,
      rpc: rpcs.listLateNominators,
      request: ({ params, query }) =>
        ListLateNominatorsRequest.fromPartial({ ...params, ...listOf(query), act: query.act ?? '' }),
      respond: (response) => listOut(response.nominators.map(lateUnitOut), response, ['act']),
    },
  }),
  route({
    method: 'POST',
    path: '/v1/editions/{editionId}/reminders',
    summary: {
      zh: '一键提醒尚未立项、申报或答复退回的单位（可先试运行；当天已提醒的不重复提醒）',
      en: 'Remind the units from which an act is awaited, all or chosen ones; dry run first if wanted',
    },
    tags,
    params: editionParams,
    body: z.strictObject({
      act: z.enum(answerWords.remindedAct),
      nominatorIds: z
        .array(id())
        .max(NOMINATORS_PER_REMINDER_MAX)
        .default([])
        .meta({ description: '指定的单位；未列的为全部未办单位 / Chosen units; empty: all from which it is awaited' }),
      dryRun: z
        .boolean()
        .default(false)
        .meta({ description: '仅告知将提醒哪些单位，不发送 / Only told whom it would reach; nobody is written to' }),
    }),
    answer: reminderAnswer,
    call: {
      service,
      rpc: rpcs.remindNominators,
      request: ({ params, body }) => RemindNominatorsRequest.fromPartial({ ...params, ...body }),
      respond: reminderOut,
      position: ({ position }) => position,
    },
  }),
];
