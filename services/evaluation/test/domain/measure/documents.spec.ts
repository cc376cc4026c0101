import { describe, expect, it } from '@jest/globals';
import { isOfOneEntry, namerOf } from '../../../src/domain/measure/documents.ts';
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
  it('was named by whoever recorded or changed the value, or proposed what was carried out', () => {
    expect(namerOf(recorded('e1', 'e2'), of, FIRST)).toBe('organizer');
    expect(namerOf(changed(null), of, LATER)).toBe('leader');
    expect(namerOf(changed('organizer'), of, LATER)).toBe('organizer');
    expect(namerOf(proposed, of, PROPOSED)).toBe('organizer');
  });

  it('of another entry or attempt, or with another hash, is none of it', () => {
    for (const other of [
      { entryId: 'e3', attempt: 1 },
      { entryId: 'e1', attempt: 2 },
    ])
      for (const fact of [recorded('e1'), changed(null), proposed])
        for (const hash of [FIRST, LATER, PROPOSED]) expect(namerOf(fact, other, hash)).toBeUndefined();
    expect(namerOf(recorded('e1'), of, LATER)).toBeUndefined();
  });

  it('of many entries is no document of one, also where a fact about one alone names it again', () => {
    expect(isOfOneEntry([recorded('e1')], FIRST)).toBe(true);
    expect(isOfOneEntry([recorded('e1', 'e2')], FIRST)).toBe(false);
    expect(isOfOneEntry([recorded('e2'), recorded('e1')], FIRST)).toBe(false);
    const again = { ...changed(null), data: { ...changed(null).data, evidence: [FIRST] } };
    expect(isOfOneEntry([recorded('e1', 'e2'), again], FIRST)).toBe(false);
    expect(isOfOneEntry([recorded('e1', 'e2'), changed(null), proposed], LATER)).toBe(true);
  });
});
