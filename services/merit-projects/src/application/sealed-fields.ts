import type { SealedFields } from '@jiangong/privacy';
import type { UnitEditionFact } from '../domain/unit-edition/facts.ts';

/**
 * What stands encrypted in the log: why discipline inspection blocks and against whom, under a key of the edition's
 * inspection; who objects, what is said and answered, under a key of that objection. Destroying an objection's key erases the
 * objector without breaking the history.
 */
export const sealedFields = {
  'ProjectBlocked.v1': {
    opinions: ({ editionId }) => `discipline/${editionId}` as const,
    why: ({ editionId }) => `discipline/${editionId}` as const,
  },
  'ObjectionReceived.v1': {
    objectorName: ({ objectionId }) => `objection/${objectionId}` as const,
    objectorContact: ({ objectionId }) => `objection/${objectionId}` as const,
    statement: ({ objectionId }) => `objection/${objectionId}` as const,
  },
  'ObjectionSettled.v1': {
    answer: ({ objectionId }) => `objection/${objectionId}` as const,
  },
} as const satisfies SealedFields<UnitEditionFact>;
