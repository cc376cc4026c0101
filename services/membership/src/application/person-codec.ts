import { fieldCodec, type KeyVault } from '@jiangong/privacy';
import type { PersonFact } from '../domain/facts.ts';
import { personKey } from './person-stream.ts';

const personal = { name: personKey, idNumber: personKey, phone: personKey, birthDate: personKey, sex: personKey };
/** What people type is free text: they write names into it. */
const prose = { prose: personKey };

/** Which fields of which facts are sealed under the person's key before they are stored. */
export const personCodec = (vault: KeyVault) =>
  fieldCodec<PersonFact>(vault, {
    'PersonRegistered.v1': personal,
    'PersonalDataCorrected.v1': { ...personal, ...prose },
    'PersonMoved.v1': prose,
    'ProbationExtended.v1': prose,
    'PersonExited.v1': prose,
    'RoleRevoked.v1': prose,
    'ActScheduled.v1': prose,
    'ScheduledActEnded.v1': prose,
    'ActProposed.v1': prose,
    'ProposalRejected.v1': prose,
    'SignInEnded.v1': prose,
    'SignInResetOffered.v1': prose,
    'SecondFactorEnded.v1': prose,
    'LegalHoldPlaced.v1': prose,
    'LegalHoldLifted.v1': prose,
    'ErasureRequested.v1': prose,
    'ErasureWithdrawn.v1': prose,
  });
