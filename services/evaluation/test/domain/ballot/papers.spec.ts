import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { BallotFact } from '../../../src/domain/ballot/facts.ts';
import { takeBallot } from '../../../src/domain/ballot/hand-in.ts';
import { fullMostOf, papersAbout, readPaper } from '../../../src/domain/ballot/papers.ts';
import { after, bytes, CLOSES, decided, entries, issuing, opening, rules, source, voters } from './example-ballot.ts';
import { paper, papersIssued, paperSetting, QUESTIONS, questionSetting } from './example-papers.ts';

const PICKS = [
  { id: 'picked', points: 10_000 },
  { id: 'passed', points: 0 },
];
const voting = after(...papersIssued);
const time = { isOpen: true, closesAt: CLOSES, now: '2026-10-22T00:00:00.000Z' };

const mark = (entryId: string, question: string, level: string, serial: number) => ({
  ...{ entryId, question, level, serial: bytes(16, serial) },
});
/** The answers of one paper, in whatever order they come. */
const marks = (...levels: readonly string[]) =>
  levels.map((level, at) => mark(at < 2 ? 'entry-a' : 'entry-b', QUESTIONS[at % 2] ?? '', level, at));
const handed = (given: readonly ReturnType<typeof mark>[]) =>
  takeBallot(voting, { boxId: 'paper', token: bytes(32, 1), signature: bytes(256, 1), level: '', marks: given }, time);
const closing = (...ballots: readonly ReturnType<typeof paper>[]) =>
  ({ type: 'CloseBallot', now: CLOSES, ballots }) as const;
const five = [
  paper(5, [0, 1, 1, 0]),
  paper(1, [0, 0, 1, 1]),
  paper(4, [1, 1, 1, 1]),
  paper(2, [0, 1, 1, 1]),
  paper(3, [1, 0, 1, 1]),
];

describe('a paper of several answers', () => {
  it('is one for all that a voter votes about, where a share of it is limited: of the round, or of his home', () => {
    expect(papersAbout(entries, { scope: 'round' })).toEqual([
      { entryId: 'entry-a', entryIds: ['entry-a', 'entry-b'] },
    ]);
    expect(papersAbout(entries, { scope: 'entry' })).toEqual([
      { entryId: 'entry-a', entryIds: ['entry-a'] },
      { entryId: 'entry-b', entryIds: ['entry-b'] },
    ]);
    expect(decided(after(), paperSetting)).toMatchObject([
      { data: { questions: QUESTIONS, fullAtMost: 5_000, boxes: [{ entryIds: ['entry-a', 'entry-b'] }] } },
    ]);
  });

  it('is one for each category, and of a home, where names are picked; no more of them than the template says', () => {
    const mixed = [
      ...entries,
      { ...entries[0], entryId: 'entry-c', track: 'worker' },
      { ...entries[0], entryId: 'entry-d' },
    ];
    expect(papersAbout(mixed as typeof entries, { scope: 'entry', pickAtMost: 1 })).toEqual([
      { entryId: 'entry-a', entryIds: ['entry-a', 'entry-d'] },
      { entryId: 'entry-b', entryIds: ['entry-b'] },
      { entryId: 'entry-c', entryIds: ['entry-c'] },
    ]);
    const [set] = decided(after(), {
      ...paperSetting,
      rules: { ...rules, scope: 'round', pickAtMost: 1 },
      source: { ...source, levels: PICKS },
    }) as readonly BallotFact[];
    expect(set).toMatchObject({ data: { pickAtMost: 1, levels: ['picked', 'passed'] } });
    const asked = { pickAtMost: 1, levels: PICKS.map(({ id }) => id) };
    const paperBox = { boxId: 'paper', entryId: 'entry-a', entryIds: ['entry-a', 'entry-b'], publicKey: '' };
    const read = (...levels: readonly string[]) =>
      readPaper(
        asked,
        paperBox,
        levels.map((level, at) => ({ ...mark(at === 0 ? 'entry-a' : 'entry-b', '', level, at) })),
      );
    expect(read('picked', 'passed')).toMatchObject([{ level: 0 }, { level: 1 }]);
    expect(read('passed', 'passed')).toMatchObject([{ level: 1 }, { level: 1 }]);
    expect(read('picked', 'picked')).toMatchObject({ reason: 'TOP_MARKS_TOO_MANY', details: { given: 2, most: 1 } });
    // Of fewer names than may be picked all may be.
    expect(fullMostOf({ pickAtMost: 9 }, paperBox)).toBe(2);
  });

  it('is one an entry where nothing is limited', () => {
    const [set] = decided(after(), questionSetting) as readonly BallotFact[];
    expect(set?.data).toMatchObject({ questions: QUESTIONS, boxes: [{ entryId: 'entry-a' }, { entryId: 'entry-b' }] });
    expect(JSON.stringify(set)).not.toMatch(/entryIds|fullAtMost/u);
  });

  it('is kept in the order of entries and questions, whatever order it comes in: its length tells nothing', () => {
    const given = marks('good', 'poor', 'poor', 'good');
    const kept = { choice: { marks: [0, 1, 1, 0].map((level, at) => ({ level, serial: bytes(16, at) })) } };
    expect(handed(given)).toMatchObject(kept);
    expect(handed(given.toReversed())).toMatchObject(kept);
  });

  it.each([
    ['without one of its answers', marks('good', 'poor', 'poor'), 'MARKS_INCOMPLETE', 'marks'],
    [
      'with an answer twice',
      [...marks('good', 'poor', 'poor'), mark('entry-a', 'work', 'poor', 9)],
      'MARKS_INCOMPLETE',
      'marks',
    ],
    [
      'about another question',
      [...marks('good', 'poor', 'poor'), mark('entry-b', 'other', 'poor', 9)],
      'MARKS_INCOMPLETE',
      'marks',
    ],
    ['with a level that there is not', marks('good', 'poor', 'splendid', 'good'), 'LEVEL_UNKNOWN', 'marks[2].level'],
    [
      'with more of the highest level than it may',
      marks('good', 'good', 'good', 'poor'),
      'TOP_MARKS_TOO_MANY',
      'marks',
    ],
    [
      'with one serial for two answers, which would tell that they are of one paper',
      [...marks('good', 'poor', 'poor'), mark('entry-b', 'style', 'poor', 0)],
      'SERIAL_INVALID',
      'marks[3].serial',
    ],
    [
      'with a serial that is too short',
      [...marks('good', 'poor', 'poor'), { ...mark('entry-b', 'style', 'poor', 9), serial: 'AA' }],
      'SERIAL_INVALID',
      'marks[3].serial',
    ],
  ])('is refused %s', (_, given, reason, field) => expect(handed(given)).toMatchObject({ reason, field }));

  it('says how many of the highest level there may be, and are', () =>
    expect(handed(marks('good', 'good', 'good', 'good'))).toMatchObject({ details: { given: 4, most: 2 } }));
});

