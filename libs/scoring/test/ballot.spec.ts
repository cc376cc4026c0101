import { describe, expect, it } from '@jest/globals';
import {
  computePhase,
  type GivenBallot,
  phaseAlgorithmHash,
  type PhaseTables,
  stepsOf,
  validatePhases,
} from '../src/index.ts';

const tables = (turnout = 5_000): PhaseTables => ({
  tablesVersion: 2,
  sources: [
    {
      id: 'poll',
      kind: 'ballot',
      levels: [
        { id: 'good', points: 10_000 },
        { id: 'fair', points: 6_000 },
        { id: 'poor', points: 0 },
      ],
      turnout,
      least: 5,
    },
  ],
  phases: [
    {
      id: 'main',
      admits: { kind: 'all' },
      within: 'all',
      rows: [{ id: 'voted', absent: 'unranked', op: 'take-ballot', source: 'poll' }],
      score: 'voted',
      decimals: 2,
      rank: { on: 'exact', better: 'higher', ties: [], then: 'shared' },
    },
  ],
});

const ENTRY = 'entry-0';
const poll = (given: Partial<GivenBallot> = {}): GivenBallot => ({
  sourceId: 'poll',
  entryId: ENTRY,
  issued: 8,
  cast: 7,
  counts: [3, 3, 1],
  ...given,
});

const computed = (ballots: readonly GivenBallot[], turnout?: number) =>
  computePhase(tables(turnout), 'main', {
    entries: [{ entryId: ENTRY }],
    seats: [],
    sheets: [],
    recusals: [],
    values: [],
    carried: [],
    ballots,
    seed: null,
  });

const valueOf = (ballots: readonly GivenBallot[], turnout?: number) => {
  const outcome = computed(ballots, turnout);
  if (outcome.kind !== 'computed') return outcome;
  const { entries, unranked } = outcome.result;
  const [ranked, absent] = [entries[0], unranked[0]];
  return ranked === undefined ? absent?.reason : `${ranked.numerator}/${ranked.denominator}`;
};

describe('a secret ballot', () => {
  it('is the sum of counts and points of their levels, over all counts, exactly', () =>
    expect(valueOf([poll()])).toBe('48000/7'));

  it('is not counted in a group under the least: neither of tokens nor of ballots', () => {
    expect(valueOf([poll({ issued: 4, cast: 4, counts: null })])).toBe('VOTERS_BELOW_MINIMUM');
    expect(valueOf([poll({ issued: 8, cast: 4, counts: null })])).toBe('VOTERS_BELOW_MINIMUM');
    expect(valueOf([poll({ issued: 5, cast: 5, counts: [5, 0, 0] })])).toBe('10000/1');
  });

  it('is counted at the floor of its turnout, and not below', () => {
    expect(valueOf([poll({ issued: 10, cast: 8, counts: [8, 0, 0] })], 8_000)).toBe('10000/1');
    expect(valueOf([poll({ issued: 10, cast: 7, counts: null })], 8_000)).toBe('TURNOUT_BELOW_FLOOR');
  });

  it('of papers is void where the box held more than were handed out: that is said, and not that too few came', () => {
    expect(valueOf([poll({ cast: 0, counts: null, void: true })])).toBe('BOX_VOID');
    // Also where hardly anybody took a paper: what is wrong with the box is told first.
    expect(valueOf([poll({ issued: 3, cast: 0, counts: null, void: true })])).toBe('BOX_VOID');
    const [phase] = tables().phases;
    const hashOf = (given: Partial<GivenBallot>) => phaseAlgorithmHash(phase, { ballots: [poll(given)] });
    expect(hashOf({})).toBe(phaseAlgorithmHash(phase));
    expect(hashOf({ cast: 0, counts: null, void: true })).not.toBe(phaseAlgorithmHash(phase));
  });

  it('that was never held has no value', () => expect(valueOf([])).toBe('NOT_RECORDED'));

  it.each<[string, Partial<GivenBallot>]>([
    ['more ballots than tokens', { issued: 6 }],
    ['counts that are not what was cast', { counts: [3, 3, 2] }],
    ['counts of other levels', { counts: [4, 3] }],
    ['counts where nobody may have counted', { issued: 20, cast: 7 }],
    ['no counts where they count', { counts: null }],
    ['a count below nothing', { counts: [8, -1, 0] }],
    ['answers of a void box', { void: true }],
    ['valid papers in a void box', { void: true, counts: null }],
  ])('does not count %s', (_, given) =>
    expect(computed([poll(given)])).toEqual({
      kind: 'impossible',
      problems: [{ reason: 'COUNT_INVALID', path: 'poll/entry-0' }],
    }),
  );

  it('is counted once, of an entry and a source that are there', () =>
    expect(computed([poll(), poll(), poll({ entryId: 'other' }), poll({ sourceId: 'other' })])).toEqual({
      kind: 'impossible',
      problems: [
        { reason: 'VALUE_TWICE', path: 'poll/entry-0' },
        { reason: 'UNKNOWN_ENTRY', path: 'poll/other' },
        { reason: 'UNKNOWN_SOURCE', path: 'other' },
      ],
    }));

  it('explains itself by tokens, ballots and counts', () => {
    const outcome = computed([poll()]);
    const rows = outcome.kind === 'computed' ? (outcome.result.entries[0]?.rows ?? []) : [];
    expect(stepsOf(tables().phases[0] ?? { rows: [] }, rows)).toEqual([
      {
        row: 'voted',
        op: 'take-ballot',
        value: { numerator: '48000', denominator: '7' },
        absent: null,
        terms: [],
        panel: null,
        ballot: { issued: 8, cast: 7, counts: [3, 3, 1] },
      },
    ]);
  });
});

