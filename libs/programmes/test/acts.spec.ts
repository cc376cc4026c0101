import { describe, expect, it } from '@jest/globals';
import { isRole, permissionOf } from '@jiangong/access';
import { ACTS, actRules, noEdition, notYetPlayed } from '../src/index.ts';
import { edited, parts } from './parts-not-yet.ts';
import { EXAMPLES, namesIn, templateOf, textOf } from './template-files.ts';

const pairs = ACTS.flatMap((act) =>
  Object.entries(actRules[act].actions).map(([role, actions]) => ({ act, role, actions })),
);

describe('acts stay within the permission table', () => {
  it.each(pairs)('$role may do what "$act" needs', ({ act, role, actions }) => {
    expect(actRules[act].roles).toContain(role);
    for (const action of actions) {
      const allow = permissionOf(action)?.allow ?? [];
      const allowed = allow.flatMap((one) => ('roles' in one ? one.roles : []));
      // The public has no role: what it may, everybody may.
      const isOpen = role === 'public' && allow.some(({ scope }) => scope === 'public');
      // What is somebody's own matter asks for no grant: a member marks himself, and plans and delivers for himself.
      const isOwn =
        role === 'member' && ['check', 'plan', 'deliver'].includes(act) && allow.some(({ scope }) => scope === 'own');
      expect(isOpen || isOwn || (isRole(role) && allowed.includes(role))).toBe(true);
    }
  });

  it('every act may be done by somebody', () =>
    expect(ACTS.filter((act) => actRules[act].roles.length === 0)).toEqual([]));
});