describe('the opening of papers', () => {
  const facts = decided(voting, closing(...five)) as readonly BallotFact[];
  const of = (type: BallotFact['type']) => facts.filter((fact) => fact.type === type);

  it('counts them answer by answer', () =>
    expect(of('BallotClosed.v1')).toMatchObject([
      {
        data: {
          boxes: [
            { boxId: 'paper', entryId: 'entry-a', question: 'work', issued: 6, cast: 5, counts: [3, 2], why: null },
            { entryId: 'entry-a', question: 'style', counts: [2, 3] },
            { entryId: 'entry-b', question: 'work', counts: [0, 5] },
            { entryId: 'entry-b', question: 'style', counts: [1, 4] },
          ],
        },
      },
    ]));

  it('takes them apart: tokens without a choice, and of each answer a list by its serials', () => {
    expect(of('BallotsOpened.v1')).toMatchObject([
      { data: { ballots: [1, 2, 3, 4, 5].map((token) => ({ token: bytes(32, token), level: null })) } },
    ]);
    const opened = of('PapersOpened.v1');
    expect(opened.map(({ data }) => data)).toMatchObject([
      { entryId: 'entry-a', question: 'work', part: 1 },
      { entryId: 'entry-a', question: 'style', part: 1 },
      { entryId: 'entry-b', question: 'work', part: 1 },
      { entryId: 'entry-b', question: 'style', part: 1 },
    ]);
    for (const { data } of opened) {
      const serials = 'marks' in data ? data.marks.map(({ serial }) => serial) : [];
      expect(serials).toEqual([...serials].sort());
      expect(serials).toHaveLength(5);
    }
  });

  it('stores the same bytes, in whatever order papers fell', () =>
    fc.assert(
      fc.property(fc.shuffledSubarray(five, { minLength: five.length }), (shuffled) => {
        expect(JSON.stringify(decided(voting, closing(...shuffled)))).toBe(JSON.stringify(facts));
      }),
    ));

  it('reveals no answer of a group that is too small, nor that there were any', () => {
    const few = decided(voting, closing(...five.slice(0, 4)));
    expect(JSON.stringify(few)).not.toMatch(/"level":"|"counts":\[|PapersOpened|serial/u);
    expect(few).toContainEqual(
      expect.objectContaining({
        data: expect.objectContaining({
          boxes: expect.arrayContaining([expect.objectContaining({ counts: null, why: 'VOTERS_BELOW_MINIMUM' })]),
        }),
      }),
    );
  });

  it('looks again at what one paper may hold', () => {
    const beyond = closing(...five.slice(0, 4), paper(6, [0, 0, 0, 1]));
    expect(() => decided(voting, beyond)).toThrow('more answers of the highest level');
    expect(() => decided(voting, closing(...five.slice(0, 4), paper(6, [0, 1])))).toThrow('not whole');
  });

  it('of papers about one entry each opens each box by itself', () => {
    const one = after(questionSetting, ...voters(6).map((who) => issuing(who)), opening);
    const cast = [1, 2, 3, 4, 5].map((token) => paper(token, [0, token % 2], 'box of entry-a'));
    const closed = decided(one, closing(...cast)) as readonly BallotFact[];
    expect(closed.filter(({ type }) => type === 'PapersOpened.v1')).toHaveLength(2);
    expect(closed.at(-1)).toMatchObject({
      data: {
        boxes: [
          { entryId: 'entry-a', question: 'work', counts: [5, 0] },
          { entryId: 'entry-a', question: 'style', counts: [2, 3] },
          { entryId: 'entry-b', question: 'work', counts: null },
          { entryId: 'entry-b', question: 'style', counts: null },
        ],
      },
    });
  });
});
