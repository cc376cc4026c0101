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
      'ACT_NOT_YET $.calendar[0].by',
    ]);
    const brings = '  - {id: brings, act: declare, by: office, opens: 02-01, closes: 02-10}\n';
    expect(said(['  - {id: self-rating', `${brings}  - {id: self-rating`])).toContain(
      'INTAKE_NOT_YET $.calendar[0].act',
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
});
