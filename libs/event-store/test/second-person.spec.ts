import { describe, expect, it } from '@jest/globals';
import { type Proposal, secondPersonRefusal } from '@jiangong/event-store';

const proposal: Proposal = {
  proposalId: 'p1',
  act: 'WithdrawHonour',
  proposedBy: 'office',
  role: 'labour-officer',
  proposedAt: '2026-03-02T01:00:00.000Z',
};
const ROLES = ['discipline-inspector', 'labour-leader'];

describe('a second person', () => {
  it.each([
    ['another person of another role that may', { personId: 'inspector', role: 'discipline-inspector' }, undefined],
    ['another of the roles that may', { personId: 'leader', role: 'labour-leader' }, undefined],
    ['who proposed it, in the same role', { personId: 'office', role: 'labour-officer' }, 'SECOND_PERSON_NEEDED'],
    [
      'who proposed it, in another role of his',
      { personId: 'office', role: 'discipline-inspector' },
      'SECOND_PERSON_NEEDED',
    ],
    ['nobody', { personId: '', role: 'discipline-inspector' }, 'SECOND_PERSON_NEEDED'],
    ['a colleague in the same role', { personId: 'colleague', role: 'labour-officer' }, 'SECOND_ROLE_NEEDED'],
    ['another person of a role that may not', { personId: 'expert', role: 'expert' }, 'SECOND_ROLE_NEEDED'],
  ])('%s', (_, by, reason) => expect(secondPersonRefusal(proposal, by, ROLES)?.reason).toBe(reason));

  it('a colleague in the proposing role may not, even where that role is among those who may', () =>
    expect(
      secondPersonRefusal(proposal, { personId: 'colleague', role: 'labour-officer' }, ['labour-officer']),
    ).toEqual({
      reason: 'SECOND_ROLE_NEEDED',
      details: { proposalId: 'p1', act: 'WithdrawHonour', roles: 'labour-officer' },
    }));

  it('what nobody proposed nobody carries out', () =>
    expect(secondPersonRefusal(undefined, { personId: 'leader', role: 'labour-leader' }, ROLES)).toEqual({
      reason: 'PROPOSAL_NOT_FOUND',
      field: 'proposalId',
    }));
});
