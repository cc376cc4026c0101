import { describe, expect, it } from '@jest/globals';
import { type Reader, shownOf } from '../../../src/domain/checklist/shown.ts';
import {
  by,
  closePeriod,
  ground,
  listAfter,
  proposeAct,
  record,
  review,
  scoreSelf,
  type Who,
} from './example-checklist.ts';

const list = listAfter(
  by('organizer', record({ effectiveOn: '2021-09-10' })),
  by('publicist', record({ itemId: 'press', occurrenceId: 'o2' })),
  by('secretary', scoreSelf([250, 150])),
  by('organizer', review([200, 100])),
  by('acceptor', review([50], { itemId: 'press' })),
  by('organizer', closePeriod()),
  by('organizer', proposeAct({ act: 'WithdrawOccurrence', occurrenceId: 'o1', reason: 'not-established' })),
);
const shown = (who: Who, over: Partial<Reader> = {}) => {
  const { occurrences, marks, periods, proposals } = shownOf(list, { ground: ground(who), overseer: false, ...over });
  return {
    found: occurrences.map(({ itemId }) => itemId).join(' '),
    marked: marks.map(({ itemId, by: party }) => `${itemId}/${party}`).join(' '),
    closed: periods.length,
    proposed: proposals.length,
  };
};
const ALL = { found: 'meetings press', marked: 'team/self team/organizers press/acceptance', closed: 1 };

describe('who reads what of a list', () => {
  it('an office its own items, and no other office’s', () => {
    expect(shown('organizer')).toEqual({
      found: 'meetings',
      marked: 'team/self team/organizers',
      closed: 1,
      proposed: 1,
    });
    expect(shown('publicist')).toEqual({ found: 'press', marked: 'press/acceptance', closed: 1, proposed: 0 });
  });

  it('a party that reviews all items all of them', () => expect(shown('acceptor')).toEqual({ ...ALL, proposed: 1 }));

  it('whoever is judged everything that was found about him, but not what is only proposed', () => {
    expect(shown('secretary')).toEqual({ ...ALL, proposed: 0 });
    expect(shown('deputy')).toEqual({ ...ALL, proposed: 0 });
  });

  it('who oversees the round all of it', () =>
    expect(shown('nobody', { overseer: true })).toEqual({ ...ALL, proposed: 1 }));

  it('nobody else anything, but that a period is closed', () => {
    const nothing = { found: '', marked: '', closed: 1, proposed: 0 };
    expect(shown('nobody')).toEqual(nothing);
    expect(shown('elsewhere')).toEqual(nothing);
  });
});
