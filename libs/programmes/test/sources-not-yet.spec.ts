import { describe, expect, it } from '@jest/globals';
import { notYetPlayed } from '../src/index.ts';
import { edited, parts } from './parts-not-yet.ts';
import { templateOf, textOf } from './template-files.ts';

describe('what the platform can not play yet of sources of points is said', () => {
  it('of check-lists: what nobody keeps', () => {
    const text = textOf('civilized-units');
    const others = text.replace('    self: true', () => '    self: true\n    own: others-mean\n    redrawn: period');
    expect(notYetPlayed(templateOf(others)).map(({ reason, path }) => `${reason} ${path}`)).toEqual([
      'PANEL_RULE_NOT_YET $.sources.standard.own',
      'PANEL_RULE_NOT_YET $.sources.standard.redrawn',
    ]);
  });

  it('of check-lists: offices that could be nobody, and whose own entries nobody could tell', () => {
    const text = textOf('four-exams');
    const said = (from: string, to: string): readonly string[] => {
      expect(text.split(from)).toHaveLength(2);
      return notYetPlayed(templateOf(text.replace(from, () => to))).map(({ reason, path }) => `${reason} ${path}`);
    };
    expect(said('own: others-mean', 'own: others-mean')).toEqual([]);
    const members = 'members: {role: appraisal-office, scope: edition, ';
    const [own, areas] = ['PANEL_RULE_NOT_YET $.sources.checks.own', 'PANEL_RULE_NOT_YET $.sources.checks.areas'];
    // Offices are units, and their people act by a role over everything that is judged.
    expect(said(members, 'members: {role: committee-officer, scope: edition, ')).toEqual([areas]);
    expect(said(members, 'members: {role: appraisal-office, scope: superior, ')).toEqual([areas]);
    // What a party owns without offices is nobody's own.
    expect(said('by: general, items: [{id: overview-1', 'by: office, items: [{id: overview-1')).toEqual(
      expect.arrayContaining([own]),
    );
  });

  it('of bonuses: parties whose role may not claim, or not grant', () => {
    const text = textOf('unit-appraisal');
    const said = (from: string, to: string): readonly string[] => {
      expect(text.split(from)).toHaveLength(2);
      return notYetPlayed(templateOf(text.replace(from, () => to))).map(({ reason, path }) => `${reason} ${path}`);
    };
    expect(said('    claim: unit\n', '    claim: inspection\n')).toEqual(['PANEL_RULE_NOT_YET $.sources.bonus.claim']);
    expect(said('    decide: office\n', '    decide: body\n')).toEqual(['PANEL_RULE_NOT_YET $.sources.bonus.decide']);
    expect(parts('s6-bonus-highest')).not.toContain('CHECK_NOT_YET $.result[0].phase');
  });

  it('of measures: what is computed, and parties whose role may not record', () => {
    const kept = (from: string, to: string) => edited('promises', [from, to]);
    expect(kept('share: true}}', 'share: true}}')).toEqual([]);
    expect(kept(', share: true}}', '}}')).toContain('SOURCE_NOT_YET $.sources.kept.from');
    expect(kept('over: edition, share', 'over: series, share')).toContain('SOURCE_NOT_YET $.sources.kept.from');
    // What is delivered after the round has begun to be counted would be left out.
    const late = [
      ['  - {id: fulfil, act: deliver, by: [self, branch], opens: 02-01, closes: 11-30}\n', ''],
      [
        '  - {id: decide,',
        '  - {id: fulfil, act: deliver, by: [self, branch], opens: 12-11, closes: 12-15}\n  - {id: decide,',
      ],
    ] as const;
    expect(edited('promises', ...late)).toContain('SOURCE_NOT_YET $.sources.kept.from');
    const text = textOf('p12c-skills');
    const byUnits = text.replaceAll('from: import, by: judges', 'from: import, by: nominator');
    const played = notYetPlayed(
      templateOf(byUnits.replaceAll('act: score, by: judges', 'act: score, by: [judges, nominator]')),
    );
    expect(played.map(({ reason, path }) => `${reason} ${path}`)).toEqual(
      expect.arrayContaining(['PANEL_RULE_NOT_YET $.sources.time.by', 'PANEL_RULE_NOT_YET $.sources.theory.by']),
    );
  });
});
