import type { Decider } from '@jiangong/event-store';
import { confirmErasure, requestErasure, setLegalHold } from './decide-erasure.ts';
import { correct, type Decision, move, register, setUp } from './decide-person.ts';
import { grantRole, revokeRole } from './decide-roles.ts';
import { changeStage } from './decide-stage.ts';
import type { PersonFact } from './facts.ts';
import type { PersonOrder } from './orders.ts';
import { absent, evolve, type Person } from './person.ts';
import type { PersonRefusal } from './refusals.ts';

const decide = (person: Person, order: PersonOrder): Decision => {
  if (order.kind === 'SetUpFirstOfficer') return setUp(person, order);
  if (order.kind === 'RegisterPerson') return register(person, order);
  if (person.kind === 'absent') return { reason: 'PERSON_NOT_FOUND', field: 'personId' };
  if (person.kind === 'erased') return { reason: 'PERSON_ERASED', field: 'personId' };
  switch (order.kind) {
    case 'CorrectPerson':
      return correct(person, order);
    case 'MovePerson':
      return move(person, order);
    case 'ChangeStage':
      return changeStage(person, order);
    case 'GrantRole':
      return grantRole(person, order);
    case 'RevokeRole':
      return revokeRole(person, order);
    case 'SetLegalHold':
      return setLegalHold(person, order);
    case 'RequestErasure':
      return requestErasure(person, order);
    case 'ConfirmErasure':
      return confirmErasure(person, order);
  }
};

/** One person: registration, personal data, place, stage of membership, roles, erasure. */
export const personDecider: Decider<Person, PersonOrder, PersonFact, PersonRefusal> = {
  initial: absent,
  evolve,
  decide,
};
