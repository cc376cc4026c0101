import { describe, expect, it } from '@jest/globals';
import type { PaperPoll } from '../../../src/domain/paper-box/poll.ts';
import { beyondPaperBox, papersOf } from '../../../src/domain/paper-box/picked-papers.ts';
import { UNCOUNTED } from '../../../src/domain/paper-box/state.ts';
import type { Entry } from '../../../src/domain/round/state.ts';
import { closedRound, openRound } from '../checklist/example-checklist.ts';
import { after, answer, by, confirm, count, entry, factsOf, opening, pickTables } from './example-paper-box.ts';

const open = { round: openRound(pickTables()) };
const closed = { round: closedRound(pickTables()) };
/** Two names on nine papers of which one is invalid. */
const picks = (a: number, b: number, over: Parameters<typeof entry>[0] = {}) => [
  entry({ ...over, entryId: 'entry-a', marks: [a, 8 - a] }),
  entry({ ...over, entryId: 'entry-b', marks: [b, 8 - b] }),
];
const said = (counted: ReturnType<typeof picks>) => answer(UNCOUNTED, by('organizer', count('c1', counted), open));
const [first, second] = picks(5, 3);

describe('papers on which names are picked', () => {
  it.each([
    ['as many picks as papers', picks(5, 3), 'PaperCounted'],
    ['papers that picked nobody', picks(2, 1), 'PaperCounted'],
    ['a pick more than the papers may hold', picks(5, 4), 'PICKS_TOO_MANY'],
    ['a name alone', first === undefined ? [] : [first], 'PAPER_NOT_WHOLE'],
    [
      'other papers of one name',
      [...picks(5, 3).slice(0, 1), { ...(second ?? entry()), handedOut: 11 }],
      'PAPERS_DIFFER',
    ],
    ['a name that more picked than voted', picks(9, 0), 'COUNT_NUMBERS_INVALID'],
    [
      'picks that leave papers over',
      [...picks(5, 3).slice(0, 1), entry({ entryId: 'entry-b', marks: [3, 4] })],
      'COUNT_DOES_NOT_ADD_UP',
    ],
  ])('are counted together: %s', (_what, counted, comes) => expect(said(counted)).toBe(comes));

  it('are void together, where more were found than handed out', () => {
    const void_ = ['entry-a', 'entry-b'].map((entryId) => entry({ entryId, found: 11, invalid: 0, marks: [] }));
    expect(said(void_)).toBe('PaperCounted');
  });

  it('are corrected together, by two others', () => {
    const counted = after(by('organizer', count('c1', picks(5, 3)), open), by('inspector', confirm('c1'), open));
    const again = (entries: ReturnType<typeof picks>) => count('c2', entries, { why: '复核发现一张归错。' });
    expect(answer(counted, by('third', again(picks(4, 3).slice(0, 1)), open))).toBe('PAPER_NOT_WHOLE');
    expect(answer(counted, by('third', again(picks(4, 3)), open))).toBe('PaperCounted');
    const [opened] = factsOf(counted, by('third', opening, closed));
    expect(opened?.data).toMatchObject({
      levels: ['picked', 'passed'],
      entries: [
        { entryId: 'entry-a', cast: 8, counts: [5, 3], why: null },
        { entryId: 'entry-b', cast: 8, counts: [3, 5], why: null },
      ],
    });
  });
});

const roll = (entries: number, homes: number): readonly Entry[] =>
  Array.from(
    { length: entries },
    (_, at) =>
      ({ entryId: `entry-${at}`, homeId: `home-${at % homes}`, track: 'member', out: null }) as unknown as Entry,
  );
const pollOf = (levels: number, questions: number, pickAtMost?: number): PaperPoll => ({
  source: {
    ...{ id: 'poll', kind: 'ballot', turnout: 0, least: 5 },
    levels: Array.from({ length: levels }, (_, at) => ({ id: `level-${at}`, points: at })),
    ...(questions === 0 ? {} : { questions: Array.from({ length: questions }, (_, at) => `question-${at}`) }),
  },
  rules: {
    ...{ sourceId: 'poll', who: 'voters', scope: 'entry', tokens: 0, names: {}, box: true },
    ...(pickAtMost === undefined ? {} : { pickAtMost }),
  },
});

/** What would be counted by nobody, or opened by nobody, is said before the round opens. */
describe('a paper box about many entries', () => {
  it.each([
    ['four levels of as many as an edition has', pollOf(4, 0), roll(1_500, 9), undefined],
    ['ten questions of four levels', pollOf(4, 10), roll(1_500, 9), undefined],
    ['more answers than an opening holds', pollOf(4, 11), roll(1_500, 9), 'answersMax'],
    ['more answers about one entry than an order holds', pollOf(4, 61), roll(1, 1), 'marksMax'],
    ['two hundred names on one paper', pollOf(2, 0, 1), roll(200, 1), undefined],
    ['a name more than one count holds', pollOf(2, 0, 1), roll(201, 1), 'namesMax'],
    ['many papers of few names', pollOf(2, 0, 1), roll(1_500, 300), undefined],
  ])('%s', (_what, poll, entries, limit) => {
    const beyond = beyondPaperBox(poll, entries);
    if (limit === undefined) expect(beyond).toBeUndefined();
    else expect(beyond).toMatchObject({ reason: 'TOO_MANY_BOXES', details: { [limit]: expect.any(Number) } });
    expect(papersOf(poll, entries).flat()).toHaveLength(poll.rules.pickAtMost === undefined ? 0 : entries.length);
  });
});
