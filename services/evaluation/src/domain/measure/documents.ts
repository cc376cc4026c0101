import type { MeasureFact, OfValue } from './facts.ts';

/**
 * Who named the documents of a value, and which: of a fact that gave this value, or proposed another one. A document of many entries, such as
 * a file with all their values, is the office's alone: whoever is measured would read the others' values in it.
 */
export const documentsOf = (
  fact: MeasureFact,
  of: OfValue,
  isOffice: boolean,
): Readonly<{ namedBy: string; evidence: readonly string[] }> | undefined => {
  switch (fact.type) {
    case 'MeasuresRecorded.v1': {
      const { values, recordedBy, evidence } = fact.data;
      const gives = values.some(({ entryId, attempt }) => entryId === of.entryId && attempt === of.attempt);
      const alone = values.every(({ entryId }) => entryId === of.entryId);
      return gives && (alone || isOffice) ? { namedBy: recordedBy, evidence } : undefined;
    }
    case 'MeasureChanged.v1': {
      const { entryId, attempt, changedBy, proposedBy, evidence } = fact.data;
      // What two persons settled was named by the one who proposed it.
      const namedBy = proposedBy ?? changedBy;
      return entryId === of.entryId && attempt === of.attempt ? { namedBy, evidence } : undefined;
    }
    case 'ActProposed.v1': {
      const { terms, proposedBy } = fact.data;
      const isOf = terms.entryId === of.entryId && terms.attempt === of.attempt;
      return isOf ? { namedBy: proposedBy, evidence: terms.evidence } : undefined;
    }
    case 'ProposalRejected.v1':
      return undefined;
  }
};
