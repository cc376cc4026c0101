import type { FaultyCell, TakeMySheetFormResponse } from '@jiangong/contracts/jiangong/evaluation/v1/sheet_service';
import { z } from 'zod';
import type { AsSaid } from '../route.ts';
import { word } from '../fields.ts';
import { entryRef } from '../naming/index.ts';
import { receipt, receiptOut } from '../receipt.ts';
import { schemeWord } from './shapes.ts';

/** Why a cell can not be taken. */
export const cellFaultWord = word([
  'ENTRY_NOT_IN_ROUND',
  'SCORE_TWICE',
  'OWN_UNIT',
  'OWN_ENTRY',
  'RECUSED',
  'SCORE_OUT_OF_RANGE',
  'SCORE_TOO_FINE',
  'SCORE_NOT_A_BAND',
  'COLUMN_UNKNOWN',
  'COLUMN_TWICE',
  'ROW_WITHOUT_ENTRY',
  'CELL_NOT_A_NUMBER',
  'CELL_IS_FORMULA',
  'CELL_IS_DATE',
  'CELL_IS_PERCENT',
]).meta({ id: 'SheetCellFault' });

const faultyCell = z
  .object({
    cell: z.string().meta({ description: '单元格地址，如 F12 / Its address as the program shows it' }),
    reason: cellFaultWord,
    entryId: entryRef().nullable(),
    criterionId: schemeWord.nullable(),
    found: z.string().meta({ description: '其中的内容（至多 60 字） / What stands in it, cut at 60 characters' }),
    zh: z.string(),
    en: z.string(),
  })
  .meta({ id: 'FaultyCell' });

const mark = () =>
  z
    .number()
    .int()
    .nullable()
    .meta({ description: '百分之一分，或等级、档次的序号 / Hundredths of a point, or the ordinal of a band or level' });

const formConflict = z
  .object({ cell: z.string(), entryId: entryRef(), criterionId: schemeWord, inForm: mark(), saved: mark() })
  .meta({ id: 'SheetFormConflict' });

export const mismatchWord = word(['round', 'sheet', 'revision']).meta({ id: 'SheetFormMismatch' });

export const takenForm = z
  .object({
    saved: z.boolean(),
    given: z.number().int().meta({ description: '文件中的打分数 / Marks that the file holds' }),
    changed: z
      .number()
      .int()
      .meta({ description: '其中评分表里没有或不相同的 / Of them those that the sheet has not, or has otherwise' }),
    cleared: z.number().int().meta({ description: '被撤回的打分 / Marks that are taken back' }),
    emptyKept: z.number().int().meta({ description: '空白格（原有打分保留） / Empty cells whose marks stay' }),
    faults: z.array(faultyCell).meta({ description: '前 500 个有误的单元格 / The first 500 cells that are wrong' }),
    faultsTotal: z.number().int(),
    mismatch: mismatchWord.nullable().meta({
      description:
        '文件属于其他评分或他人，或此后已保存过会被其改动的打分 / The file is of another round, somebody else’s, or marks were saved since which it would change',
    }),
    conflicts: z
      .array(formConflict)
      .meta({ description: '此后已保存的前 500 个打分 / The first 500 marks that were saved since' }),
    formRevision: z.number().int(),
    revision: z.number().int(),
    receipt: receipt.nullable(),
  })
  .meta({ id: 'SheetFormTaken' });

const faultOut = ({ reason, entryId, criterionId, ...cell }: FaultyCell) => ({
  ...cell,
  reason,
  entryId,
  criterionId,
});

export const takenFormOut = ({
  receipt: given,
  mismatch,
  faults,
  conflicts,
  ...counts
}: TakeMySheetFormResponse): AsSaid<z.input<typeof takenForm>> => ({
  ...counts,
  mismatch: mismatch,
  faults: faults.map(faultOut),
  conflicts: conflicts.map(({ inForm, saved, ...cell }) => ({
    ...{ ...cell, inForm: inForm ?? null, saved: saved ?? null },
  })),
  receipt: given === undefined ? null : receiptOut(given),
});