describe('a ballot of several questions', () => {
  const asking = (questions: readonly string[]): PhaseTables => {
    const { sources, phases, ...rest } = tables();
    const [source, phase] = [sources[0], phases[0]];
    if (source?.kind !== 'ballot' || phase === undefined) throw new Error('no ballot');
    return {
      ...rest,
      sources: [{ ...source, questions: ['work', 'conduct'] }],
      phases: [{ ...phase, rows: [{ id: 'voted', absent: 'unranked', op: 'take-ballot', source: 'poll', questions }] }],
    };
  };
  const value = (questions: readonly string[], counts: readonly number[]) => {
    const outcome = computePhase(asking(questions), 'main', {
      ...{ entries: [{ entryId: ENTRY }], seats: [], sheets: [], recusals: [], values: [], carried: [] },
      ...{ ballots: [poll({ counts })], seed: null },
    });
    if (outcome.kind !== 'computed') return outcome.kind;
    const [ranked] = outcome.result.entries;
    return `${ranked?.numerator}/${ranked?.denominator}`;
  };
  const COUNTS = [3, 3, 1, 7, 0, 0];

  it('is the mean over the questions that are taken, and shows every one', () => {
    expect(value(['work', 'conduct'], COUNTS)).toBe('59000/7');
    expect(value(['work'], COUNTS)).toBe('48000/7');
    expect(value(['conduct'], COUNTS)).toBe('10000/1');
  });

  it('does not count papers that answer one question and leave another', () => {
    expect(value(['work'], [3, 3, 1])).toBe('impossible');
    expect(value(['work'], [3, 3, 1, 6, 0, 0])).toBe('impossible');
    expect(value(['work'], [4, 3, 1, 6, 0, 0])).toBe('impossible');
  });

  it('is computed by a rule of its own, which no other phase states', () => {
    const [plain, several] = [tables().phases[0], asking(['work']).phases[0]];
    expect(phaseAlgorithmHash(several)).not.toBe(phaseAlgorithmHash(plain));
  });

  it('names the questions that it takes, of those that there are', () => {
    const faultsOf = (given: PhaseTables) => {
      const validated = validatePhases(given);
      return validated.kind === 'valid' ? [] : validated.problems.map(({ path, problem }) => `${path} ${problem}`);
    };
    expect(faultsOf(asking(['conduct']))).toEqual([]);
    expect(faultsOf(asking(['other']))).toEqual(['$.phases[0].rows[0].questions[0] is no question of this source']);
    expect(faultsOf({ ...asking(['work']), sources: tables().sources })).toEqual([
      '$.phases[0].rows[0].questions is only for a ballot of several questions',
    ]);
  });
});

describe('a table of a ballot', () => {
  const faultOf = (change: object) => {
    const [source] = tables().sources;
    const validated = validatePhases({ ...tables(), sources: [{ ...source, ...change }] });
    return validated.kind === 'valid' ? 'valid' : validated.problems[0];
  };

  it('passes when it is whole', () => expect(faultOf({})).toBe('valid'));

  it.each<[object, string, string]>([
    [{ least: 4 }, '$.sources[0].least', 'must be an integer from 5 to 10000'],
    [{ turnout: 10_001 }, '$.sources[0].turnout', 'must be an integer from 0 to 10000'],
    [{ levels: [{ id: 'good', points: 1 }] }, '$.sources[0].levels', 'must have 2 to 50 elements'],
    [
      {
        levels: [
          { id: 'good', points: 1 },
          { id: 'poor', points: 1 },
        ],
      },
      '$.sources[0].levels[1].points',
      'must be lower than the one before it',
    ],
  ])('is refused with %j', (change, path, problem) => expect(faultOf(change)).toEqual({ path, problem }));
});
