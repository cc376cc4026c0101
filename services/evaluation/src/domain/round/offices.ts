import type { PreparedRound } from './state.ts';
import type { Party } from './tables.ts';

/** The offices within parties, by id. */
export const officesOf = ({ tables }: Pick<PreparedRound, 'tables'>): readonly string[] =>
  tables.parties.filter(({ office }) => office === true).map(({ id }) => id);

/** Nobody belongs to an office that is no organization yet. */
const NOWHERE = '';

/** The organization that an office is; undefined: the party is no office, and whoever holds its role acts for it. */
export const officeOf = ({ offices }: Pick<PreparedRound, 'offices'>, { id, office }: Party): string | undefined =>
  office === true ? (offices?.[id] ?? NOWHERE) : undefined;
