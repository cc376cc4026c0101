import { fieldCodec, type KeyVault } from '@jiangong/privacy';
import type { PersonFact } from '../domain/facts.ts';
import { personKey } from './person-stream.ts';

const personal = { name: personKey, idNumber: personKey, phone: personKey, birthDate: personKey, sex: personKey };
/** Reasons are free text: people write names into them. */
const reason = { reason: personKey };

/** Which fields of which facts are sealed under the person's key before they are stored. */
export const personCodec = (vault: KeyVault) =>
  fieldCodec<PersonFact>(vault, {
    'PersonRegistered.v1': personal,
    'PersonalDataCorrected.v1': { ...personal, ...reason },
    'PersonMoved.v1': reason,
    'ProbationExtended.v1': reason,
    'ProbationCancelled.v1': reason,
    'MembershipEnded.v1': reason,
    'RoleRevoked.v1': reason,
    'LegalHoldPlaced.v1': reason,
    'LegalHoldLifted.v1': reason,
    'ErasureRequested.v1': reason,
  });
