import { describe, expect, it } from '@jest/globals';
import { canonicalText, compilePolicy, type Policy, policyRulesOf, readCanonical, templateHash } from '../src/index.ts';
import { judged, textOf } from './template-files.ts';

const policyOf = (text: string): Policy => {
  const validation = judged(text);
  if (validation.kind !== 'policy') throw new Error(JSON.stringify(validation));
  return validation.policy;
};
const shandong = textOf('s8-shandong-policy');

describe('a policy', () => {
  it('binds each level by how many steps it stands below whoever sets it', () =>
    expect(compilePolicy(policyOf(shandong))).toEqual({
      by: 'province',
      binds: [
        { level: 'city', stepsBelow: 1, commendations: 2, years: 1 },
        { level: 'county', stepsBelow: 2, commendations: 1, years: 1 },
      ],
      cycleYears: 5,
      namesUnlike: true,
    }));

  it('that counts by its cycle counts over so many years', () =>
    expect(
      compilePolicy(
        policyOf('policy: {by: city, binds: {county: {commendations: 3, in: cycle}}, cycle: 4y, counts: [honour]}'),
      ),
    ).toEqual({
      by: 'city',
      binds: [{ level: 'county', stepsBelow: 1, commendations: 3, years: 4 }],
      cycleYears: 4,
      namesUnlike: false,
    }));

  it('is told in sentences of both languages, each of its numbers named', () => {
    const lines = policyRulesOf(policyOf(shandong));
    expect(lines.map(({ zh }) => zh)).toEqual([
      '由省级工委制定，约束其下各级工委',
      '市级工委每年度至多开展 2 项表彰',
      '县级工委每年度至多开展 1 项表彰',
      '同一表彰 5 年内至多开展一次',
      '表彰名称不得与制定者正在使用的表彰名称相同',
      expect.stringContaining('只计以通报给予的荣誉'),
    ]);
    for (const { en } of lines) expect(en).toMatch(/^[\x20-\x7e]+$/u);
    const none = 'policy: {by: city, binds: {county: {commendations: 0, in: year}}, counts: [honour]}';
    expect(policyRulesOf(policyOf(none))[1]).toEqual({
      zh: '县级工委不得开展表彰',
      en: 'A committee of a county opens no commendation',
    });
  });

  it('has an identity and a lasting form, as templates have', () => {
    const policy = policyOf(shandong);
    expect(readCanonical(canonicalText(policy))).toEqual({ kind: 'policy', policy });
    expect(templateHash(policyOf(`# another remark\n${shandong}`))).toBe(templateHash(policy));
    expect(templateHash(policyOf(shandong.replace('commendations: 2', 'commendations: 3')))).not.toBe(
      templateHash(policy),
    );
  });

  it('of levels that there are not is refused', () =>
    expect(
      judged('policy: {by: province, binds: {units: {commendations: 3, in: year}}, counts: [honour]}'),
    ).toMatchObject({ kind: 'refused', problems: [{ reason: 'WORD_UNKNOWN', path: '$.policy.binds.units' }] }));
});
