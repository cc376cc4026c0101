import { checklistItems, type ItemStory } from './count-checklist.ts';
import { layOut } from './lay-out.ts';
import type { PhaseInputs } from './phase-inputs.ts';
import type { PhaseTables } from './phase.ts';

/**
 * Every item of one entry in a row that takes a check-list, period by period: what its areas are made of. Computed from what the
 * result was computed from, one entry at a time: all of them would be a hundred times the result. Throws on inputs that give no result.
 */
export const explainChecklist = (
  tables: PhaseTables,
  phaseId: string,
  inputs: PhaseInputs,
  asked: Readonly<{ row: string; entryId: string }>,
): readonly ItemStory[] => {
  const phase = tables.phases.find(({ id }) => id === phaseId);
  const row = phase?.rows.find(({ id }) => id === asked.row);
  if (phase === undefined || row?.op !== 'take-checklist') throw new RangeError(`no check-list in row ${asked.row}`);
  const layout = layOut(tables, phase, inputs);
  const book = 'checks' in layout ? layout.checks.get(row.source) : undefined;
  if (book === undefined) throw new RangeError('these inputs give no result');
  return checklistItems(book, row, asked.entryId);
};
