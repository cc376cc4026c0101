import { entitlingGrants, structuralCause } from './may-score.ts';
import type { Candidate, HeldGrant } from './holders.ts';
import { entriesIn, type PreparedRound, seatOf } from './state.ts';
import type { Seating } from './tables.ts';

/** What stands against a seat: nothing, the own seat, another's seat of the same unit, or no unit that could have the vote. */
export type CandidateStanding = 'free' | 'seated' | 'seat-taken' | 'without-organization';

export type CandidateSeen = Readonly<{
  personId: string;
  homeId: string | null;
  sources: readonly string[];
  roles: readonly Readonly<{ role: string; organizationId: string }>[];
  standing: CandidateStanding;
  seatedSource: string;
  ownUnitEntries: number;
  ownEntries: number;
  declaredRecusals: number;
}>;

/** Which roles entitle to a seat of any source. */
export const seatedRoles = ({ tables: { parties, seating } }: PreparedRound): readonly string[] => [
  ...new Set(parties.filter(({ id }) => seating.some(({ by }) => by.includes(id))).map(({ role }) => role)),
];

const standingOf = (
  round: PreparedRound,
  { personId, homeId }: Candidate,
  seating: readonly Seating[],
): CandidateStanding => {
  if (seatOf(round, personId) !== undefined) return 'seated';
  if (seating.some(({ vote }) => vote === 'person')) return 'free';
  if (homeId === null) return 'without-organization';
  return round.seats.some((seat) => seat.seatId === homeId && seat.held === 'held') ? 'seat-taken' : 'free';
};

/**
 * Somebody who may get a seat by the roles held now, with the entries of the round that he would not score; undefined: no role of his
 * entitles him. By the same rules as a seat is given and an entry kept from its evaluator.
 */
export const candidateIn = (round: PreparedRound, person: Candidate): CandidateSeen | undefined => {
  const { personId, homeId } = person;
  const { tables } = round;
  const entitled = tables.seating
    .map((seating) => ({ seating, grants: entitlingGrants(tables, seating, person.grants) }))
    .filter(({ grants }) => grants.length > 0);
  if (entitled.length === 0) return undefined;
  const seating = entitled.map((one) => one.seating);
  const roles = new Map<string, HeldGrant>();
  for (const grant of entitled.flatMap(({ grants }) => grants)) roles.set(grant.grantId, grant);
  // Where one of the sources lets the own unit's entries be scored there is a seat without that conflict.
  const own = seating.every((one) => one.own === 'skip') ? 'skip' : 'allow';
  const seat = {
    seatId: seating.every(({ vote }) => vote === 'organization') ? (homeId ?? personId) : personId,
    personId,
    homeId,
  };
  const causes = entriesIn(round).map((entry) => structuralCause(seat, own, entry, homeId));
  return {
    personId,
    homeId,
    sources: seating.map(({ sourceId }) => sourceId),
    roles: [...roles.values()].map(({ role, organizationId }) => ({ role, organizationId })),
    standing: standingOf(round, person, seating),
    seatedSource: seatOf(round, personId)?.sourceId ?? '',
    ownUnitEntries: causes.filter((cause) => cause === 'own-unit').length,
    ownEntries: causes.filter((cause) => cause === 'own-entry').length,
    declaredRecusals: round.recusals.filter((recusal) => recusal.personId === personId).length,
  };
};
