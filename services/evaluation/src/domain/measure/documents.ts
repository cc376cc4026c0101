import type { MeasureFact, OfValue } from './facts.ts';

/** What a fact names: whose documents, by whom, and for which values. */
type Named = Readonly<{ namedBy: string; evidence: readonly string[]; values: readonly OfValue[] }>;

const namedIn = (fact: MeasureFact): Named | undefined => {
  switch (fact.type) {
    case 'MeasuresRecorded.v1': {
      const { values, recordedBy, evidence } = fact.data;
      return { namedBy: recordedBy, evidence, values };
    }
    case 'MeasureChanged.v1': {
      const { entryId, attempt, changedBy, proposedBy, evidence } = fact.data;
      // What two persons settled was named by the one who proposed it.
      return { namedBy: proposedBy ?? changedBy, evidence, values: [{ entryId, attempt }] };
    }
    case 'ActProposed.v1': {
      const { terms, proposedBy } = fact.data;
      return { namedBy: proposedBy, evidence: terms.evidence, values: [terms] };
    }
    // What the platform counts names no documents.
    case 'MeasuresComputed.v1':
    case 'ProposalRejected.v1':
      return undefined;
  }
};

/** Who named a document for a value by this fact; undefined: nobody did. */
export const namerOf = (fact: MeasureFact, of: OfValue, sha256: string): string | undefined => {
  const named = namedIn(fact);
  const isOf = named?.values.some(({ entryId, attempt }) => entryId === of.entryId && attempt === of.attempt) ?? false;
  return isOf && named?.evidence.includes(sha256) ? named.namedBy : undefined;
};

/**
 * Whether a document was named for one entry alone, whichever facts named it. One of many entries, such as a file with all their values, is the
 * office's alone: whoever is measured would read the others' values in it.
 */
export const isOfOneEntry = (facts: readonly MeasureFact[], sha256: string): boolean => {
  const entryIds = facts.flatMap((fact) => {
    const named = namedIn(fact);
    return named?.evidence.includes(sha256) ? named.values.map(({ entryId }) => entryId) : [];
  });
  return new Set(entryIds).size <= 1;
};
