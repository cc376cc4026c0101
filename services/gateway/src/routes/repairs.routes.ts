import {
  AuditServiceService,
  ListRepairsRequest,
  type Repair,
} from '@jiangong/contracts/jiangong/audit/v1/audit_service';
import { z } from 'zod';
import { partOfTree } from './audit-fields.ts';
import { changeWord } from './evaluation/shapes.ts';
import { actorOut, namedActor } from './event-actor.ts';
import { id, instant, line } from './fields.ts';
import { given } from './given.ts';
import { listAnswer, listOf, listOut, listQuery, words } from './lists.ts';
import { answerWords } from './answer-words.ts';
import { entryRef, personRef, roundRef } from './naming/index.ts';
import { route, type Route, serviceNames, type AsSaid } from './route.ts';

const KINDS = ['parked-retried', 'parked-skipped', 'result-recomputed', 'holidays-corrected', 'block-lifted'] as const;
const OUTCOMES = [
  ...['went-through', 'still-parked', 'given-up', 'not-told'],
  ...['result-changed', 'result-unchanged', 'in-force'],
] as const;

const parkedPlace = z
  .object({
    service: z.enum(serviceNames),
    reader: z.string(),
    stream: z.string(),
    position: z.number().int(),
    done: z
      .number()
      .int()
      .nullable()
      .meta({ description: '已处理的事件数；未告知的为空 / Events that went through; null when it was not told' }),
    left: z
      .number()
      .int()
      .nullable()
      .meta({ description: '当时该事件流中仍搁置的事件数 / Events of the stream that were still parked then' }),
  })
  .meta({ id: 'ParkedPlace', description: '读取停滞的位置 / Where a reader was held up' });

const repairRow = z
  .object({
    position: z.number().int(),
    eventId: id(),
    eventStream: z.string(),
    at: instant(),
    kind: z.enum(KINDS),
    actor: namedActor,
    proposedBy: personRef().nullable().meta({ description: '空：无须他人提出 / null: nobody had to propose it' }),
    outcome: z.enum(OUTCOMES).meta({
      description:
        'not-told：进程在答复前终止；in-force：更正或解除后的内容有效 / not-told: the process ended before it could say; in-force: what was corrected or lifted stands',
    }),
    reason: z.string().nullable().meta({
      description:
        '运维人员所写原文；已密封的、随提议或意见保存的为空 / As the operator wrote it; null for what is sealed and stands with the proposal or the opinion',
    }),
    because: z
      .array(changeWord)
      .meta({ description: '重新计算结果时：发生了哪些变动 / Of a result computed anew: what had moved' }),
    documentNumber: z
      .string()
      .nullable()
      .meta({ description: '据以办理的公示或意见 / Of the notice or opinion by which it was done' }),
    parked: parkedPlace.nullable(),
    roundId: roundRef().nullable(),
    entryId: entryRef().nullable(),
    standing: z
      .enum(answerWords.standing)
      .nullable()
      .meta({ description: '对象回到的阶段 / Where an entry stands again' }),
    year: z.number().int().nullable().meta({ description: '更正的是哪一年的节假日 / Whose holidays were corrected' }),
  })
  .meta({ id: 'RepairRow', description: '谁更正了什么、原因及结果 / Who put what right, why, and what came of it' });

const repairOut = ({ parked, ...repair }: Repair): AsSaid<z.input<typeof repairRow>> => ({
  ...repair,
  kind: repair.kind,
  actor: actorOut(repair.actor),
  proposedBy: repair.proposedBy,
  outcome: repair.outcome,
  reason: repair.reason,
  because: repair.because.map((change) => change),
  documentNumber: repair.documentNumber,
  parked:
    parked === undefined
      ? null
      : {
          ...parked,
          service: parked.service,
          done: parked.done ?? null,
          left: parked.left ?? null,
        },
  roundId: repair.roundId,
  entryId: repair.entryId,
  standing: repair.standing,
  year: repair.year ?? null,
});

const FACETS = ['kind', 'outcome'] as const;

const listRepairs = route({
  method: 'GET',
  path: '/v1/operations/repairs',
  summary: {
    zh: '人工修复记录',
    en: 'What was put right by hand: who, when, why, and what came of it',
  },
  tags: ['operations'],
  query: z.strictObject({
    ...listQuery(['at']),
    ...partOfTree,
    kind: words(KINDS).optional(),
    outcome: words(OUTCOMES).optional(),
    actorId: line(100).optional(),
    from: instant().optional(),
    before: instant().optional(),
  }),
  answer: listAnswer(repairRow, FACETS),
  call: {
    service: 'audit',
    rpc: AuditServiceService.listRepairs,
    request: ({ query: { pageSize, pageToken, q, sort, ...asked } }) =>
      ListRepairsRequest.fromPartial({ ...listOf({ pageSize, pageToken, q, sort }), ...given(asked) }),
    respond: (response) => listOut(response.repairs.map(repairOut), response, FACETS),
  },
});

/** The log of repairs. */
export const repairsRoutes: readonly Route[] = [listRepairs];
