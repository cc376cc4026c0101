import type { PhaseTables } from '@jiangong/scoring';
import { phaseTablesOf } from '../src/index.ts';
import { compiledOf, templateOf } from './template-files.ts';

/** What computes, of a template's text. */
export const compileTables = (text: string): PhaseTables => {
  const tables = phaseTablesOf(compiledOf(templateOf(text)));
  if (tables === undefined) throw new Error('not every source of it is computed');
  return tables;
};
