import { Readable } from 'node:stream';
import {
  CheckMeasureFormRequest,
  GetMeasureFormRequest,
  MeasureServiceService,
} from '@jiangong/contracts/jiangong/evaluation/v1/measure_service';
import { XLSX_MEDIA_TYPE } from '@jiangong/spreadsheets/xlsx';
import { z } from 'zod';
import { checkedForm, checkedFormOut, formQuery, measureSourceParams } from '../../routes/evaluation/measure-shapes.ts';
import { tags } from '../../routes/evaluation/shapes.ts';
import { localRoute, type Route } from '../../routes/route.ts';
import { savedAs } from './file-name.ts';
import type { LocalContext } from './register-routes.ts';
import { wholeSpreadsheet } from './whole-spreadsheet.ts';

const formIn = (format: 'xlsx' | 'csv') =>
  localRoute({
    method: 'POST',
    path: `/v1/rounds/{roundId}/measures/{sourceId}/check/${format}`,
    once: 'its-content',
    summary: {
      zh: `检查填好的实测数据登记表（${format}）：逐行检查，只报告，不登记`,
      en: `Check a filled in form of measured values (${format}) line by line: it is reported on, and nothing is recorded`,
    },
    tags,
    params: measureSourceParams,
    file: 'in',
    answer: checkedForm,
    handle: async ({ params }, { request }: LocalContext, outlet) => {
      const content = await wholeSpreadsheet(request.body);
      const asked = CheckMeasureFormRequest.fromPartial({ ...params, format, content });
      return checkedFormOut(await outlet.call('evaluation', MeasureServiceService.checkMeasureForm, asked));
    },
  });

/** The entries of a round as a file that a program for offices opens, and back. */
export const measureFormRoutes = (): readonly Route<LocalContext>[] => [
  localRoute({
    method: 'GET',
    path: '/v1/rounds/{roundId}/measures/{sourceId}/form.xlsx',
    summary: {
      zh: '下载实测数据登记表（xlsx）：各对象及已登记的数据（查阅留痕）',
      en: 'A form for the values of one measure as xlsx: the entries, with what is recorded; the reading is recorded',
    },
    tags,
    params: measureSourceParams,
    query: formQuery,
    file: 'out',
    mediaTypes: [XLSX_MEDIA_TYPE],
    answer: z.unknown(),
    handle: async ({ params, query }, { reply }: LocalContext, outlet) => {
      const asked = GetMeasureFormRequest.fromPartial({ ...params, part: query.part ?? 1 });
      const { content, name } = await outlet.call('evaluation', MeasureServiceService.getMeasureForm, asked);
      const file = { plain: `measure-${params.roundId}`, ending: '.xlsx', called: name };
      reply.header('content-type', XLSX_MEDIA_TYPE).header('content-length', String(content.length));
      reply.header('content-disposition', savedAs(file));
      return Readable.from([content], { objectMode: false });
    },
  }),
  formIn('xlsx'),
  formIn('csv'),
];
