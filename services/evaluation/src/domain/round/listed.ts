import { scoresNobody } from '@jiangong/scoring';
import type { PreparedRound } from './state.ts';

/** Whether nobody is scored in this round: a body chooses among its entries. */
export const isList = ({ tables, phase }: Pick<PreparedRound, 'tables' | 'phase'>): boolean =>
  tables.phases.some((one) => one.id === phase && scoresNobody(one));
