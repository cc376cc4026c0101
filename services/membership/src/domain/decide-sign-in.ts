import type { SecondFactorEnded, SignInEnded, SignInResetOffered, SignInVouchedFor } from './facts.ts';
import { ENDS_ALL } from './membership-stage.ts';
import type { EndSecondFactor, EndSignIn, OfferSignInReset, VouchForSignIn } from './orders.ts';
import type { Registered } from './person.ts';
import { wrongReason } from './personal-data.ts';
import type { PersonRefusal } from './refusals.ts';

/** Whether there is a way in, only the gateway knows; ending none is told all the same, and harms nobody. */
export const endSignIn = (
  { personId }: Registered,
  { endedBy, reason }: EndSignIn,
): readonly SignInEnded[] | PersonRefusal =>
  wrongReason(reason) ?? [{ type: 'SignInEnded.v1', data: { personId, endedBy, prose: { why: reason } } }];

/** Always another person's, and of somebody who may still come in. */
const ofAnother = ({ personId, membership }: Registered, by: string): PersonRefusal | undefined => {
  if (by === personId) return { reason: 'OWN_SIGN_IN', field: 'personId' };
  const { stage } = membership;
  return ENDS_ALL.includes(stage) ? { reason: 'PERSON_EXITED', field: 'personId', details: { stage } } : undefined;
};

export const offerSignInReset = (
  person: Registered,
  { offeredBy, reason }: OfferSignInReset,
): readonly SignInResetOffered[] | PersonRefusal =>
  ofAnother(person, offeredBy) ??
  wrongReason(reason) ?? [
    { type: 'SignInResetOffered.v1', data: { personId: person.personId, offeredBy, prose: { why: reason } } },
  ];

export const vouchForSignIn = (
  person: Registered,
  { vouchedBy }: VouchForSignIn,
): readonly SignInVouchedFor[] | PersonRefusal =>
  ofAnother(person, vouchedBy) ?? [{ type: 'SignInVouchedFor.v1', data: { personId: person.personId, vouchedBy } }];

export const endSecondFactor = (
  person: Registered,
  { endedBy, reason }: EndSecondFactor,
): readonly SecondFactorEnded[] | PersonRefusal =>
  ofAnother(person, endedBy) ??
  wrongReason(reason) ?? [
    { type: 'SecondFactorEnded.v1', data: { personId: person.personId, endedBy, prose: { why: reason } } },
  ];
