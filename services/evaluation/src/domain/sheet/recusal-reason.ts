import type { SheetRefusal } from './refusals.ts';
import type { RecusalCause } from './state.ts';

const REASONS = { 'own-unit': 'OWN_UNIT', 'own-entry': 'OWN_ENTRY', declared: 'RECUSED' } as const satisfies Record<
  RecusalCause,
  SheetRefusal['reason']
>;

/** Why somebody does nothing about an entry that he does not score. */
export const recusalReason = (cause: RecusalCause): (typeof REASONS)[RecusalCause] => REASONS[cause];
