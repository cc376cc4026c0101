import { describe, expect, it } from '@jest/globals';
import { candidateIn, seatedRoles } from '../../../src/domain/round/candidates.ts';
import type { PreparedRound } from '../../../src/domain/round/state.ts';
import { after, assign, candidate, known, untilPrepared } from './example-round.ts';

const prepared = after(...untilPrepared) as PreparedRound;
const seated = after(...untilPrepared, assign('officer-a', 'expert-1')) as PreparedRound;

describe('whom a seat may be given', () => {
  it('is who holds a role that entitles to one, and nobody else', () => {
    expect(seatedRoles(prepared).toSorted()).toEqual(['expert', 'unit-officer']);
    expect(candidateIn(prepared, known('expert-1'))).toMatchObject({ sources: ['experts'], standing: 'free' });
    expect(candidateIn(prepared, candidate('leader', 'committee-leader', null))).toBeUndefined();
    expect(candidateIn(prepared, { ...known('expert-1'), grants: [] })).toBeUndefined();
  });
  it('is told with the entries that he would not score, by the rule that keeps them from him later', () => {
    const own = prepared.entries.filter(({ homeId }) => homeId === 'unit-a').length;
    expect(own).toBeGreaterThan(0);
    expect(candidateIn(prepared, known('officer-a'))).toMatchObject({ homeId: 'unit-a', ownUnitEntries: own });
  });
  it('is told as seated, and a second of a unit with one vote as too late', () => {
    expect(candidateIn(seated, known('officer-a'))).toMatchObject({ standing: 'seated', seatedSource: 'units' });
    const second = candidate('officer-second', 'unit-officer', 'unit-a');
    expect(candidateIn(seated, second)).toMatchObject({ standing: 'seat-taken', seatedSource: '' });
    const homeless = candidate('officer-x', 'unit-officer', null);
    expect(candidateIn(seated, homeless)).toMatchObject({ standing: 'without-organization' });
  });
});
