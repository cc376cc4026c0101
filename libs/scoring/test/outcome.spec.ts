import { describe, expect, it } from '@jest/globals';
import { computeOutcome, type OutcomeInputs, type OutcomeRule } from '@jiangong/scoring';
import { inputsOf, phase, rule } from './outcome-tables.ts';

const first = (count: number, over: Partial<OutcomeRule> = {}) => rule('first', { by: 'first', count }, over);
const read = (rules: readonly OutcomeRule[], inputs: OutcomeInputs) => {
  const { rules: outcomes, problems } = computeOutcome(rules, inputs);
  expect(problems).toEqual([]);
  return Object.fromEntries(
    outcomes.map(({ rule: id, given, open, undetermined, windows }) => [
      id,
      { given: given.map(({ holder }) => holder).join(' '), open, undetermined, windows },
    ]),
  );
};
const given = (rules: readonly OutcomeRule[], inputs: OutcomeInputs) =>
  Object.fromEntries(Object.entries(read(rules, inputs)).map(([id, outcome]) => [id, outcome.given]));

/** Two share the third rank. */
const tied = { a: 9, b: 8, c: 7, d: 7, e: 6, f: 5 };

describe('equals across the limit', () => {
  it('are all in, and the rule says how many more than planned that makes', () => {
    const { first: one } = read([first(3)], inputsOf(tied));
    expect(one).toMatchObject({ given: 'a b c d', open: [], windows: [{ planned: 3, given: 4, beyond: 1 }] });
  });

  it('are all out where the rule says so', () => {
    expect(read([first(3, { edge: 'out' })], inputsOf(tied))['first']).toMatchObject({
      given: 'a b',
      windows: [{ planned: 3, given: 2, beyond: 0 }],
    });
  });

  it('are left to the body where the rule says so, with the places that are left', () => {
    expect(read([first(3, { edge: 'body', edgeMax: 1 })], inputsOf(tied))['first']).toMatchObject({
      given: 'a b',
      open: [{ why: 'edge', subjects: ['c', 'd'], places: 1, atMost: 2 }],
    });
  });

  it('are the body’s to choose when more would be in than edgeMax', () => {
    const many = { a: 9, c: 7, d: 7, e: 7, f: 7 };
    expect(given([first(2, { edgeMax: 3 })], inputsOf(many))).toEqual({ first: 'a c d e f' });
    expect(read([first(2, { edgeMax: 2 })], inputsOf(many))['first']).toMatchObject({
      given: 'a',
      open: [{ why: 'edge', subjects: ['c', 'd', 'e', 'f'], places: 1, atMost: 3 }],
    });
  });

  it('are marked, so that nobody overlooks them', () => {
    const [outcome] = computeOutcome([first(3)], inputsOf(tied)).rules;
    expect(outcome?.given.map(({ holder, place, shared, atEdge }) => [holder, place, shared, atEdge])).toEqual([
      ['a', 1, false, false],
      ['b', 2, false, false],
      ['c', 3, true, true],
      ['d', 3, true, true],
    ]);
  });

  it('are in neither list when a first and a last rule both reach them', () => {
    const last = rule('last', { by: 'last', count: 2 }, { notAlso: ['first'] });
    const outcome = read([first(2), last], inputsOf({ a: 5, b: 5, c: 5, d: 5 }));
    const open = [{ why: 'both-ends', subjects: ['a', 'b', 'c', 'd'] }];
    expect(outcome).toMatchObject({ first: { given: '', open }, last: { given: '', open } });
  });
});

describe('the next places', () => {
  const ladder = (edge: OutcomeRule['edge']) => [
    first(2, { edge }),
    rule('second', { by: 'next', after: 'first', count: 2 }, { edge }),
  ];

  it('begin where the planned ones of the rule before end, also when that gave more', () => {
    expect(given(ladder('in'), inputsOf({ a: 9, b: 8, c: 8, d: 7, e: 6 }))).toEqual({ first: 'a b c', second: 'd' });
  });

  it('take in who was out above, and never more than their own number', () => {
    expect(given(ladder('out'), inputsOf({ a: 9, b: 8, c: 8, d: 7, e: 6 }))).toEqual({ first: 'a', second: 'b c' });
  });

  it('wait for those that the body has yet to choose above', () => {
    const outcome = read(ladder('body'), inputsOf({ a: 9, b: 8, c: 8, d: 7, e: 6 }));
    expect([outcome['first']?.given, outcome['second']?.given]).toEqual(['a', 'd']);
    const chosen = inputsOf(
      { a: 9, b: 8, c: 8, d: 7, e: 6 },
      {},
      { choices: [{ rule: 'first', subjects: ['a', 'c'] }] },
    );
    expect(given(ladder('body'), chosen)).toEqual({ first: 'a c', second: 'b d' });
  });

  it('of shares are rounded down, each window apart (45 entries: 4, 9, 13)', () => {
    const points = Object.fromEntries(Array.from({ length: 45 }, (_, at) => [`e${at}`, 100 - at]));
    const outcome = read(
      [
        rule('one', { by: 'first-share', share: 1_000 }),
        rule('two', { by: 'next-share', after: 'one', share: 2_000 }),
        rule('three', { by: 'next-share', after: 'two', share: 3_000 }),
      ],
      inputsOf(points),
    );
    expect(Object.values(outcome).map(({ windows }) => windows[0]?.given)).toEqual([4, 9, 13]);
  });

  it('of a share that rounds down to nothing stay nothing, unless the rule says at least one', () => {
    expect(given([rule('one', { by: 'first-share', share: 1_000 })], inputsOf(tied))).toEqual({ one: '' });
    expect(given([rule('one', { by: 'first-share', share: 1_000, least: 1 })], inputsOf(tied))).toEqual({ one: 'a' });
  });
});

