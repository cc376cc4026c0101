import { describe, expect, it } from '@jest/globals';
import { faultsOfTwo, type ToldEvent } from './log-lines.ts';

type By = Readonly<{ id: string; role: string }>;

const event = (type: string, by: By, data: object): ToldEvent =>
  ({ position: 7, type, data, actor: { kind: 'person', ...by } }) as ToldEvent;

const ANN = { id: 'ann', role: 'committee-officer' };
const proposed = event('ActProposed.v1', ANN, {
  proposalId: 'p',
  act: 'LiftRecusal',
  proposedBy: 'ann',
  role: ANN.role,
});
const lifted = (id: string, role: string, proposedBy = 'ann') =>
  event('RecusalLifted.v1', { id, role }, { proposalId: 'p', proposedBy });

describe('an act of two, as the log has to show it', () => {
  it('is proposed by one and carried out by another of another role', () => {
    expect(faultsOfTwo([proposed, lifted('ben', 'discipline-inspector')])).toEqual([]);
  });

  it.each([
    { what: 'nobody proposed it', events: [lifted('ben', 'discipline-inspector')] },
    { what: 'one person did both', events: [proposed, lifted('ann', 'discipline-inspector')] },
    { what: 'both had one role', events: [proposed, lifted('ben', 'committee-officer')] },
    { what: 'it names another proposer', events: [proposed, lifted('ben', 'discipline-inspector', 'eve')] },
  ])('is none where $what', ({ events }) => {
    expect(faultsOfTwo(events)).toEqual(['position 7: RecusalLifted.v1']);
  });
});
