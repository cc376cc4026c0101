import type { HeldGrant } from './holders.ts';
import type { Entry, Seat } from './state.ts';
import type { Party, RoundTables, Seating } from './tables.ts';

/**
 * A unit never stands above a round's committee: its officers are superior to what is judged below it, as far as access lets them reach. What is
 * judged stands below the committee itself, too: its leaders, and those of the committee above, are superior to it.
 */
export const inScope = ({ role, scope }: Party, { stands }: HeldGrant): boolean => {
  if (scope === 'superior' && role === 'committee-leader') return stands !== 'elsewhere';
  if (scope === 'superior') return stands === (role === 'unit-officer' ? 'within' : 'above');
  return scope === 'line' ? stands !== 'elsewhere' : stands === 'within';
};

/** The grants that entitle to a seat of this source by the template's parties. */
export const entitlingGrants = (
  { parties }: RoundTables,
  { by }: Pick<Seating, 'by'>,
  grants: readonly HeldGrant[],
): readonly HeldGrant[] =>
  grants.filter((grant) =>
    parties.some((party) => by.includes(party.id) && party.role === grant.role && inScope(party, grant)),
  );

/** The one that is written down with the seat; undefined: there is none. */
export const entitlingGrant = (
  tables: RoundTables,
  seating: Seating,
  grants: readonly HeldGrant[],
): HeldGrant | undefined => entitlingGrants(tables, seating, grants)[0];

/** Why somebody does not score an entry by what he is. */
export type StructuralCause = 'own-unit' | 'own-entry';

/**
 * Nobody scores an entry that he answers for or is the subject of, nor, unless the template allows it, one of his own home:
 * the one he had when he was assigned, and the one he has when he submits.
 */
export const structuralCause = (
  seat: Pick<Seat, 'seatId' | 'personId' | 'homeId'>,
  own: Seating['own'],
  entry: Pick<Entry, 'homeId' | 'answerable' | 'subject'>,
  homeNow: string | null,
): StructuralCause | null => {
  const { personId, homeId } = seat;
  const isSubject = entry.subject.id === personId || entry.subject.id === seat.seatId;
  if (own === 'skip' && (entry.homeId === homeId || entry.homeId === homeNow)) return 'own-unit';
  return isSubject || entry.answerable.includes(personId) ? 'own-entry' : null;
};
