import {
  AssignOfficeRequest,
  ChecklistServiceService,
  ListOfficesRequest,
} from '@jiangong/contracts/jiangong/evaluation/v1/checklist_service';
import { z } from 'zod';
import { id, word } from '../fields.ts';
import { organizationRef } from '../naming/index.ts';
import { accepted, receiptAnswer } from '../receipt.ts';
import { route, type Route } from '../route.ts';
import { roundParams, schemeWord, service, tags } from './shapes.ts';

const office = z
  .object({
    office: schemeWord,
    nameZh: z.string().nullable().meta({ description: '模板未命名的为空 / null where the template gives no name' }),
    nameEn: z.string().nullable(),
    organizationId: organizationRef().nullable(),
    areas: z.array(
      z.object({
        areaId: schemeWord,
        nameZh: z.string().nullable().meta({ description: '模板未命名的为空 / null where the template gives no name' }),
        nameEn: z.string().nullable(),
        items: z.number().int(),
      }),
    ),
    hindrance: word([
      'OFFICE_ASSIGNED_ALREADY',
      'SCORING_OVER',
      'DECISION_TAKEN_ALREADY',
      'CIRCULAR_ISSUED_ALREADY',
      'ROUND_ANNULLED',
    ])
      .meta({ id: 'OfficeHindrance' })
      .nullable()
      .meta({ description: '现在不能改的原因 / Why nothing else is said of it now' }),
  })
  .meta({ id: 'ChecklistOffice' });

const points = () => z.number().int().meta({ description: '单位：百分之一分 / In hundredths of a point' });
const redrawableItem = z
  .object({
    sourceId: schemeWord,
    itemId: schemeWord,
    nameZh: z.string().nullable(),
    nameEn: z.string().nullable(),
    areaZh: z.string().nullable(),
    areaEn: z.string().nullable(),
    points: points(),
    drawn: points(),
    fixed: z.boolean().meta({ description: '分值不能调整，只能不再考评 / Its points stay, or it is left out' }),
  })
  .meta({
    id: 'RedrawableItem',
    description: '本轮启动前可以调整的清单项目 / An item of a list that may be redrawn before the round opens',
  });

/** Offices within a party of the template: which unit each is, so that its people fill what it owns, and others mark its own entries. */
export const officeRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/rounds/{roundId}/offices',
    summary: {
      zh: '活动方案的成员单位、各自负责的内容及对应的单位',
      en: 'The offices that the template names, what each owns, and which unit it is',
    },
    tags,
    params: roundParams,
    answer: z.object({ items: z.array(office), redrawable: z.array(redrawableItem) }),
    call: {
      service,
      rpc: ChecklistServiceService.listOffices,
      request: ({ params }) => ListOfficesRequest.fromPartial(params),
      respond: ({ offices, redrawable }) => ({
        redrawable: redrawable.map((one) => ({ ...one })),
        items: offices.map((one) => ({ ...one, areas: one.areas.map((area) => ({ ...area })) })),
      }),
    },
  }),
  route({
    method: 'POST',
    path: '/v1/rounds/{roundId}/offices/{office}',
    once: 'its-content',
    summary: {
      zh: '指定成员单位（填报开始以前可以重新指定）',
      en: 'Say which unit an office is; said anew until the round is open',
    },
    tags,
    params: z.strictObject({ roundId: id(), office: schemeWord }),
    body: z.strictObject({ organizationId: id() }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: ChecklistServiceService.assignOffice,
      request: ({ params, body }) => AssignOfficeRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
];