describe('the last places', () => {
  it('are counted from below', () => {
    expect(given([rule('last', { by: 'last', count: 2 })], inputsOf(tied))).toEqual({ last: 'f e' });
    expect(read([rule('last', { by: 'last', count: 3 }, { edge: 'body' })], inputsOf(tied))['last']).toMatchObject({
      given: 'f e',
      open: [{ subjects: ['c', 'd'], places: 1 }],
    });
  });

  it('pass over who already has a rule that excludes them', () => {
    expect(
      given([first(2), rule('last', { by: 'last', count: 3 }, { notAlso: ['first'] })], inputsOf({ a: 3, b: 2, c: 1 })),
    ).toEqual({ first: 'a b', last: 'c' });
  });
});

describe('a ladder of thresholds', () => {
  const step = (id: string, score: number, after?: string, over: Partial<OutcomeRule> = {}) =>
    rule(id, { by: 'at-least', score, ...(after === undefined ? {} : { after }) }, { edge: 'out', ...over });
  const points = { a: 95, b: 92, c: 91, d: 85, e: 70 };

  it('puts everybody on the highest step that he reaches', () => {
    expect(
      given([step('five', 9_000), step('four', 8_000, 'five'), step('three', 7_000, 'four')], inputsOf(points)),
    ).toEqual({ five: 'a b c', four: 'd', three: 'e' });
  });

  it('lets those beyond a cap fall to the rule that the template names', () => {
    const capped = { cap: { share: 4_000 }, fall: 'three' };
    expect(
      given(
        [
          step('five', 9_000, undefined, capped),
          step('four', 8_000, 'five', { notAlso: [] }),
          step('three', 7_000, 'four'),
        ],
        inputsOf(points),
      ),
    ).toEqual({ five: 'a b', four: 'c d', three: 'e' });
    expect(
      given(
        [step('five', 9_000, undefined, { ...capped, fall: 'poor' }), step('poor', 0, undefined)],
        inputsOf({ a: 95, b: 92, c: 91 }),
      ),
    ).toMatchObject({ five: 'a' });
  });

  it('reads the exact score, or the rounded one where the ranking does', () => {
    const inputs = inputsOf({ a: 90 });
    const [entry] = inputs.ranking?.result.entries ?? [];
    const result = { ...inputs.ranking?.result, entries: [{ ...entry, numerator: '8999', denominator: '1' }] };
    const of = (on: 'exact' | 'rounded') =>
      given([step('five', 9_000)], {
        ...inputs,
        ranking: { phase: phase({ rank: { on, better: 'higher', ties: [], then: 'shared' } }), result },
      } as OutcomeInputs);
    expect([of('exact'), of('rounded')]).toEqual([{ five: '' }, { five: 'a' }]);
  });
});

