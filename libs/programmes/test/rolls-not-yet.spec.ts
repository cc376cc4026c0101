import { describe, expect, it } from '@jest/globals';
import { rollOf } from '../src/index.ts';
import { edited } from './parts-not-yet.ts';
import { compiledOf, templateOf, textOf } from './template-files.ts';

describe('what of rolls the platform can not play yet', () => {
  it('nothing of a roll of a day after the first list opens: it is made ahead of that day', () => {
    const isAhead = (name: string) => rollOf(compiledOf(templateOf(textOf(name))))?.ahead;
    expect([isAhead('s3-stars-share-cap'), isAhead('star-branches'), isAhead('fifty-years')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('members on a roll whom nobody could find, who bring something, or who are marked by others than themselves', () => {
    const said = (...edits: readonly (readonly [string, string])[]) => edited('four-excellent', ...edits);
    expect(said([', needs: [{fact: person.stage, is: full}]', ''])).toEqual(['INTAKE_NOT_YET $.subjects[0].needs']);
    expect(said(['self: {role: member, scope: own}', 'self: {role: member, scope: home}'])).toEqual([
      'ACT_NOT_YET $.calendar[0].by[0]',
    ]);
    const brings = '  - {id: brings, act: declare, by: body, opens: 01-02, closes: 01-10}\n';
    expect(said(['  - {id: check, act', `${brings}  - {id: check, act`])).toContain('INTAKE_NOT_YET $.calendar[0].act');
  });

  it('a secretary who marks others than the members of his own branch', () => {
    const said = (...edits: readonly (readonly [string, string])[]) => edited('four-excellent', ...edits);
    expect(
      said(['branch: {role: branch-secretary, scope: home}', 'branch: {role: branch-secretary, scope: edition}']),
    ).toEqual(['ACT_NOT_YET $.calendar[0].by[1]']);
    // Of organizations no branch is the judge.
    expect(said(['kind: person, asOf', 'kind: organization, of: [Branch], asOf'])).toContain(
      'ACT_NOT_YET $.calendar[0].by[1]',
    );
  });

  it('office-holders of whom it is not said which office they hold, or where', () => {
    const said = (...edits: readonly (readonly [string, string])[]) => edited('secretary-debrief', ...edits);
    expect(said()).toEqual([]);
    expect(said(['{fact: person.office, is: secretary}, ', ''])).toEqual(['INTAKE_NOT_YET $.subjects[0].needs']);
    expect(said(['    of: [PartyCommittee, GeneralBranch, Branch]\n', ''])).toContain(
      'INTAKE_NOT_YET $.subjects[0].kind',
    );
  });

  it('an owner’s own that nobody above secretaries marks, in parts of the year, or where it is counted', () => {
    const own = 'PANEL_RULE_NOT_YET $.sources.checks.own';
    const said = (...edits: readonly (readonly [string, string])[]) => edited('four-excellent', ...edits);
    expect(said(['own: body', 'own: masses'])).toEqual([own]);
    expect(said(['own: body', 'own: others-mean'])).toEqual([own]);
    expect(said(['own: body', 'own: branch'])).toEqual([own]);
    expect(
      said([
        '{id: study, name: [理论学习, Study], points: 10, step: 1}',
        '{id: study, points: 10, starts: full, per: -1}',
      ]),
    ).toEqual([own]);
    expect(
      said(
        ['period: {length: year}', 'period: {length: year, parts: [quarter]}'],
        [
          '        by: branch\n        items:\n          - {id: study',
          '        by: branch\n        period: quarter\n        items:\n          - {id: study',
        ],
      ),
    ).toContain(own);
  });
});
