import type { GivenMeasure, MeasureFact, MeasureProposal, OfValue } from './facts.ts';

/** `given`: null where it was taken back; `changes`: how often it was changed since it was first recorded. */
export type Recorded = OfValue & Readonly<{ given: GivenMeasure | null; changes: number }>;

/** Something proposed, with the value that it would give. */
export type OpenProposal = MeasureProposal & Readonly<{ given: GivenMeasure | null }>;

/** What was recorded by one source in one round, by entry and attempt. Prose is no state. */
export type Measure = Readonly<{ values: ReadonlyMap<string, Recorded>; proposals: readonly OpenProposal[] }>;

export const BLANK: Measure = { values: new Map(), proposals: [] };

export const valueKey = ({ entryId, attempt }: OfValue): string => `${entryId}/${attempt}`;

export const valueAt = ({ values }: Measure, of: OfValue): Recorded | undefined => values.get(valueKey(of));

/** What stands; null where nothing was recorded, or it was taken back. */
export const givenAt = (measure: Measure, of: OfValue): GivenMeasure | null => valueAt(measure, of)?.given ?? null;

export const isSameGiven = (one: GivenMeasure | null, other: GivenMeasure | null): boolean =>
  one === null || other === null ? one === other : one.value === other.value && one.dayOf === other.dayOf;

const without = ({ proposals }: Measure, proposalId: string | null): readonly OpenProposal[] =>
  proposals.filter((one) => one.proposalId !== proposalId);

export const evolveMeasure = (measure: Measure, fact: MeasureFact): Measure => {
  switch (fact.type) {
    case 'MeasuresRecorded.v1': {
      const values = new Map(measure.values);
      for (const [at, of] of fact.data.values.entries())
        values.set(valueKey(of), {
          ...{ ...of, given: fact.data.given[at] ?? null },
          changes: valueAt(measure, of)?.changes ?? 0,
        });
      return { ...measure, values };
    }
    case 'MeasuresComputed.v1': {
      const values = new Map(measure.values);
      for (const [at, of] of fact.data.values.entries()) {
        const { value = null, dayOf = '' } = fact.data.given[at] ?? {};
        const given = value === null ? null : { value, dayOf };
        values.set(valueKey(of), { ...of, given, changes: valueAt(measure, of)?.changes ?? 0 });
      }
      return { ...measure, values };
    }
    case 'MeasureChanged.v1': {
      const { entryId, attempt, given, proposalId } = fact.data;
      const of = { entryId, attempt };
      const values = new Map(measure.values);
      values.set(valueKey(of), { ...of, given, changes: (valueAt(measure, of)?.changes ?? 0) + 1 });
      return { values, proposals: without(measure, proposalId) };
    }
    case 'ActProposed.v1': {
      const { proposalId, act, proposedBy, role, proposedAt, terms, given } = fact.data;
      return {
        ...measure,
        proposals: [...measure.proposals, { proposalId, act, proposedBy, role, proposedAt, terms, given }],
      };
    }
    case 'ProposalRejected.v1':
      return { ...measure, proposals: without(measure, fact.data.proposalId) };
  }
};
