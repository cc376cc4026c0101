import { formOf } from '@jiangong/spreadsheets/form';
import { readCsv, readXlsx } from '@jiangong/spreadsheets/read';
import type { Workbooks } from '../../application/ports.ts';

export const workbooks: Workbooks = {
  write: formOf,
  read: async (format, bytes) => (format === 'csv' ? readCsv(bytes) : readXlsx(bytes)),
};
