import { Readable } from 'node:stream';
import {
  GetMySheetFormRequest,
  type GetMySheetFormResponse,
  type GetMySheetPaperResponse,
  GetMySheetPaperRequest,
  SheetServiceService,
  TakeMySheetFormRequest,
  type TakeMySheetFormResponse,
} from '@jiangong/contracts/jiangong/evaluation/v1/sheet_service';
import { MEDIA_TYPES } from '@jiangong/documents';
import { XLSX_MEDIA_TYPE } from '@jiangong/spreadsheets/xlsx';
import { z } from 'zod';
import { EdgeError } from '../../application/problem.ts';
import { nullsOf } from '../../routes/absent-texts.ts';
import { takenForm, takenFormOut } from '../../routes/evaluation/sheet-form-shapes.ts';
import { roundParams, tags } from '../../routes/evaluation/shapes.ts';
import { flagText } from '../../routes/fields.ts';
import { localRoute, type Route } from '../../routes/route.ts';
import { savedAs } from './file-name.ts';
import type { LocalContext } from './register-routes.ts';
import { wholeSpreadsheet } from './whole-spreadsheet.ts';

/** What is told of a form within a refusal says null where an answer says it. */
const withNulls = nullsOf(takenForm) as (told: ReturnType<typeof takenFormOut>) => ReturnType<typeof takenFormOut>;

/** A form that was to be saved and was not: what keeps it from it, cell by cell. */
const refuse = (taken: TakeMySheetFormResponse): void => {
  const { conflicts, faults, faultsTotal, formRevision, revision } = withNulls(takenFormOut(taken));
  if (taken.mismatch === 'round' || taken.mismatch === 'sheet')
    throw new EdgeError(taken.mismatch === 'round' ? 'SHEET_FORM_OF_ANOTHER_ROUND' : 'SHEET_FORM_OF_ANOTHER_SEAT');
  if (taken.mismatch === 'revision')
    throw new EdgeError('SHEET_FORM_OUTDATED', { details: { formRevision, revision, conflicts } });
  if (faultsTotal > 0)
    throw new EdgeError('SHEET_FORM_CELLS_WRONG', {
      details: { faultsTotal, faults },
      problems: taken.faults.map(({ cell, reason, zh, en }) => ({ field: cell, reason, zh, en })),
    });
};

const query = z.strictObject({
  dryRun: flagText().optional().meta({ description: '只检查，不保存 / It is only checked' }),
  clearEmpty: flagText().optional().meta({ description: '空格即撤回已有分值 / An empty cell takes its mark back' }),
});

const formIn = (format: 'xlsx' | 'csv', more: Readonly<{ replaces?: true }>) =>
  localRoute({
    ...more,
    method: 'POST',
    path: `/v1/rounds/{roundId}/sheet/${format}`,
    summary:
      format === 'xlsx'
        ? {
            zh: '上传填好的评分表（xlsx）：逐格检查，全部无误才保存',
            en: 'Hand in a filled in sheet (xlsx): checked cell by cell, saved when nothing is wrong with it. If-Match says which revision one has seen instead of the file’s own',
          }
        : {
            zh: '上传填好的评分表（csv，须带 If-Match）',
            en: 'Hand in a filled in sheet as csv, which does not say of which revision it is: If-Match does',
          },
    tags,
    params: roundParams,
    query,
    file: 'in',
    answer: takenForm,
    handle: async ({ params, query: asked }, { request }: LocalContext, outlet) => {
      const taken = await outlet.call(
        'evaluation',
        SheetServiceService.takeMySheetForm,
        TakeMySheetFormRequest.fromPartial({
          ...{ ...params, format, content: await wholeSpreadsheet(request.body) },
          dryRun: asked.dryRun ?? false,
          clearEmpty: asked.clearEmpty ?? false,
        }),
      );
      if (asked.dryRun !== true) refuse(taken);
      return takenFormOut(taken);
    },
  });

/** Hands out what was made for this request; it is kept nowhere. */
const madeOut = (
  { content, name, revision }: GetMySheetFormResponse | GetMySheetPaperResponse,
  { reply }: LocalContext,
  as: Readonly<{ mediaType: string; plain: string; ending: string }>,
): Readable => {
  reply.header('content-type', as.mediaType).header('content-length', String(content.length));
  reply.header('content-disposition', savedAs({ ...as, called: name })).header('etag', `"${revision}"`);
  return Readable.from([content], { objectMode: false });
};

const formsOut: readonly Route<LocalContext>[] = [
  localRoute({
    method: 'GET',
    path: '/v1/rounds/{roundId}/my-sheet.xlsx',
    summary: {
      zh: '下载本人评分表（xlsx）：应评对象、指标、满分、已存分值和备注',
      en: "One's own sheet as xlsx to fill in: the entries that one scores by the criteria, with what is saved and one's notes",
    },
    tags,
    params: roundParams,
    file: 'out',
    mediaTypes: [XLSX_MEDIA_TYPE],
    answer: z.unknown(),
    handle: async ({ params }, context: LocalContext, outlet) => {
      const request = GetMySheetFormRequest.fromPartial(params);
      const made = await outlet.call('evaluation', SheetServiceService.getMySheetForm, request);
      return madeOut(made, context, {
        ...{ mediaType: XLSX_MEDIA_TYPE, plain: `sheet-${params.roundId}`, ending: '.xlsx' },
      });
    },
  }),
  localRoute({
    method: 'GET',
    path: '/v1/rounds/{roundId}/my-sheet.pdf',
    summary: {
      zh: '打印本人评分表（PDF）：空白表、草稿，或提交后的密封凭证',
      en: "One's own sheet as PDF to print: blank, with the draft, or once submitted with the hash of what was sealed",
    },
    tags,
    params: roundParams,
    query: z.strictObject({
      blank: flagText()
        .optional()
        .meta({ description: '不带草稿分值，供手填 / Without the draft, to be filled in by hand' }),
    }),
    file: 'out',
    mediaTypes: [MEDIA_TYPES.pdf],
    answer: z.unknown(),
    handle: async ({ params, query: { blank } }, context: LocalContext, outlet) => {
      const request = GetMySheetPaperRequest.fromPartial({ ...params, blank: blank ?? false });
      const made = await outlet.call('evaluation', SheetServiceService.getMySheetPaper, request);
      return madeOut(made, context, {
        ...{ mediaType: MEDIA_TYPES.pdf, plain: `sheet-${params.roundId}`, ending: '.pdf' },
      });
    },
  }),
];

/** One's own sheet as a file that a program for offices opens, or a printer, and back. */
export const sheetFormRoutes = (): readonly Route<LocalContext>[] => [
  ...formsOut,
  formIn('xlsx', {}),
  formIn('csv', { replaces: true }),
];
