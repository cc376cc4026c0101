import { describe, expect, it } from '@jest/globals';
import { documentsOf } from '../../../src/domain/measure/documents.ts';
import type { MeasureActProposed, MeasureChanged, MeasuresRecorded } from '../../../src/domain/measure/facts.ts';

const ids = { measureId: 'm', roundId: 'r', editionId: 'e', sourceId: 's' };
const [FIRST, LATER, PROPOSED] = ['a', 'b', 'c'].map((digit) => digit.repeat(64)) as [string, string, string];
const recorded = (...entryIds: readonly string[]): MeasuresRecorded => ({
  type: 'MeasuresRecorded.v1',
  data: {
    ...ids,
    values: entryIds.map((entryId) => ({ entryId, attempt: 1 })),
    given: [],
    ...{ evidence: [FIRST], recordedBy: 'organizer', party: 'organizers', grantId: 'g', prose: 'SEALED' },
  },
});
const changed = (proposedBy: string | null): MeasureChanged => ({
  type: 'MeasureChanged.v1',
  data: {
    ...{ ...ids, entryId: 'e1', attempt: 1, asked: 'value', given: null, because: 'recorded-in-error' },
    ...{ evidence: [LATER], changedBy: 'leader', party: null, grantId: null, prose: 'SEALED' },
    ...{ proposalId: proposedBy === null ? null : 'p', proposedBy },
  },
});
const proposed: MeasureActProposed = {
  type: 'ActProposed.v1',
  data: {
    ...{ ...ids, proposalId: 'p', act: 'SettleMeasure', proposedBy: 'organizer', role: 'committee-officer' },
    ...{ proposedAt: '2021-07-01T00:00:00.000Z', given: null, prose: 'SEALED' },
    terms: {
      ...{ act: 'SettleMeasure', entryId: 'e1', attempt: 1, asked: 'value', because: 'came-late' },
      evidence: [PROPOSED],
    },
  },
};
const of = { entryId: 'e1', attempt: 1 };

describe('a document of a measured value', () => {
  it('of one entry is opened by whoever is shown the value', () => {
    for (const isOffice of [true, false])
      expect(documentsOf(recorded('e1'), of, isOffice)).toEqual({ namedBy: 'organizer', evidence: [FIRST] });
  });

  it('of many entries is opened by the office that records alone: their values stand in it', () => {
    expect(documentsOf(recorded('e1', 'e2'), of, true)).toEqual({ namedBy: 'organizer', evidence: [FIRST] });
    expect(documentsOf(recorded('e1', 'e2'), of, false)).toBeUndefined();
  });

  it('was named by whoever changed the value, or proposed what was carried out', () => {
    expect(documentsOf(changed(null), of, false)).toEqual({ namedBy: 'leader', evidence: [LATER] });
    expect(documentsOf(changed('organizer'), of, false)).toEqual({ namedBy: 'organizer', evidence: [LATER] });
    expect(documentsOf(proposed, of, false)).toEqual({ namedBy: 'organizer', evidence: [PROPOSED] });
  });

  it('of another entry or attempt is none of it', () => {
    for (const other of [
      { entryId: 'e2', attempt: 1 },
      { entryId: 'e1', attempt: 2 },
    ])
      for (const fact of [recorded('e1'), changed(null), proposed])
        expect(documentsOf(fact, other, true)).toBeUndefined();
  });
});
