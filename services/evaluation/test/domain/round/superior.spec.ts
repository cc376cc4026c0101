import { describe, expect, it } from '@jest/globals';
import { inScope } from '../../../src/domain/round/may-score.ts';
import type { HeldGrant } from '../../../src/domain/round/holders.ts';
import type { Party } from '../../../src/domain/round/tables.ts';

const party = (role: string): Party => ({
  ...{ id: 'superior', role, scope: 'superior', least: null, recuse: 'home', attest: null },
});
const held = (role: string, stands: HeldGrant['stands']): HeldGrant => ({
  ...{ grantId: 'grant', role, organizationId: 'organization', stands },
});
const mayAct = (role: string, stands: HeldGrant['stands']): boolean => inScope(party(role), held(role, stands));

describe('who is superior to what is judged', () => {
  it('are the leaders of the committee below which it stands, and of the one above; of no other', () => {
    expect(mayAct('committee-leader', 'within')).toBe(true);
    expect(mayAct('committee-leader', 'above')).toBe(true);
    expect(mayAct('committee-leader', 'elsewhere')).toBe(false);
  });

  it('are officers of its unit, which stands below the committee; of other offices those above', () => {
    expect(mayAct('unit-officer', 'within')).toBe(true);
    expect(mayAct('unit-officer', 'above')).toBe(false);
    expect(mayAct('discipline-inspector', 'above')).toBe(true);
    expect(mayAct('discipline-inspector', 'within')).toBe(false);
  });
});
