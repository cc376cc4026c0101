import { describe, expect, it } from '@jest/globals';
import { recommendationDecider } from '../../../src/domain/recommendation/decider.ts';
import type { PutForward } from '../../../src/domain/recommendation/orders.ts';
import { chosen, NOW, putForward } from './example-recommendation.ts';

const SECRETARY = { personId: 'secretary-1', role: 'branch-secretary' };
const MET = chosen({ meets: 'members', forwards: 'secretary' });
const answer = (over: Partial<PutForward>) => {
  const said = recommendationDecider.decide(recommendationDecider.initial, putForward({ decidable: MET, ...over }));
  return 'reason' in said ? said.reason : said.map(({ type }) => type).join();
};

describe('whom the meeting of a branch recommends', () => {
  it('its secretary puts forward', () => expect(answer({ by: SECRETARY })).toBe('EntryPutForward.v1'));

  it('the office puts forward in his place once his stage is over, and not before', () => {
    expect(answer({ dueBy: null })).toBe('SECRETARY_PUTS_FORWARD');
    expect(answer({ dueBy: '2999-01-01T00:00:00.000Z' })).toBe('SECRETARY_PUTS_FORWARD');
    expect(answer({ dueBy: NOW })).toBe('EntryPutForward.v1');
  });

  it('no secretary puts forward where the template leaves it to the office', () => {
    const decidable = chosen({ meets: 'members' });
    expect(answer({ decidable, by: SECRETARY })).toBe('OFFICE_PUTS_FORWARD');
    expect(answer({ decidable })).toBe('EntryPutForward.v1');
  });
});
