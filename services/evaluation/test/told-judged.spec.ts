import { describe, expect, it } from '@jest/globals';
import { tellBonusFact, tellMeasureFact } from '../src/adapters/public-facts/tell-round-facts.ts';
import type { BonusFact } from '../src/domain/bonus/facts.ts';
import type { MeasureFact } from '../src/domain/measure/facts.ts';

const HASH = 'c'.repeat(64);
const round = { roundId: 'r', editionId: 'e' };
const ofBonus = { ...round, bonusId: 'b', entryId: 'p1', claimId: 'c1' };
const ofMeasure = { ...round, measureId: 'm', sourceId: 's' };
const verdict = { outcome: 'granted', levelId: null, points: 200, honourId: 'c1', reason: null } as const;
const alone = { proposalId: null, proposedBy: null };
const byTwo = { proposalId: 'q', proposedBy: 'officer' };
const decided = (second: typeof alone | typeof byTwo): BonusFact => ({
  type: 'ClaimDecided.v1',
  data: { ...ofBonus, ...second, verdict, decidedBy: 'officer', party: 'o', grantId: 'g', prose: null },
});
const reconsidered: BonusFact = {
  type: 'ClaimReconsidered.v1',
  data: { ...ofBonus, ...byTwo, verdict, because: 'decided-in-error', reconsideredBy: 'inspector', prose: 'SEALED' },
};
const claimed = (evidence: readonly string[]): BonusFact => ({
  type: 'BonusClaimed.v1',
  data: {
    ...{ ...ofBonus, sourceId: 's', itemId: 'i', levelId: null, points: 200, honour: '先进集体', honourId: 'c1' },
    ...{ achievedOn: '2021-07-01', evidence, claimedBy: 'secretary', prose: null },
  },
});
const recorded = (evidence: readonly string[]): MeasureFact => ({
  type: 'MeasuresRecorded.v1',
  data: {
    ...ofMeasure,
    values: [
      { entryId: 'p1', attempt: 1 },
      { entryId: 'p1', attempt: 2 },
      { entryId: 'p2', attempt: 1 },
    ],
    ...{ given: [], evidence, recordedBy: 'officer', party: 'o', grantId: 'g', prose: 'SEALED' },
  },
});
const changed = (second: typeof alone | typeof byTwo): MeasureFact => ({
  type: 'MeasureChanged.v1',
  data: {
    ...{ ...ofMeasure, ...second, entryId: 'p1', attempt: 1, asked: 'value', given: { value: 3, dayOf: '2021-07-01' } },
    ...{
      because: 'source-corrected',
      evidence: [HASH],
      changedBy: 'officer',
      party: 'o',
      grantId: 'g',
      prose: 'SEALED',
    },
  },
});

/** Each fact, and what is told of it: ids alone, of whom and which; never what, how much, why or by whom, but for what two persons did. */
const TOLD: readonly (readonly [string, readonly Readonly<{ type: string; data: unknown }>[], readonly string[]])[] = [
  ['a claim with a document', tellBonusFact(claimed([HASH])), ['EvidenceNamed roundId editionId entryIds evidence']],
  ['a claim without', tellBonusFact(claimed([])), []],
  ['a verdict', tellBonusFact(decided(alone)), ['ClaimDecided roundId editionId entryId claimId']],
  [
    'a verdict of two persons',
    tellBonusFact(decided(byTwo)),
    [
      'ClaimDecided roundId editionId entryId claimId',
      'ClaimSettled roundId editionId entryId claimId proposalId proposedBy',
    ],
  ],
  [
    'another verdict',
    tellBonusFact(reconsidered),
    [
      'ClaimReconsidered roundId editionId entryId claimId',
      'ClaimSettled roundId editionId entryId claimId proposalId proposedBy',
    ],
  ],
  [
    'values of a file',
    tellMeasureFact(recorded([HASH])),
    ['MeasuresRecorded roundId editionId measureId entryIds', 'EvidenceNamed roundId editionId entryIds evidence'],
  ],
  [
    'values without a document',
    tellMeasureFact(recorded([])),
    ['MeasuresRecorded roundId editionId measureId entryIds'],
  ],
  [
    'another value',
    tellMeasureFact(changed(alone)),
    ['MeasureChanged roundId editionId measureId entryId', 'EvidenceNamed roundId editionId entryIds evidence'],
  ],
  [
    'a value that two persons settled',
    tellMeasureFact(changed(byTwo)),
    [
      'MeasureChanged roundId editionId measureId entryId',
      'EvidenceNamed roundId editionId entryIds evidence',
      'MeasureSettled roundId editionId sourceId entryId proposalId proposedBy',
    ],
  ],
];

describe('what is told of claims and measured values', () => {
  it.each(TOLD)('of %s', (_name, told, expected) => {
    expect(told.map(({ type, data }) => [type, ...Object.keys(data as object)].join(' '))).toEqual(
      expected.map((line) => line.replace(/^(\w+)/u, 'evaluation.$1.v1')),
    );
  });

  it('an entry is named once, however many values it was given', () => {
    expect(tellMeasureFact(recorded([HASH])).map(({ data }) => (data as { entryIds: unknown }).entryIds)).toEqual([
      ['p1', 'p2'],
      ['p1', 'p2'],
    ]);
  });
});
