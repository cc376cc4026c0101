import type { RoundTables } from './tables.ts';

/** What fills a round: a body that chooses from the list of what was let in, voters, or whoever gives or records points. */
export type Filling = 'choice' | 'votes' | 'marks';

/**
 * By the rows of its phase: without rows nothing is counted and a body chooses; a phase that takes ballots and nothing else is voted on. A
 * ballot beside marks is a part of what is scored.
 */
export const filledBy = (tables: Pick<RoundTables, 'phases'>, phase: string): Filling => {
  const rows = tables.phases.find(({ id }) => id === phase)?.rows ?? [];
  if (rows.length === 0) return 'choice';
  const taken = rows.filter(({ op }) => op.startsWith('take-') || op === 'carry');
  return taken.every(({ op }) => op === 'take-ballot') ? 'votes' : 'marks';
};
