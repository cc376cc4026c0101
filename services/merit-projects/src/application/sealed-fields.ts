import type { KeyName, SealedFields } from '@jiangong/privacy';
import type { UnitEditionFact } from '../domain/unit-edition/facts.ts';

export const disciplineKey = ({ editionId }: Readonly<{ editionId: string }>): KeyName => `discipline/${editionId}`;
export const objectionKey = ({ objectionId }: Readonly<{ objectionId: string }>): KeyName => `objection/${objectionId}`;

/**
 * What stands encrypted in the log: why discipline inspection blocks and against whom, under a key of the edition's
 * inspection; who objects, what is said, shown and answered, under a key of that objection. Destroying an objection's key erases the
 * objector without breaking the history.
 */
export const sealedFields = {
  'EntryBlocked.v1': {
    opinions: disciplineKey,
    why: disciplineKey,
  },
  'ObjectionReceived.v1': {
    objectorName: objectionKey,
    objectorContact: objectionKey,
    statement: objectionKey,
    evidence: objectionKey,
  },
  'ObjectionSettled.v1': {
    answer: objectionKey,
  },
} as const satisfies SealedFields<UnitEditionFact>;