describe('what the platform can not play yet is said', () => {
  it.each([
    'jiangong-edition',
    'civilized-units',
    'unit-appraisal',
    'graded-appraisal',
    'democratic-appraisal',
    'approval-poll',
    'model-branches',
    'star-branches',
    'branch-debrief',
    'paper-debrief',
    'paper-recommendation',
    'branch-checklist',
    'branch-meeting',
    'four-strong',
    'p04a-four-strong',
    's4-checklist',
    's6-bonus-highest',
    'p06-unit-appraisal',
    'p08c-stars',
    's3-stars-share-cap',
    'four-excellent',
    'secretary-debrief',
    'p10-civilized',
    'p08a-points-recheck',
    'demonstration-recheck',
    'advanced-collectives',
    's8-shandong-quotas',
    'two-excellences',
    'p09-two-excellences',
    'works-call-public',
    'vanguard-lines',
    'p05-vanguard-lines',
    'promises',
  ])('nothing of the shipped %s', (name) => expect(parts(name)).toEqual([]));

  it.each(['pacesetters', 'p02-pacesetters'])('nothing of the naming %s, which is opened as no edition', (name) => {
    expect(parts(name)).toEqual([]);
    expect(noEdition(templateOf(textOf(name))).map(({ reason, path }) => `${reason} ${path}`)).toEqual([
      'NAMING_IS_NO_EDITION $.intake.how',
    ]);
  });

  it('nothing of a list of people that is computed from their standing', () =>
    expect(parts('p13-fifty-years')).toEqual([]));

  it('what somebody without an account enters by a code: works, by the public alone, and in no other intake', () => {
    const said = (...edits: readonly (readonly [string, string])[]) => edited('works-call-public', ...edits);
    expect(parts('works-call-public')).toEqual([]);
    expect(said(['how: register', 'how: nominate'])).toEqual(['ACT_NOT_YET $.calendar[0].by']);
    const office = 'intake: {how: register, by: office';
    expect(said(['intake: {how: register, by: anyone', office])).toContain('INTAKE_NOT_YET $.intake.by');
    const project = 'name: [文学, Literature], kind: project, answerable: author';
    expect(said(['name: [文学, Literature], kind: work, answerable: author', project])).toContain(
      'INTAKE_NOT_YET $.subjects[0].kind',
    );
  });

  it('holders of an award who can not be listed, and what can not be carried out of what is found of them', () => {
    const said = (...edits: readonly (readonly [string, string])[]) => edited('demonstration-recheck', ...edits);
    expect(said(['    of: [Branch]\n', ''])).toEqual(['INTAKE_NOT_YET $.subjects[0].kind']);
    expect(said(['    asOf: 03-01', '    asOf: 03-02'])).toEqual(['INTAKE_NOT_YET $.subjects[0].asOf']);
    // No other award is lost, and none by whoever is not looked at again.
    expect(said(['code: demonstration.point, gives', 'code: demonstration.other, gives'])).toEqual([
      'OUTCOME_NOT_YET $.outcome[2].gives',
    ]);
    expect(said(['how: holders, holdersOf: demonstration.point', 'how: whole-roll'])).toEqual([
      'OUTCOME_NOT_YET $.outcome[2].gives',
    ]);
    expect(said([', within: 30}', '}'])).toEqual(['OUTCOME_NOT_YET $.outcome[1].gives']);
  });

  it('documents of a roll that has no stage in which they are brought, also where it plans instead', () => {
    const text = textOf('branch-debrief');
    const without = text.replace(/^.*act: declare.*\n/mu, '');
    const parts = (of: string) => notYetPlayed(templateOf(of)).map(({ reason, path }) => `${reason} ${path}`);
    expect(parts(without)).toEqual(['INTAKE_NOT_YET $.intake.documents']);
    const planned = text.replace('{id: report, act: declare,', '{id: report, act: plan,');
    expect(parts(planned)).toEqual(['INTAKE_NOT_YET $.intake.documents']);
  });

  it('each need that nobody could answer before a round: but that it was planned is true where planning comes first', () => {
    const said = (from: string, to: string): readonly string[] => edited('jiangong-edition', [from, to]);
    const planned = '{fact: entry.planned-in, is: plan}';
    expect(said(`[${planned}]`, '[{fact: count.entries, atLeast: 12}]')).toEqual([
      'NEED_NOT_YET $.subjects[0].needs[0]',
    ]);
    expect(said(`[${planned}]`, `[${planned}, {fact: step, kind: experts-mean, atLeast: 12}]`)).toEqual([
      'NEED_NOT_YET $.subjects[0].needs[1]',
    ]);
  });

  it('no need that the platform hears of, nor one that whoever reviews or clears can look up; without them only the former', () => {
    const text = textOf('p08b-points-naming');
    const noted = (other: string): readonly string[] =>
      notYetPlayed(templateOf(other)).flatMap(({ reason, path }) =>
        /NEED|QUOTA/.test(reason) ? [`${reason} ${path}`] : [],
      );
    expect(noted(text)).toEqual([]);
    // Whoever clears looks up what nobody reviews; without either the office does, before the body decides.
    const reviewless = text.replace(/ {2}- \{id: review.*\n/, () => '');
    expect(noted(reviewless)).toEqual([]);
    const alone = reviewless.replace(/ {2}- \{id: clear.*\n/, () => '');
    expect(noted(alone)).toEqual([]);
    const given = alone.replace(/gives: (?:honour|level)/gu, () => 'gives: card');
    expect(noted(given)).toEqual(['NEED_NOT_YET $.subjects[0].needs[1]', 'NEED_NOT_YET $.subjects[0].needs[2]']);
    expect(noted(text.replace('20 branches', () => '20 members'))).toEqual([]);
    expect(noted(text.replace('20 branches', () => '20 entries'))).toEqual(['QUOTA_NOT_YET $.intake.quota.onePer']);
    expect(parts('p08c-stars').join(' ')).not.toContain('NEED_NOT_YET');
  });

  it('of four checks and two ratings: its acts, its offices, its sources', () =>
    expect(parts('p03-four-exams')).toEqual([]));

  it('of a contest in phases: one at a time beside measures, and work that goes to some alone', () => {
    expect(parts('p12a-lecture-contest')).toEqual([]);
    expect(parts('p12c-skills')).toEqual([]);
    // Works that the public itself sends in by codes, and that are dealt out among evaluators.
    expect(parts('p12b-works-call')).toEqual([]);
  });

  it('of a panel whose order is drawn, or whose scores are shown at once, without a stage for one at a time; and of limits of a whole paper on it', () => {
    const text = textOf('lecture-contest');
    const noted = (other: string): readonly string[] =>
      notYetPlayed(templateOf(other)).map(({ reason, path }) => `${reason} ${path}`);
    expect(noted(text)).toEqual([]);
    expect(noted(text.replace('    part: one\n', () => ''))).toEqual([
      'PANEL_RULE_NOT_YET $.sources.live.shown',
      'PANEL_RULE_NOT_YET $.sources.live.order',
    ]);
    expect(noted(text.replace('    part: one\n', () => '    part: one\n    controls: {distinct: true}\n'))).toEqual([
      'PANEL_RULE_NOT_YET $.sources.live.controls',
    ]);
  });

  it('of one at a time beside what is no measure, or where two steps make something of what is shown', () => {
    const noted = (...changes: readonly (readonly [string, string])[]): readonly string[] =>
      notYetPlayed(
        templateOf(changes.reduce((text, [from, to]) => text.replace(from, () => to), textOf('p12c-skills'))),
      ).map(({ reason, path }) => `${reason} ${path}`);
    const again = '- {id: again, take: craft, reduce: mean, least: 3, missing: leave-out, absent: zero}';
    const twice = [
      ['- {id: speed', `${again}\n      - {id: speed`],
      ['{th: 30%, cr: 50%, speed: 20%}', '{th: 30%, cr: 30%, again: 20%, speed: 20%}'],
    ] as const;
    expect(noted(...twice)).toEqual(['PANEL_RULE_NOT_YET $.sources.craft.part']);
    expect(noted(...twice, [', shown: at-once', ''])).toEqual([]);
    const bonus =
      '{kind: bonus, claim: entrant, decide: office, cap: 5, groups: [{id: new, cap: 5, items: {idea: 5}}]}';
    expect(
      noted(
        ['result:', `  extra: ${bonus}\nresult:`],
        ['by: judges, phase: final', 'by: [judges, office], phase: final'],
        ['- {id: total, weigh', '- {id: plus, take: extra}\n      - {id: total, weigh'],
      ),
    ).toContain('PANEL_RULE_NOT_YET $.sources.craft.part');
  });

  it('of entries dealt out: to fewer than a step wants sheets of, or by two panels of one phase', () => {
    const text = textOf('works-call');
    const noted = (other: string): readonly string[] =>
      notYetPlayed(templateOf(other)).map(({ reason, path }) => `${reason} ${path}`);
    expect(noted(text)).toEqual([]);
    expect(noted(text.replace('{each: 5,', () => '{each: 4,'))).toEqual(['PANEL_RULE_NOT_YET $.sources.panel.assign']);
  });

  it('nothing of an appraisal office that checks and grants bonuses', () => {
    expect(parts('p03-four-exams')).not.toContain('ACT_NOT_YET $.calendar[0].by');
    expect(parts('p03-four-exams')).not.toContain('PANEL_RULE_NOT_YET $.sources.bonus.decide');
  });

  it('of appeals: whose stage comes again or is a unit’s, and what may be appealed without a stage to whom the rule says', () => {
    const text = textOf('unit-appraisal');
    const stage = 'act: appeal, by: body, opens: +1y 03-11, closes: +1y 03-19';
    const noted = (from: string, to: string): readonly string[] => {
      expect(text.split(from)).toHaveLength(2);
      return notYetPlayed(templateOf(text.replace(from, () => to))).map(({ reason, path }) => `${reason} ${path}`);
    };
    expect(noted(stage, `${stage}, every: half`)).toEqual(['ACT_NOT_YET $.calendar[5].by']);
    expect(noted(stage, stage.replace('body', 'unit'))).toEqual(['ACT_NOT_YET $.calendar[5].by']);
    expect(noted(stage, stage.replace('body', 'inspection'))).toEqual([]);
    const gives = '    edge: out\n';
    expect(noted(gives, `${gives}    appeal: {days: 10, to: body}\n`)).toEqual([]);
    expect(noted(gives, `${gives}    appeal: {days: 10, to: inspection}\n`)).toEqual([
      'OUTCOME_NOT_YET $.outcome[0].appeal',
    ]);
    expect(parts('p06-unit-appraisal').join(' ')).not.toContain('ACT_NOT_YET');
  });

  it('of awards: shares of a roll that nobody counts, and facts that nobody answers', () => {
    expect(parts('p01-jiangong')).toEqual([]);
    // The office counts lines; people are counted only where they stand on the roll, and of projects only whose units they are.
    expect(parts('p05-vanguard-lines')).not.toContain('OUTCOME_NOT_YET $.outcome[0].of');
    expect(parts('p04b-four-excellent')).not.toContain('OUTCOME_NOT_YET $.outcome[0].of');
    expect(parts('p04a-four-strong')).not.toContain('OUTCOME_NOT_YET $.outcome[0].of');
    const named = textOf('civilized-units').replace('kind: veto', () => 'kind: law');
    expect(notYetPlayed(templateOf(named)).map(({ reason, path }) => `${reason} ${path}`)).toEqual([
      'OUTCOME_NOT_YET $.outcome[0].never[0]',
    ]);
    expect(parts('s5-expert-bands')).toEqual([]);
    // Whom a body chooses it chooses from what was let in.
    expect(parts('p11-upward')).toEqual([]);
  });

  it('nothing of a panel beside a check-list, each with stages of its own; offices may sit in a panel, and leaders', () => {
    const apart = ['by: [experts, office]', 'by: experts'] as const;
    const checked = [
      '  - {id: decide,',
      '  - {id: check, act: check, by: office, phase: main, opens: 05-20, closes: 05-20, with: score}\n  - {id: decide,',
    ] as const;
    expect(edited('model-branches', apart, checked)).toEqual([]);
    expect(edited('model-branches', ['    by: experts\n', '    by: office\n'])).toEqual([]);
    expect(
      edited(
        'model-branches',
        ['by: [experts, office]', 'by: [leaders, office]'],
        ['    by: experts\n', '    by: leaders\n'],
      ),
    ).toEqual([]);
  });

  it('of phases: one that takes from another and is scored beside it, and one whose scores alone are taken', () => {
    const beside = ['opens: 08-15, closes: 08-15}', 'opens: 08-01, closes: 08-15, with: first-round}'] as const;
    expect(edited('lecture-contest', beside)).toEqual(['SEQUENCE_NOT_YET $.calendar[2]']);
    const carried = [
      '    admits: {from: recordings, first: $finalists, edge: body}        # who of equal ones is heard: ours\n    steps:\n',
      '    steps:\n      - {id: carried, carry: recordings}\n',
    ] as const;
    const used = ['    score: live-mean\n', '    score: both\n'] as const;
    const both = [
      'wayOn: reopen}\n    score: live-mean',
      'wayOn: reopen}\n      - {id: both, mean: [carried, live-mean]}\n    score: live-mean',
    ] as const;
    const prizes = ['to: entry, first: 1,', 'to: entry, first: $finalists,'] as const;
    expect(edited('lecture-contest', carried, both, used, prizes)).toContain('CARRY_NOT_YET $.result[1].steps[0]');
  });

  it('of what shuts out: vetoes and rows of a phase that is not decided over, which would be counted as none', () => {
    const asked = [
      'edge: in, decide: party}\n  - {id: second',
      'edge: in, never: [{fact: step, kind: recordings-mean, atMost: 6}], decide: party}\n  - {id: second',
    ] as const;
    expect(edited('lecture-contest', asked)).toEqual(['OUTCOME_NOT_YET $.outcome[0].never[0]']);
    const stages = [
      '{id: score, act: score, by: [experts, office], phase: main, opens: 04-21, closes: 05-20}',
      '{id: check, act: check, by: office, phase: records, opens: 04-21, closes: 05-05}\n  - {id: score, act: score, by: experts, phase: main, opens: 05-06, closes: 05-20}',
    ] as const;
    const phases = [
      '  - phase: main\n    steps:\n',
      '  - phase: records\n    steps: [{id: found, take: checks}]\n    score: found\n    decimals: 2\n    rank: {on: exact, then: shared}\n  - phase: main\n    admits: {from: records, first: 9, edge: in}\n    steps:\n',
    ] as const;
    const carried = ['{id: check-points, take: checks}', '{id: check-points, carry: records}'] as const;
    expect(edited('model-branches', stages, phases, carried)).toEqual(['OUTCOME_NOT_YET $.outcome[0].never[0]']);
  });

  it('is no problem of the template', () =>
    expect(
      namesIn(EXAMPLES).filter((name) => name !== 's8-shandong-policy' && parts(name).length > 0).length,
    ).toBeGreaterThan(0));
});
