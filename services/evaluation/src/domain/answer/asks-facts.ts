import { phasesAfter } from '../round/later-phase.ts';
import type { RoundTables } from '../round/tables.ts';

/** Rules ask where something is decided: not over a phase that leads on to another. */
export const asksFacts = (tables: Pick<RoundTables, 'lookedUp' | 'phases'>, phase: string): boolean =>
  tables.lookedUp !== undefined && phasesAfter(tables, phase).length === 0;
