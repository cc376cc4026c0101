import { describe, expect, it } from '@jest/globals';
import { edited, parts } from './parts-not-yet.ts';

describe('what of ballots the platform can not play yet is said', () => {
  it('of secret ballots: neither questions nor controls', () => {
    expect(parts('p09-two-excellences').join(' ')).not.toContain('PANEL_RULE_NOT_YET');
    for (const name of ['p03-four-exams', 'p04a-four-strong'])
      expect(parts(name).join(' ')).not.toMatch(/questions|controls/u);
    expect(parts('s3-stars-share-cap').join(' ')).not.toContain('PANEL_RULE_NOT_YET');
  });

  it.each([
    [
      'in a second group',
      'electorates: [{id: users, who: society, scope: entry}]',
      'electorates: [{id: users, who: society, scope: entry}, {id: other, who: masses, scope: entry}]',
    ],
    ['about all entries', '{id: users, who: society, scope: entry}', '{id: users, who: society, scope: round}'],
    ['with a floor of the turnout', 'turnout: 0%', 'turnout: 10%'],
    ['several questions', 'turnout: 0%, least: 30', 'questions: [first, second], turnout: 0%, least: 30'],
    [
      'a role that nobody holds by a code',
      'society: {role: public, scope: code}',
      'society: {role: public, scope: edition}',
    ],
  ])('of the public that votes by codes: not %s', (_, from, to) => {
    expect(parts('p05-vanguard-lines')).toEqual([]);
    expect(edited('p05-vanguard-lines', [from, to])).toContain('PANEL_RULE_NOT_YET $.sources.society.electorates');
  });

  it('of voters by account whose party has a scope of papers or of codes, at the party', () =>
    expect(
      edited('four-exams', ['voters: {role: mass-voter, scope: edition}', 'voters: {role: mass-voter, scope: round}']),
    ).toEqual(['VOTERS_NOT_YET $.parties.voters.scope']));

  it('of names that are picked: just so many, in several groups, or beside questions and shares', () => {
    const said = (from: string, to: string) => edited('two-excellences', [from, to]);
    const refused = ['PANEL_RULE_NOT_YET $.sources.poll.pick'];
    expect(said('atMost: $picks}', 'exactly: $picks}')).toEqual(refused);
    expect(said('    tokens: 50%', '    box: true')).toEqual([]);
    expect(said('    tokens: 50%', '    own: split-by-home\n    tokens: 50%')).toContain(refused[0]);
    expect(said('    tokens: 50%', '    controls: {full: {atMost: 30%, of: paper}}\n    tokens: 50%')).toEqual(refused);
    expect(said('scope: entry, name', 'scope: entry, merge: superior, name')).toEqual(refused);
  });

  it('of a paper box: several electorates, joined ones, and what is on one paper', () => {
    expect(parts('p07-debrief').join(' ')).not.toContain('poll');
    expect(parts('p09-two-excellences').join(' ')).not.toContain('box');
    const said = (electorates: string, more = '') =>
      edited('p07-debrief', [
        'electorates: [{id: present, who: meeting, scope: round}], own: split-by-home,',
        `electorates: ${electorates}, own: allow,${more}`,
      ]).filter((one) => one.includes('poll.box'));
    const refused = ['PANEL_RULE_NOT_YET $.sources.poll.box'];
    const present = '{id: present, who: meeting, scope: entry';
    expect(said(`[${present}}]`)).toEqual([]);
    expect(said(`[${present}, merge: superior}]`)).toEqual(refused);
    expect(said(`[${present}}, {id: all, who: meeting, scope: round}]`)).toEqual(refused);
    expect(said(`[${present}}]`, ' controls: {full: {atMost: 30%, of: paper}},')).toEqual(refused);
  });

  it('of controls: a share of one paper, which everybody has for all that he votes about', () => {
    const said = (controls: string, electorates = '{id: all, who: voters, scope: round}', own = 'allow') =>
      edited(
        'p03-four-exams',
        ['{id: all, who: voters, scope: round}], own: allow', `${electorates}], own: ${own}`],
        ['controls: {full: {atMost: $fullShare, of: paper}}', `controls: ${controls}`],
      ).filter((one) => one.includes('poll'));
    const refused = ['PANEL_RULE_NOT_YET $.sources.poll.controls'];
    const full = 'full: {atMost: $fullShare, of: paper}';
    expect(said(`{${full}}`)).toEqual([]);
    expect(said(`{${full}}`, '{id: all, who: voters, scope: entry}')).toEqual([]);
    expect(said(`{${full}, distinct: true}`)).toEqual(refused);
    expect(said(`{${full}, spread: {good: 20%}}`)).toEqual(refused);
    expect(said(`{${full}}`, '{id: all, who: voters, scope: round}', 'split-by-home')).toEqual(refused);
    expect(said(`{${full}}`, '{id: all, who: voters, scope: entry, merge: superior}')).toEqual(refused);
  });

  it('of several groups of voters: each is taken by a row of its own, and joined with one of the ballot', () => {
    const said = (electorates: string, steps: string): readonly string[] =>
      edited(
        's3-stars-share-cap',
        [
          'members: {role: member, scope: home}',
          'members: {role: member, scope: home}\n  heads: {role: unit-officer, scope: home}',
        ],
        ['by: members, opens', 'by: [heads, members], opens'],
        ['[{id: branch, who: members, scope: entry, merge: superior}], own: allow', electorates],
        ['{id: a, take: appraisal}', steps],
      ).filter((one) => one.includes('appraisal'));
    const HEADS = '{id: heads, who: heads, scope: entry, merge: branch}';
    const two = `[${HEADS}, {id: branch, who: members, scope: entry, merge: superior}]`;
    const apart =
      '{id: c, take: appraisal, electorate: heads}\n      - {id: d, take: appraisal, electorate: branch}\n      - {id: a, weigh: {c: 40%, d: 60%}}';
    expect(said(two, apart)).toEqual([]);
    expect(said(two, '{id: a, take: appraisal}')).toEqual(['PANEL_RULE_NOT_YET $.sources.appraisal.electorates']);
    expect(said(two, '{id: a, take: appraisal, electorate: heads}')).toEqual([
      'PANEL_RULE_NOT_YET $.sources.appraisal.electorates',
    ]);
    const one = (of: string): readonly string[] => said(`[${of}]`, '{id: a, take: appraisal}');
    expect(one('{id: heads, who: heads, scope: entry, merge: members}')).toEqual([
      'PANEL_RULE_NOT_YET $.sources.appraisal.electorates',
    ]);
    expect(one('{id: heads, who: heads, scope: round, merge: superior}')).toEqual([
      'PANEL_RULE_NOT_YET $.sources.appraisal.electorates',
    ]);
    expect(one('{id: heads, who: heads, scope: round}')).toEqual([]);
    const own = (scope: string): readonly string[] =>
      edited('s3-stars-share-cap', [
        'scope: entry, merge: superior}], own: allow',
        `scope: ${scope}}], own: split-by-home`,
      ]);
    expect(own('round').join(' ')).not.toContain('appraisal');
    expect(own('entry')).toContain('PANEL_RULE_NOT_YET $.sources.appraisal.own');
  });
});
