import type { Decider } from '@jiangong/event-store';
import { carryOutCorrection, proposeCorrection, rejectProposal } from './decide-correction.ts';
import { confirmErasure, requestErasure, setLegalHold, withdrawErasure } from './decide-erasure.ts';
import { recordExit } from './decide-exit.ts';
import { correct, type Decision, move, register, setUp } from './decide-person.ts';
import { grantRole, revokeRole } from './decide-roles.ts';
import { carryOutScheduled, withdrawScheduled } from './decide-scheduled.ts';
import { endSecondFactor, endSignIn, offerSignInReset, vouchForSignIn } from './decide-sign-in.ts';
import { changeStage } from './decide-stage.ts';
import type { PersonFact } from './facts.ts';
import type { PersonOrder, RegisterPerson, SetUpFirstOfficer } from './orders.ts';
import { absent, evolve, type Person, type Registered } from './person.ts';
import type { PersonRefusal } from './refusals.ts';

const decideFor = (person: Registered, order: Exclude<PersonOrder, SetUpFirstOfficer | RegisterPerson>): Decision => {
  switch (order.type) {
    case 'CorrectPerson':
      return correct(person, order);
    case 'MovePerson':
      return move(person, order);
    case 'ChangeStage':
      return changeStage(person, order);
    case 'RecordExit':
      return recordExit(person, order);
    case 'CarryOutScheduled':
      return carryOutScheduled(person, order);
    case 'WithdrawScheduled':
      return withdrawScheduled(person, order);
    case 'GrantRole':
      return grantRole(person, order);
    case 'RevokeRole':
      return revokeRole(person, order);
    case 'ProposeCorrection':
      return proposeCorrection(person, order);
    case 'CarryOutCorrection':
      return carryOutCorrection(person, order);
    case 'RejectProposal':
      return rejectProposal(person, order);
    case 'EndSignIn':
      return endSignIn(person, order);
    case 'OfferSignInReset':
      return offerSignInReset(person, order);
    case 'VouchForSignIn':
      return vouchForSignIn(person, order);
    case 'EndSecondFactor':
      return endSecondFactor(person, order);
    case 'SetLegalHold':
      return setLegalHold(person, order);
    case 'RequestErasure':
      return requestErasure(person, order);
    case 'WithdrawErasure':
      return withdrawErasure(person, order);
    case 'ConfirmErasure':
      return confirmErasure(person, order);
  }
};

const decide = (person: Person, order: PersonOrder): Decision => {
  if (order.type === 'SetUpFirstOfficer') return setUp(person, order);
  if (order.type === 'RegisterPerson') return register(person, order);
  if (person.kind === 'absent') return { reason: 'PERSON_NOT_FOUND', field: 'personId' };
  if (person.kind === 'erased') return { reason: 'PERSON_ERASED', field: 'personId' };
  return decideFor(person, order);
};

/** One person: registration, personal data, place, stage of membership, roles, exit, corrections, erasure. */
export const personDecider: Decider<Person, PersonOrder, PersonFact, PersonRefusal> = {
  initial: absent,
  evolve,
  decide,
};
