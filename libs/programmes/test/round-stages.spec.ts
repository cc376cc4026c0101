import { describe, expect, it } from '@jest/globals';
import { compile, notYetPlayed, templateHash } from '../src/index.ts';
import { templateOf, textOf } from './template-files.ts';

type Edit = readonly [from: string, to: string];

const edited = (name: string, ...edits: readonly Edit[]): string =>
  edits.reduce((before, [from, to]) => {
    expect(before.split(from)).toHaveLength(2);
    return before.replace(from, () => to);
  }, textOf(name));

const notYet = (text: string): readonly string[] =>
  notYetPlayed(templateOf(text)).map(({ reason, path }) => `${reason} ${path}`);

const phases = (text: string): Readonly<Record<string, string | null>> => {
  const compilation = compile(templateOf(text));
  if (compilation.kind === 'refused') throw new Error(compilation.problems.map(({ reason }) => reason).join());
  return Object.fromEntries(compilation.compiled.calendar.map(({ id, phase }) => [id, phase]));
};

const WINDOW = 'CHECK_NOT_YET $.result[0].phase';

describe('a stage that names no phase', () => {
  it('belongs to the only one there is', () => {
    const unnamed = edited('civilized-units', [
      'by: [office, inspection], phase: main, opens',
      'by: [office, inspection], opens',
    ]);
    expect(phases(unnamed)).toEqual(phases(textOf('civilized-units')));
    expect(notYet(unnamed)).toEqual([]);
    const voted = edited('democratic-appraisal', ['by: [voters, masses], phase: main', 'by: [voters, masses]']);
    expect(notYet(voted)).toEqual([]);
    const scored = edited('jiangong-edition', ['phase: main, opens', 'opens']);
    expect(phases(scored)['score']).toBe('main');
  });

  it('is another text than one that names it, and a text that names it is what it was', () => {
    const named = textOf('civilized-units');
    const unnamed = edited('civilized-units', [
      'by: [office, inspection], phase: main, opens',
      'by: [office, inspection], opens',
    ]);
    expect(templateHash(templateOf(unnamed))).not.toBe(templateHash(templateOf(named)));
  });

  it.each(['p06-unit-appraisal', 'p08b-points-naming', 'p10-civilized', 's6-bonus-highest'])('as %s has it', (name) =>
    expect(notYet(textOf(name))).not.toContain(WINDOW),
  );
});

describe('a check-list over several stages', () => {
  it('is filled by whoever is judged, then by those who review it', () => {
    expect(phases(textOf('p08c-stars'))).toEqual({
      'self-rating': 'main',
      acceptance: 'main',
      confirm: 'main',
      decide: null,
      appeal: null,
    });
    const parts = notYet(textOf('p08c-stars'));
    expect(parts).not.toContain(WINDOW);
    expect(parts.filter((part) => part.startsWith('ACT_NOT_YET'))).toEqual([]);
  });

  it('is filled in a re-check alone, and in a stage that comes again', () => {
    expect(phases(textOf('p08a-points-recheck'))['check']).toBe('main');
    expect(notYet(textOf('p08a-points-recheck'))).not.toContain(WINDOW);
    expect(notYet(textOf('s4-checklist'))).not.toContain(WINDOW);
  });

  it('is not filled in the review of what was put forward, nor in a re-check after the decision', () => {
    expect(phases(textOf('p08b-points-naming'))).toMatchObject({ review: null, check: 'main' });
    expect(phases(textOf('p06-unit-appraisal'))).toMatchObject({ check: 'main', visit: null, rectify: null });
  });

  const acceptance = '{id: acceptance, act: review, by: acceptance,';

  it('is reviewed by those alone who stand in its reviews', () => {
    const helper = edited(
      'p08c-stars',
      [acceptance, '{id: acceptance, act: review, by: [acceptance, helper],'],
      ['  body: {role:', '  helper: {role: unit-officer, scope: home}\n  body: {role:'],
    );
    expect(notYet(helper)).toContain('ACT_NOT_YET $.calendar[1].by[1]');
  });

  it('is not marked by a branch where no self score is asked, and nothing is found by one', () => {
    expect(notYet(edited('p08c-stars', ['total: 100, self: true,', 'total: 100,']))).toContain(
      'ACT_NOT_YET $.calendar[0].by',
    );
    const owner = edited('p08c-stars', ['{id: role, points: 40, by: acceptance,', '{id: role, points: 40, by: self,']);
    expect(notYet(owner)).toContain('ACT_NOT_YET $.calendar[0].by');
  });

  it('has stages of its own beside a panel’s, but where entries are dealt out; bonuses and measures have stages as lists have', () => {
    const apart: Edit = ['by: [experts, office]', 'by: experts'];
    const checked: Edit = [
      '  - {id: decide,',
      '  - {id: check, act: check, by: office, opens: 05-20, closes: 05-20, with: score}\n  - {id: decide,',
    ];
    expect(notYet(edited('model-branches', apart, checked))).toEqual([]);
    const dealt: Edit = ['    by: experts\n', '    by: experts\n    assign: {each: 3}\n'];
    expect(notYet(edited('model-branches', apart, checked, dealt))).toContain(WINDOW);
    const again = edited('civilized-units', [
      'phase: main, opens: +1y 02-16, closes: +1y 03-31}',
      'every: month, opens: +1y 02-16, closes: +1y 03-01}',
    ]);
    expect(notYet(again)).toEqual([]);
    const appraisal = textOf('unit-appraisal').replace(/(id: \w+, act: (?:check|score), )/u, '$1every: quarter, ');
    expect(notYet(appraisal)).toEqual([]);
  });
});

describe('a ballot beside other sources', () => {
  const vote = '{id: vote, act: vote, by: masses, opens: 12-01, closes: 12-07}';

  it.each(['s3-stars-share-cap', 'p04a-four-strong', 'p04b-four-excellent', 'p15-promises'])(
    'has a stage of its own in %s',
    (name) => expect(notYet(textOf(name))).not.toContain(WINDOW),
  );

  it('is held once: its stage does not come again, is not another’s, and is there', () => {
    expect(notYet(edited('p04a-four-strong', [vote, vote.replace('masses, ', 'masses, every: quarter, ')]))).toContain(
      WINDOW,
    );
    const twice = `${vote}\n  - ${vote.replace('id: vote', 'id: again').replace('opens: 12-01', 'with: vote, opens: 12-02')}`;
    expect(notYet(edited('p04a-four-strong', [vote, twice]))).toContain(WINDOW);
  });

  it('of several groups is one for all of them', () => {
    const apart = (by: string): string =>
      edited(
        'p04a-four-strong',
        [
          'masses: {role: mass-voter, scope: home}',
          'masses: {role: mass-voter, scope: home}\n  heads: {role: unit-officer, scope: home}',
        ],
        [vote, by],
        ['[{id: members-and-masses,', '[{id: heads, who: heads, scope: entry}, {id: members-and-masses,'],
      );
    expect(notYet(apart(vote.replace('by: masses', 'by: [heads, masses]')))).not.toContain(WINDOW);
    const others = vote.replace('id: vote', 'id: heads').replace('by: masses', 'by: heads');
    expect(notYet(apart(`${vote}\n  - ${others.replace('opens: 12-01', 'with: vote, opens: 12-02')}`))).toContain(
      WINDOW,
    );
  });
});
