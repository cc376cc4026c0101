import type { EditionFact } from '../../src/domain/edition/facts.ts';
import type { OnRoll } from '../../src/domain/roll/facts.ts';
import { EDITION, editionFacts, termsOf } from './edition-sample.ts';

export const [A, B, C] = ['a', 'b', 'c'].map((digit) => `${digit.repeat(8)}-0000-4000-8000-${digit.repeat(12)}`) as [
  string,
  string,
  string,
];

/** Scoring opens on 1 December: the roll is of the day before. */
export const AS_OF = '2021-11-30';
export const LISTS_AT = '2021-11-29T16:00:00.000Z';
export const DUE = '2021-11-29T16:05:00.000Z';
export const AHEAD = '2021-11-20T02:00:00.000Z';
export const ENTERED = '2021-12-02T02:00:00.000Z';

export const rollAsked: EditionFact = {
  type: 'RollAsked.v1',
  data: {
    ...{ editionId: EDITION, asOf: AS_OF, listsAt: LISTS_AT, enters: true },
    wholes: [
      { trackId: 'project', kinds: ['unit'] },
      { trackId: null, kinds: ['unit'] },
    ],
  },
};
export const rolledTerms = termsOf([...editionFacts, rollAsked]);

export const on = (subjectId: string, trackId: string | null = 'project'): OnRoll => ({
  ...{ trackId, subjectId, nominatorId: subjectId, homeId: subjectId },
});