describe('tests of facts', () => {
  const months = { fact: 'org.age-months' };
  const old = first(2, { needs: [{ query: months, atLeast: 12 }] });
  const facts = (values: Readonly<Record<string, number>>) =>
    Object.entries(values).map(([subject, value]) => ({ subject, query: months, value }));

  it('keep out, and the next moves up', () => {
    const inputs = inputsOf({ a: 3, b: 2, c: 1 }, {}, { facts: facts({ a: 3, b: 30, c: 30 }) });
    expect(given([old], inputs)).toEqual({ first: 'b c' });
  });

  it('keep out, and the place stays empty where the rule does not give way', () => {
    const inputs = inputsOf({ a: 3, b: 2, c: 1 }, {}, { facts: facts({ a: 3, b: 30, c: 30 }) });
    expect(given([{ ...old, giveWay: false }], inputs)).toEqual({ first: 'b' });
  });

  it('without an answer put nobody in or out: a person must look, and the place stays his', () => {
    const { first: outcome } = read([old], inputsOf({ a: 3, b: 2, c: 1 }, {}, { facts: facts({ b: 30, c: 30 }) }));
    expect(outcome).toMatchObject({
      given: 'b',
      undetermined: [{ subject: 'a', place: 1, unknown: [months] }],
      windows: [{ planned: 2, given: 1, beyond: 0 }],
    });
  });

  it('can be any of several, and may be forbidden', () => {
    const anyOf = first(3, {
      needs: [
        {
          anyOf: [
            { query: { fact: 'org.kind' }, is: 'Branch' },
            { query: months, atMost: 5 },
          ],
        },
      ],
      never: [{ query: { fact: 'org.weak' }, is: true }],
    });
    const inputs = inputsOf(
      { a: 3, b: 2, c: 1 },
      {},
      {
        facts: [
          ...facts({ a: 30, b: 3, c: 3 }),
          { subject: 'a', query: { fact: 'org.kind' }, value: 'Branch' },
          { subject: 'b', query: { fact: 'org.kind' }, value: 'Unit' },
          { subject: 'c', query: { fact: 'org.kind' }, value: 'Unit' },
          ...['a', 'b', 'c'].map((subject) => ({ subject, query: { fact: 'org.weak' }, value: subject === 'b' })),
        ],
      },
    );
    expect(given([anyOf], inputs)).toEqual({ first: 'a c' });
  });

  it('read rows of the result', () => {
    const strong = first(3, { needs: [{ query: { fact: 'step', kind: ['total'] }, atLeast: 200 }] });
    expect(given([strong], inputsOf({ a: 3, b: 2, c: 1 }))).toEqual({ first: 'a b' });
  });
});

describe('what the body chooses', () => {
  it('stands in place of the proposal; what follows from it follows, and more than planned is said', () => {
    const rules = [first(1), rule('leader', { by: 'each' }, { to: 'leader', among: ['first'] })];
    const inputs = inputsOf(
      { a: 3, b: 2, c: 1 },
      { a: { leaders: ['p1'] }, b: { leaders: ['p2'] }, c: { leaders: ['p2'] } },
      { choices: [{ rule: 'first', subjects: ['c', 'b'] }] },
    );
    expect(read(rules, inputs)).toMatchObject({
      first: { given: 'b c', windows: [{ planned: 1, given: 2, beyond: 1 }] },
      leader: { given: 'p2' },
    });
  });

  it('of a choice is nothing until it is made', () => {
    const model = rule('model', { by: 'choice', count: 2 });
    expect(read([model], inputsOf(tied))['model']).toMatchObject({
      given: '',
      open: [{ why: 'choice', subjects: ['a', 'b', 'c', 'd', 'e', 'f'], places: 2, atMost: 2 }],
    });
  });

  it('must be among those admitted, each once', () => {
    const inputs = inputsOf(tied, {}, { choices: [{ rule: 'first', subjects: ['a', 'a', 'x'] }] });
    expect(computeOutcome([first(1)], inputs).problems).toEqual([
      { reason: 'CHOICE_TWICE', path: 'first/a' },
      { reason: 'CHOICE_UNKNOWN', path: 'first/x' },
    ]);
  });
});

describe('classes', () => {
  it('are looked at apart, by rank where the ranking has them and by value where it has not', () => {
    const homes = { a: { home: 'u1' }, b: { home: 'u1' }, c: { home: 'u2' }, d: { home: 'u2' } };
    expect(given([first(1, { within: 'home' })], inputsOf({ a: 4, b: 3, c: 2, d: 1 }, homes))).toEqual({
      first: 'a c',
    });
  });

  it('must be known, and so must a roll that a share is taken of', () => {
    const share = rule('one', { by: 'first-share', share: 5_000 }, { of: 'roll' });
    expect(computeOutcome([first(1, { within: 'home' }), share], inputsOf({ a: 1 })).problems).toEqual([
      { reason: 'ROLL_MISSING', path: 'one/' },
      { reason: 'CLASS_MISSING', path: 'a/home' },
    ]);
    expect(given([share], inputsOf(tied, {}, { rolls: [{ rule: 'one', within: null, count: 4 }] }))).toEqual({
      one: 'a b',
    });
  });
});

describe('laws of an outcome', () => {
  it('the order of the inputs never matters', () => {
    const rules = [first(2, { edge: 'body' }), rule('second', { by: 'next', after: 'first', count: 2 })];
    const inputs = inputsOf(tied);
    const turned = { ...inputs, entries: inputs.entries.toReversed() };
    expect(computeOutcome(rules, turned)).toEqual(computeOutcome(rules, inputs));
  });

  it('nothing scored: admitted entries have no order, so a rule by rank leaves them all to the body', () => {
    const inputs = { ...inputsOf({}, { a: {}, b: {} }), ranking: null };
    expect(read([first(1, { edge: 'body' })], inputs)['first']).toMatchObject({
      given: '',
      open: [{ subjects: ['a', 'b'] }],
    });
  });
});
