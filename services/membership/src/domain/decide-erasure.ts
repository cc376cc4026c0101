import type { ErasureRequested, ErasureWithdrawn, LegalHoldLifted, LegalHoldPlaced, PersonErased } from './facts.ts';
import type { ConfirmErasure, RequestErasure, SetLegalHold, WithdrawErasure } from './orders.ts';
import type { Registered } from './person.ts';
import { wrongReason } from './personal-data.ts';
import type { PersonRefusal } from './refusals.ts';

type Decision =
  | readonly (LegalHoldPlaced | LegalHoldLifted | ErasureRequested | ErasureWithdrawn | PersonErased)[]
  | PersonRefusal;

export const setLegalHold = ({ personId, held: heldNow }: Registered, { held, reason }: SetLegalHold): Decision => {
  const wrong = wrongReason(reason);
  if (wrong) return wrong;
  if (held === heldNow) return [];
  return [{ type: held ? 'LegalHoldPlaced.v1' : 'LegalHoldLifted.v1', data: { personId, prose: { why: reason } } }];
};

export const requestErasure = (person: Registered, { requestedBy, reason }: RequestErasure): Decision => {
  const { personId, held, erasure } = person;
  if (requestedBy === personId) return { reason: 'OWN_ERASURE', field: 'personId' };
  if (held) return { reason: 'LEGAL_HOLD' };
  if (erasure !== null) return { reason: 'ERASURE_REQUESTED_ALREADY' };
  const wrong = wrongReason(reason);
  if (wrong) return wrong;
  return [{ type: 'ErasureRequested.v1', data: { personId, requestedBy, prose: { why: reason } } }];
};

/** What was asked for and not yet confirmed is taken back, by whomever it was asked. */
export const withdrawErasure = (person: Registered, { withdrawnBy, reason }: WithdrawErasure): Decision => {
  const { personId, erasure } = person;
  if (erasure === null) return { reason: 'ERASURE_NOT_REQUESTED' };
  const wrong = wrongReason(reason);
  if (wrong) return wrong;
  return [{ type: 'ErasureWithdrawn.v1', data: { personId, withdrawnBy, prose: { why: reason } } }];
};

/** Erasing needs two persons, neither of them the one erased, and respects a legal hold (domain.md §8). */
export const confirmErasure = (person: Registered, { confirmedBy }: ConfirmErasure): Decision => {
  const { personId, held, erasure } = person;
  if (erasure === null) return { reason: 'ERASURE_NOT_REQUESTED' };
  if (confirmedBy === personId) return { reason: 'OWN_ERASURE', field: 'personId' };
  if (confirmedBy === erasure.requestedBy) return { reason: 'SECOND_PERSON_NEEDED' };
  if (held) return { reason: 'LEGAL_HOLD' };
  return [{ type: 'PersonErased.v1', data: { personId, requestedBy: erasure.requestedBy, confirmedBy } }];
};
