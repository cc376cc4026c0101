import { forgetSheets, keepsSheets, keptOf } from './kept-sheets.ts';

/** What another person left in this browser is nobody's here. By itself, without the rest of the sheet: every first view loads it. */
export const forgetOthers = async (personId: string): Promise<void> => {
  if (!(await keepsSheets())) return;
  const people = await keptOf();
  if ([...people].some((one) => one !== personId)) await forgetSheets();
};
