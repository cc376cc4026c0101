import { GetDivisionRequest, RoundServiceService } from '@jiangong/contracts/jiangong/evaluation/v1/round_service';
import { z } from 'zod';
import { id, word } from '../fields.ts';
import { organizationRef } from '../naming/index.ts';
import { route, type Route } from '../route.ts';
import { roundParams, service, tags } from './shapes.ts';

const PART_STATUSES = ['tallied', 'decided', 'commended'] as const;
const statusWord = word(PART_STATUSES);

const part = z.object({
  partId: id().meta({
    description:
      '以此代替评分编号，办理本单位部分的会议纪要、决定、公示和通报 / In place of the round’s id it asks for minutes, decision, notice and circular of this part',
  }),
  unitId: organizationRef(),
  entries: z.number().int(),
  status: statusWord,
  minutesNumber: z.string().nullable().meta({ description: '未决定的为空 / null before a decision' }),
  documentNumber: z.string().nullable().meta({ description: '未通报的为空 / null before the circular' }),
});

/** The parts that units decide. */
export const partRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/rounds/{roundId}/parts',
    summary: {
      zh: '由各单位分别研究确定的部分：本人可查看的各单位',
      en: 'The parts that committees of units decide over, as far as the caller may read them; counts, never a mark',
    },
    tags,
    params: roundParams,
    answer: z.object({ parts: z.array(part) }),
    call: {
      service,
      rpc: RoundServiceService.getDivision,
      request: ({ params }) => GetDivisionRequest.fromPartial(params),
      respond: ({ parts }) => ({
        parts: parts.map(({ status, ...one }) => ({ ...one, status: statusWord.parse(status) })),
      }),
    },
  }),
];
