import { describe, expect, it } from '@jest/globals';
import { edited, parts } from './parts-not-yet.ts';

describe('what of plans on a roll the platform can not play yet', () => {
  it('nothing of what members, and branches beside them, promise and deliver themselves', () => {
    expect(parts('p04b-four-excellent').join(' ')).not.toContain('calendar[0]');
    expect(parts('p15-promises')).toEqual(['ACT_NOT_YET $.calendar[2].by']);
  });

  it('of plans on a roll: nobody who speaks for a category, and a declaration besides', () => {
    const said = (...edits: readonly (readonly [string, string])[]) => edited('promises', ...edits);
    const plan = '{id: promise, act: plan, by: [self, branch],';
    expect(said([plan, plan.replace('[self, branch]', 'branch')])).toEqual(['INTAKE_NOT_YET $.calendar[0].by']);
    expect(said([plan, plan.replace('[self, branch]', 'self')])).toEqual(['INTAKE_NOT_YET $.calendar[0].by']);
    const stage = '  - {id: check, act: check,';
    const besides = '  - {id: more, act: declare, by: branch, opens: 11-29, closes: 11-30, with: fulfil}\n';
    expect(said([stage, `${besides}${stage}`])).toContain('INTAKE_NOT_YET $.calendar[0].act');
  });
});
