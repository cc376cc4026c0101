import { describe, expect, it } from '@jest/globals';
import { defaultAwardsPlan, validateAwardsPlan, validateScheme } from '@jiangong/scoring/testing';
import { exampleScheme } from './example-scheme.ts';

type Json = Record<string, unknown>;

/** A deep copy with one value replaced. */
const changed = (source: unknown, path: string, value: unknown): unknown => {
  const copy = structuredClone(source) as Json;
  const keys = path.split('.');
  const last = keys.pop() as string;
  const place = keys.reduce<Json>((node, key) => node[key] as Json, copy);
  if (value === undefined) delete place[last];
  else place[last] = value;
  return copy;
};

describe('a scheme', () => {
  it('passes when it is whole, unchanged', () => {
    expect(validateScheme(JSON.parse(JSON.stringify(exampleScheme)))).toEqual({ kind: 'valid', value: exampleScheme });
  });

  it.each<[string, unknown, string, string]>([
    ['schemeVersion', 2, '$.schemeVersion', 'must be 1'],
    ['nameZh', '', '$.nameZh', 'must be a text of 1 to 100 characters'],
    ['nameEn', 'a\u202eb', '$.nameEn', 'must not hold control characters'],
    ['nameEn', 'x'.repeat(101), '$.nameEn', 'must be a text of 1 to 100 characters'],
    ['colour', 'red', '$.colour', 'is not known'],
    ['criteria', [], '$.criteria', 'must have 1 to 30 elements'],
    ['criteria', 'x', '$.criteria', 'must be a list'],
    ['criteria.0', 7, '$.criteria[0]', 'must be an object'],
    ['criteria.0.id', 'Ä', '$.criteria[0].id', 'must match ^[0-9a-z][0-9a-z-]{0,63}$'],
    ['criteria.0.id', 'effect', '$.criteria', 'must not name anything twice'],
    ['criteria.0.pointsMax', 0.5, '$.criteria[0].pointsMax', 'must be an integer from 1 to 100000'],
    ['criteria.0.pointsMax', 4_010, '$.criteria[0].step', 'must divide pointsMax'],
    ['criteria.0.bands', [4000, 4000], '$.criteria[0].bands[1]', 'must be lower than the band before it'],
    ['criteria.0.bands', [4000, 25], '$.criteria[0].bands[1]', 'must be a multiple of step'],
    ['groups.0.weight', 4_001, '$.groups', 'weights must add up to 10000'],
    ['groups.0.weight', '4000', '$.groups[0].weight', 'must be an integer from 1 to 10000'],
    ['groups.0.aggregation.kind', 'median', '$.groups[0].aggregation.kind', 'must be one of mean, trimmed-mean'],
    ['groups.0.aggregation.dropHighest', 1, '$.groups[0].aggregation.dropHighest', 'is only for a trimmed mean'],
    [
      'groups.1.panelMin',
      2,
      '$.groups[1].panelMin',
      'must be more than what is dropped, or nothing would be left to average',
    ],
    ['groups.1.trimming', undefined, '$.groups[1].trimming', 'must be one of after-recusal, before-recusal'],
    ['groups.1.missingSheet', null, '$.groups[1].missingSheet', 'must be one of leave-out, zero, refuse'],
    ['groups.1.belowPanelMin', 'x', '$.groups[1].belowPanelMin', 'must be one of refuse, unranked'],
    ['ranking', 'random', '$.ranking', 'must be one of exact, rounded'],
    ['decimals', 7, '$.decimals', 'must be an integer from 0 to 6'],
    ['ties', undefined, '$.ties', 'must be an object'],
    ['ties.then', undefined, '$.ties.then', 'must be one of shared-rank, entry-id'],
    ['ties.breakers.0.groupId', 'nobody', '$.ties.breakers[0].groupId', 'is no group of this scheme'],
    ['ties.breakers.0.groupId', undefined, '$.ties.breakers[0].groupId', 'is needed'],
    ['ties.breakers.1.criterionId', 'colour', '$.ties.breakers[1].criterionId', 'is no criterion of this scheme'],
  ])('is refused when %s is %j', (path, value, at, problem) => {
    const outcome = validateScheme(changed(exampleScheme, path, value));
    expect(outcome.kind === 'invalid' ? outcome.problems : []).toContainEqual({ path: at, problem });
  });
});

describe('an awards plan', () => {
  it('passes when it is whole, unchanged', () => {
    expect(validateAwardsPlan(defaultAwardsPlan)).toEqual({ kind: 'valid', value: defaultAwardsPlan });
  });

  it.each<[string, unknown, string, string]>([
    ['planVersion', 0, '$.planVersion', 'must be 1'],
    ['grades', [], '$.grades', 'must have 1 to 10 elements'],
    ['grades.1.id', 'first', '$.grades', 'must not name anything twice'],
    ['grades.0.count', 0, '$.grades[0].count', 'must be an integer from 1 to 200'],
    ['leaderGrades', ['gold'], '$.leaderGrades[0]', 'is no grade of this plan'],
    ['organizations.countMax', -1, '$.organizations.countMax', 'must be an integer from 0 to 200'],
  ])('is refused when %s is %j', (path, value, at, problem) => {
    const outcome = validateAwardsPlan(changed(defaultAwardsPlan, path, value));
    expect(outcome.kind === 'invalid' ? outcome.problems : []).toContainEqual({ path: at, problem });
  });
});
