import type { ReadSheet } from '@jiangong/spreadsheets';
import { ORIGIN_SHEET, ORIGIN_WORDS } from './form-layout.ts';

/** Where the form says that it comes from; what it does not say is empty, or -1. */
export type FormOrigin = Readonly<{ roundId: string; sheetId: string; revision: number }>;

/** What the hidden sheet says; undefined where there is none, as in csv. */
export const originOf = (sheets: readonly ReadSheet[]): FormOrigin | undefined => {
  const cells = sheets.find(({ name }) => name === ORIGIN_SHEET)?.cells;
  if (cells === undefined) return undefined;
  const said = (word: string): string => {
    const row = cells.find(({ column, text }) => column === 1 && text === word)?.row;
    return cells.find((cell) => cell.row === row && cell.column === 2)?.text ?? '';
  };
  const revision = said(ORIGIN_WORDS.revision);
  return {
    roundId: said(ORIGIN_WORDS.round),
    sheetId: said(ORIGIN_WORDS.sheet),
    revision: /^(?:-1|\d{1,9})$/u.test(revision) ? Number(revision) : -1,
  };
};
