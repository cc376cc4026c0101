import { decimalTextOf, hundredthsOf } from '../shape/word-forms.ts';
import type { Path } from '../tree.ts';
import { isReviewing, phaseOfStage } from '../round-stages.ts';
import { type Checked, partyOfOffice, stagesOf } from './checked.ts';

/** Acts in which a source of a kind is filled. */
export const FILLING_ACTS = {
  panel: ['score'],
  checklist: ['check', 'review', 'recheck', 'score'],
  ballot: ['vote', 'meet'],
  measure: ['score', 'check', 'recheck', 'review'],
} as const;

export const sumOf = (points: readonly string[]): number => points.reduce((sum, one) => sum + hundredthsOf(one), 0);

export const checkSum = (sum: number, total: string, path: Path, { faults }: Checked): void => {
  if (sum !== hundredthsOf(total)) faults.add('TOTAL_DIFFERS', path, { sum: decimalTextOf(sum), total });
};

/**
 * Somebody who can be named as an owner, and who acts in one of these acts (any, where none are given): in time. A review of what was handed
 * in, or a re-check of an honour, is behind the result, and whoever acts in such a stage alone fills nothing.
 */
export const checkFiller = (
  office: string,
  path: Path,
  acts: readonly string[] | undefined,
  checked: Checked,
): void => {
  const { template, faults } = checked;
  const party = partyOfOffice(template, office);
  if (party === undefined) faults.add('OWNER_UNKNOWN', path, { given: office });
  else if (
    stagesOf(template, party, acts).every((stage) => isReviewing(stage) && phaseOfStage(template, stage) === undefined)
  )
    faults.add('SOURCE_NOT_FILLED', path, { given: String(path[1]), by: office });
};
