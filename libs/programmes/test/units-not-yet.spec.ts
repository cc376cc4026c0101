import { describe, expect, it } from '@jest/globals';
import { edited, parts } from './parts-not-yet.ts';

const RULE = 'gives: level, to: entry, atLeast: 8,';
const BODY = 'body: {role: unit-officer, scope: superior, least: 2}';
const DECIDE = '- {id: decide, act: decide, by: body, opens: +1y 01-02, closes: +1y 01-10}';
const s4 = (from: string, to: string): readonly string[] => edited('s4-checklist', [from, to]);

describe('a programme that committees of units decide', () => {
  it('is played where each entry’s award is its own', () => {
    expect(parts('s4-checklist')).toEqual([]);
    expect(parts('branch-checklist')).toEqual([]);
    expect(s4(RULE, `${RULE} atMostShare: 20%, of: roll, edge: out,`)).toEqual([]);
  });

  it('is not where one body would have to choose among all', () =>
    expect(s4(RULE, `${RULE} atMostShare: 20%, of: roll, edge: body,`)).toEqual(['OUTCOME_NOT_YET $.outcome[0].edge']));

  it('is not where it would give a recommendation, which is put forward as a whole', () =>
    expect(s4('gives: level', 'gives: recommendation')).toContain('OUTCOME_NOT_YET $.outcome[0].gives'));

  it('is not where a unit would decide over itself', () =>
    expect(s4(BODY, BODY.replace('superior', 'own'))).toEqual(['ACT_NOT_YET $.calendar[1].by']));

  it('is made known by officers of the units, or by the office above', () => {
    const commend = (by: string) =>
      `${DECIDE}\n  - {id: commend, act: commend, by: ${by}, opens: +1y 01-11, closes: +1y 02-10}`;
    expect(s4(DECIDE, commend('office'))).toEqual([]);
    expect(parts('p04a-four-strong')).toEqual([]);
    expect(parts('four-strong')).toEqual([]);
  });

  it('is made known by no unit before it is decided, but what it means to declare', () => {
    const notice = (from: string, to: string): readonly string[] => edited('s7-hebei-notices', [from, to]);
    expect(parts('s7-hebei-notices')).toEqual([]);
    // Another one's notice is none of the unit's own, nor is one that is named after no declaring.
    expect(notice('act: notice, by: office, opens: 04-21', 'act: notice, by: nominator, opens: 04-21')).toEqual([
      'ACT_NOT_YET $.calendar[3].by',
    ]);
    expect(notice('id: own, after: declare', 'id: own, after: review')).toEqual(['ACT_NOT_YET $.calendar[1].by']);
  });

  it('is neither appealed nor put forward by parts, which is said once of a stage', () => {
    const forward = '  - {id: forward, act: put-forward, by: office, opens: +1y 01-11, closes: +1y 02-10}';
    expect(s4(DECIDE, `${DECIDE}\n${forward}`).filter((one) => one.startsWith('ACT'))).toEqual([
      'ACT_NOT_YET $.calendar[2].by',
    ]);
  });
});
