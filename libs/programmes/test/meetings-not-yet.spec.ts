import { describe, expect, it } from '@jest/globals';
import { edited, parts } from './parts-not-yet.ts';

const MEETING = 'meeting: {role: member, scope: home, least: 2, recuse: self}';
const meeting = (from: string, to: string): readonly string[] => edited('branch-meeting', [from, to]);

describe('a programme that meetings of branches decide', () => {
  it('is played where each branch decides over its own members, chooses at its own edge, and puts forward', () =>
    expect(parts('branch-meeting')).toEqual([]));

  it('is not where all members would be recused, or would decide elsewhere than at home', () => {
    expect(meeting(MEETING, MEETING.replace('recuse: self', 'recuse: home'))).toEqual(['ACT_NOT_YET $.calendar[1].by']);
    expect(meeting(MEETING, MEETING.replace('scope: home', 'scope: edition'))).toEqual([
      'ACT_NOT_YET $.calendar[1].by',
    ]);
  });

  it('is not where entries are ranked within units', () =>
    expect(meeting('  - phase: main\n    steps', '  - phase: main\n    within: home\n    steps')).toEqual([
      'ACT_NOT_YET $.calendar[1].by',
    ]));

  it('is not where one body would have to choose among all', () =>
    expect(
      meeting('to: entry, within: home, firstShare: $share', 'to: entry, within: all, firstShare: $share'),
    ).toEqual(['OUTCOME_NOT_YET $.outcome[0].edge']));

  it('is put forward by the office as well, and by no secretary where one body decides', () => {
    const stage = 'act: put-forward, by: branch';
    expect(meeting(stage, 'act: put-forward, by: office')).toEqual([]);
    expect(
      edited(
        'mass-recommendation',
        [
          '  selectors: {role: committee-officer, scope: edition}',
          '  selectors: {role: committee-officer, scope: edition}\n  branch: {role: branch-secretary, scope: home}',
        ],
        ['act: put-forward, by: selectors', 'act: put-forward, by: branch'],
      ),
    ).toEqual(['ACT_NOT_YET $.calendar[4].by']);
  });

  it('is appealed by no part yet', () =>
    expect(
      edited(
        'branch-meeting',
        ['  unit: {role', '  inspection: {role: discipline-inspector, scope: edition}\n  unit: {role'],
        [
          '  - {id: put-forward,',
          '  - {id: appeal, act: appeal, by: inspection, opens: 12-19, closes: 12-28, with: commend}\n  - {id: put-forward,',
        ],
      ),
    ).toEqual(['ACT_NOT_YET $.calendar[3].act']));
});
