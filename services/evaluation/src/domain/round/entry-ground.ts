import { inScope } from './may-score.ts';
import type { Candidate } from './holders.ts';
import { officeOf } from './offices.ts';
import { type Entry, isDecided, isUnsealed, type PreparedRound } from './state.ts';

/** Why nothing at all is written about an entry now, whatever the source of points. */
export type EntryHindrance =
  | 'ROUND_NOT_FOUND'
  | 'ROUND_NOT_OPEN'
  | 'ROUND_CLOSED'
  | 'ENTRY_NOT_IN_ROUND'
  | 'DECISION_TAKEN_ALREADY';

/** By what right somebody acts for a party. */
export type ActsFor = Readonly<{ party: string; grantId: string; organizationId: string }>;

/** The caller as he stands now towards one entry, and what is judged. */
export type EntryGround = Readonly<{
  personId: string;
  actsFor: readonly ActsFor[];
  /** Whether the caller is one of those who are judged, or acts for them. */
  isSubject: boolean;
  /** What is judged, and the level below the body that it belongs to. */
  subjectId: string;
  homeId: string;
  answerable: readonly string[];
}>;

export const nobodyIn = (personId: string): EntryGround => ({
  personId,
  actsFor: [],
  isSubject: false,
  subjectId: '',
  homeId: '',
  answerable: [],
});

/** Whether the round's window takes what one person writes. */
export const windowOf = (round: PreparedRound, now: string): EntryHindrance | null => {
  if (round.kind === 'prepared' || round.kind === 'frozen') return 'ROUND_NOT_OPEN';
  // What is reopened once somebody could have seen an aggregate takes sheets of the seats named, and nothing else (rule 7).
  return round.kind === 'open' && now < round.closesAt && !isUnsealed(round) ? null : 'ROUND_CLOSED';
};

/**
 * Whether the round's window takes a value that nobody has recorded yet. What evaluators gave on the stage may be shown by then: one after
 * the other is measured where they appear. From the first tally on it takes none.
 */
export const recordingWindowOf = (round: PreparedRound, now: string): EntryHindrance | null =>
  round.kind === 'open' && round.seed === null && now < round.closesAt ? null : windowOf(round, now);

/** Whether two persons may still correct something: that lasts until the decision. */
export const correctingOf = (round: PreparedRound): EntryHindrance | null => {
  if (round.kind === 'prepared' || round.kind === 'frozen') return 'ROUND_NOT_OPEN';
  if (round.kind === 'annulled') return 'ROUND_CLOSED';
  return isDecided(round) ? 'DECISION_TAKEN_ALREADY' : null;
};

/** Roles in which somebody answers for an organization that is judged. */
const STANDING_ROLES: readonly string[] = ['branch-secretary', 'unit-officer'];

type RoundParty = Readonly<{ id: string; role: string; scope: string }>;

/** Members of whom each speaks for himself. */
const isHimself = ({ role, scope }: RoundParty): boolean => role === 'member' && scope === 'own';

/** The parties of a round that can speak for what is judged. */
export const standingParties = (parties: readonly RoundParty[]): readonly string[] =>
  parties.filter((party) => STANDING_ROLES.includes(party.role) || isHimself(party)).map(({ id }) => id);

/** The parties of a round that somebody acts for, each by one of his grants; for an office within a party whoever belongs to the unit that it is. */
export const partiesOf = (round: PreparedRound, { grants, homeId }: Candidate): readonly ActsFor[] =>
  round.tables.parties.flatMap((party) => {
    const ofOffice = officeOf(round, party);
    if (ofOffice !== undefined && ofOffice !== homeId) return [];
    return grants
      .filter((grant) => grant.role === party.role && inScope(party, grant))
      .slice(0, 1)
      .map(({ grantId, organizationId }) => ({
        party: party.id,
        grantId,
        organizationId: ofOffice ?? organizationId,
      }));
  });

export const entryGroundOf = (round: PreparedRound, entry: Entry, person: Candidate): EntryGround => {
  const { personId, grants } = person;
  const { subject, nominatorId, homeId, answerable } = entry;
  // An organization speaks for itself; a project, a person or a work by whoever put it forward, but where each member speaks for himself.
  const isAlone = subject.kind === 'person' && round.tables.parties.some(isHimself);
  const standsAt = subject.kind === 'organization' ? subject.id : nominatorId;
  return {
    personId,
    actsFor: partiesOf(round, person),
    isSubject:
      answerable.includes(personId) ||
      subject.id === personId ||
      (!isAlone &&
        grants.some(({ role, organizationId }) => STANDING_ROLES.includes(role) && organizationId === standsAt)),
    subjectId: subject.id,
    homeId,
    answerable,
  };
};
