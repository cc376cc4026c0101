import type { PersonalDataCorrected, PersonFact, Personal, PersonRegistered } from './facts.ts';
import type { MembershipStage } from './membership-stage.ts';
import type { Role } from './roles.ts';
import { evolveStage } from './evolve-stage.ts';

export type GrantHeld = Readonly<{
  grantId: string;
  role: Role;
  organizationId: string;
  grantedAt: string;
  until: string | null;
  grantedBy: string | null;
}>;

export type Registered = Readonly<{
  kind: 'registered';
  personId: string;
  organizationId: string;
  personal: Personal;
  membership: MembershipStage;
  /** Not revoked; the ended ones are still here. */
  grants: readonly GrantHeld[];
  held: boolean;
  erasureRequestedBy: string | null;
}>;

export type Person =
  | Readonly<{ kind: 'absent' }>
  | Registered
  | Readonly<{ kind: 'erased'; personId: string; organizationId: string }>;

export const absent: Person = { kind: 'absent' };

const registered = ({ data: { personId, organizationId, ...personal } }: PersonRegistered): Person => ({
  kind: 'registered',
  personId,
  organizationId,
  personal,
  membership: { stage: 'none' },
  grants: [],
  held: false,
  erasureRequestedBy: null,
});

const corrected = (
  person: Registered,
  { data: { personId: _personId, reason: _reason, ...changed } }: PersonalDataCorrected,
): Registered => ({
  ...person,
  personal: { ...person.personal, ...changed },
});

export const evolve = (person: Person, fact: PersonFact): Person => {
  if (fact.type === 'PersonRegistered.v1') return registered(fact);
  if (person.kind !== 'registered') throw new Error(`${fact.type} for a person who is ${person.kind}`);
  switch (fact.type) {
    case 'PersonalDataCorrected.v1':
      return corrected(person, fact);
    case 'PersonMoved.v1':
      return { ...person, organizationId: fact.data.organizationId };
    case 'RoleGranted.v1': {
      const { personId: _personId, ...grant } = fact.data;
      return { ...person, grants: [...person.grants, grant] };
    }
    case 'RoleRevoked.v1':
      return { ...person, grants: person.grants.filter(({ grantId }) => grantId !== fact.data.grantId) };
    case 'LegalHoldPlaced.v1':
      return { ...person, held: true };
    case 'LegalHoldLifted.v1':
      return { ...person, held: false };
    case 'ErasureRequested.v1':
      return { ...person, erasureRequestedBy: fact.data.requestedBy };
    case 'PersonErased.v1':
      return { kind: 'erased', personId: person.personId, organizationId: person.organizationId };
    default:
      return { ...person, membership: evolveStage(person.membership, fact) };
  }
};
