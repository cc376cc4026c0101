import { describe, expect, it } from '@jest/globals';
import { ruleBookOf, validateProgramme } from '../src/index.ts';
import { readYaml } from '../src/yaml/index.ts';
import { edited, parts } from './parts-not-yet.ts';
import { templateOf, textOf } from './template-files.ts';

const P9 = 'p09-two-excellences';
const said = (...edits: readonly (readonly [string, string])[]): readonly string[] => edited(P9, ...edits);

describe('candidates of branches are played', () => {
  it('where branches propose and vote each for itself before their unit declares, and the office and the inspection look at them', () =>
    expect(parts(P9)).toEqual([]));

  it('by a branch’s secretary for his own branch, and by nobody else', () => {
    expect(said(['role: branch-secretary, scope: home', 'role: branch-secretary, scope: edition'])).toContain(
      'ACT_NOT_YET $.calendar[0].by',
    );
    expect(said(['role: branch-secretary, scope: home', 'role: unit-officer, scope: own'])).toContain(
      'ACT_NOT_YET $.calendar[0].by',
    );
  });

  it('declared by the unit’s officer', () =>
    expect(
      said(['nominator: {role: unit-officer, scope: own}', 'nominator: {role: unit-officer, scope: edition}']),
    ).toContain('INTAKE_NOT_YET $.intake.by'));

  it('where the vote is each branch’s about its own', () => {
    expect(said(['within: home, steps', 'within: all, steps'])).toContain('INTAKE_NOT_YET $.intake.from');
    expect(said(['who: voters, scope: entry', 'who: voters, scope: round'])).toContain('INTAKE_NOT_YET $.intake.from');
  });

  it('of people and organizations alone', () =>
    expect(
      said([
        'Outstanding Party worker], quota: {of: unit, count: 1}, kind: person',
        'Outstanding Party worker], quota: {of: unit, count: 1}, kind: line',
      ]),
    ).toContain('INTAKE_NOT_YET $.subjects[1].kind'));

  it('declared, reviewed and cleared behind the vote, and nothing made known before the decision', () => {
    expect(said(['id: review, act: review', 'id: review, act: notice'])).toContain('INTAKE_NOT_YET $.calendar[3].act');
    expect(said(['id: declare, act: declare, by: nominator', 'id: declare, act: propose, by: proposer'])).toContain(
      'INTAKE_NOT_YET $.intake.how',
    );
  });

  it('is told in both languages, with the vote that comes first', () => {
    const words = JSON.stringify(ruleBookOf(templateOf(textOf(P9))));
    expect(words).toContain('不按名次申报须说明理由');
    expect(words).toContain('out of its order only with a reason');
  });
});

describe('what candidates are voted upon in', () => {
  it('is a phase of the template', () => {
    const read = readYaml(textOf(P9).replace('from: branch-vote, by', 'from: another-vote, by'));
    const judged = read.kind === 'read' ? validateProgramme(read.tree) : undefined;
    expect(judged).toMatchObject({ kind: 'refused', problems: [{ reason: 'PHASE_UNKNOWN', path: '$.intake.from' }] });
  });
});
