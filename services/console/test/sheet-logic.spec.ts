import { describe, expect, it } from '@jest/globals';
import { bring } from '../src/sheets/bring.ts';
import { type Criterion, criteriaOf } from '../src/sheets/criteria.ts';
import { moved } from '../src/sheets/grid-moves.ts';
import { differing, markAt, scoresOf, withCells } from '../src/sheets/marks.ts';
import {
  acknowledged,
  metWith,
  onlyOf,
  type Outbox,
  outboxOf,
  sentBack,
  takeUp,
  typed,
  waitingIn,
} from '../src/sheets/outbox.ts';
import { linesOf, readPaste } from '../src/sheets/paste.ts';
import { readMark, writtenMark } from '../src/sheets/written-mark.ts';

const tables = {
  sources: [
    {
      id: 'experts',
      kind: 'panel',
      marks: 'points',
      criteria: [
        { id: 'guidance', points: 2_000, scale: { kind: 'step', step: 50 } },
        { id: 'effect', points: 1_000, scale: { kind: 'bands', bands: [1_000, 800, 500] } },
        {
          id: 'level',
          points: 4_000,
          scale: {
            kind: 'levels',
            levels: [
              { id: 'a', share: 10_000 },
              { id: 'b', share: 5_000 },
            ],
          },
        },
        {
          id: 'range',
          points: 1_000,
          scale: {
            kind: 'ranges',
            step: 100,
            ranges: [
              [800, 1_000],
              [0, 300],
            ],
          },
        },
      ],
    },
    { id: 'seconds', kind: 'measure', better: 'lower' },
  ],
  seating: [{ sourceId: 'experts', names: { guidance: ['政治引领', 'Guidance'] } }],
};
const criteria = criteriaOf(tables, 'experts') as readonly Criterion[];
const [guidance, effect, level, range] = criteria as [Criterion, Criterion, Criterion, Criterion];

describe('criteria of a sheet', () => {
  it('are those of one’s own source, with their names and what may be given', () => {
    expect(criteria.map(({ id, zh, most }) => [id, zh, most])).toEqual([
      ['guidance', '政治引领', 2_000],
      ['effect', 'effect', 1_000],
      ['level', 'level', 4_000],
      ['range', 'range', 1_000],
    ]);
    expect(level.choices).toEqual([4_000, 2_000]);
  });
  it('are none for a source without sheets of marks', () => {
    expect(criteria.map(({ levels }) => levels)).toEqual([null, null, null, null]);
    const named = { ...tables.seating[0], levelNames: { level: { a: ['优秀', 'Excellent'] } } };
    expect(criteriaOf({ ...tables, seating: [named] }, 'experts')?.[2]?.levels).toEqual([
      { id: 'a', zh: '优秀', en: 'Excellent' },
      { id: 'b', zh: 'b', en: 'b' },
    ]);
    expect(criteriaOf(tables, 'seconds')).toBeNull();
    expect(criteriaOf({}, 'experts')).toBeNull();
  });
});

describe('what is written into a cell', () => {
  it.each([
    ['19.5', 1_950],
    [' 9 ', 900],
    ['９。５分', 950],
    ['0', 0],
    ['', null],
  ])('%s is a mark', (text, mark) => expect(readMark(guidance, text)).toEqual({ mark }));
  it.each([
    ['20.5', 'out-of-range'],
    ['9.3', 'too-fine'],
    ['9.555', 'too-fine'],
    ['优', 'not-a-number'],
    ['-1', 'not-a-number'],
    ['1e3', 'not-a-number'],
  ])('%s is none, and says why', (text, fault) => expect(readMark(guidance, text)).toEqual({ fault }));
  it('of a choice is what it is worth, and its ordinal is the mark', () => {
    expect(readMark(effect, '8')).toEqual({ mark: 1 });
    expect(readMark(effect, '7')).toEqual({ fault: 'not-offered' });
    expect(readMark(level, '20')).toEqual({ mark: 1 });
    expect(writtenMark(effect, 1)).toBe('8');
  });
  it('lies within the ranges', () => {
    expect(readMark(range, '9')).toEqual({ mark: 900 });
    expect(readMark(range, '5')).toEqual({ fault: 'not-offered' });
  });
});

describe('keys in the grid', () => {
  const size = { rows: 3, columns: 2 };
  const press = (key: string, more: Partial<Parameters<typeof moved>[1]> = {}) =>
    moved({ row: 1, column: 0 }, { key, ctrl: false, shift: false, isEdited: false, ...more }, size);
  it('lead to the neighbours, and Enter down', () => {
    expect(press('Enter')).toEqual({ row: 2, column: 0 });
    expect(press('Enter', { shift: true })).toEqual({ row: 0, column: 0 });
    expect(press('ArrowRight')).toEqual({ row: 1, column: 1 });
    expect(press('ArrowLeft')).toEqual({ row: 1, column: 0 });
    expect(press('Home', { ctrl: true })).toEqual({ row: 0, column: 0 });
    expect(press('PageDown')).toEqual({ row: 2, column: 0 });
  });
  it('left and right stay among the digits of a cell that is being changed', () => {
    expect(press('ArrowLeft', { isEdited: true })).toBeNull();
    expect(press('ArrowDown', { isEdited: true })).toEqual({ row: 2, column: 0 });
  });
  it('Tab goes along the lines and out of the grid at its ends', () => {
    expect(press('Tab', { shift: true })).toEqual({ row: 0, column: 1 });
    expect(moved({ row: 2, column: 1 }, { key: 'Tab', ctrl: false, shift: false, isEdited: false }, size)).toBeNull();
    expect(press('9')).toBeNull();
  });
});

describe('a paste from a spreadsheet', () => {
  const board = { entryIds: ['p1', 'p2'], titles: ['甲', '乙'], criteria: [guidance, effect] };
  it('is cells by tabs and lines, with quotes', () => {
    expect(linesOf('1\t"2\n""3"""\r\n4\t\r\n')).toEqual([
      ['1', '2\n"3"'],
      ['4', ''],
    ]);
  });
  it('goes where one is; what is wrong is named with its place, what lies beside the sheet is counted', () => {
    expect(readPaste('19\t8\t7\n19.3\t8\n3\t5', { row: 0, column: 0 }, board, {})).toEqual({
      cells: [
        { entryId: 'p1', criterionId: 'guidance', mark: 1_900 },
        { entryId: 'p1', criterionId: 'effect', mark: 1 },
        { entryId: 'p2', criterionId: 'effect', mark: 1 },
      ],
      bad: [{ row: 1, column: 0, text: '19.3', fault: 'too-fine' }],
      outside: 3,
    });
  });
  it('leaves out the heads, and follows the titles where they stand in the first column', () => {
    const { cells, bad } = readPaste('项目\t政治引领（满分 20 分）\n乙\t5\n甲\t6', { row: 0, column: 0 }, board, {});
    expect(bad).toEqual([]);
    expect(cells).toEqual([
      { entryId: 'p2', criterionId: 'guidance', mark: 500 },
      { entryId: 'p1', criterionId: 'guidance', mark: 600 },
    ]);
  });
  it('of 200 projects by 10 criteria is checked within a second', () => {
    const ten = Array.from({ length: 10 }, (_, at) => ({ ...guidance, id: `c${at}` }));
    const entryIds = Array.from({ length: 200 }, (_, at) => `p${at}`);
    const text = entryIds
      .map((_, row) => ten.map((__, column) => String(((row + column) % 41) / 2)).join('\t'))
      .join('\n');
    const begun = performance.now();
    const { cells, bad } = readPaste(text, { row: 0, column: 0 }, { entryIds, titles: entryIds, criteria: ten }, {});
    expect([cells.length, bad.length]).toEqual([2_000, 0]);
    expect(performance.now() - begun).toBeLessThan(1_000);
  });
});

describe('the outbox of a sheet', () => {
  const cell = (entryId: string, mark: number | null) => ({ entryId, criterionId: 'c', mark });
  it('asks for nothing where a mark is typed and taken back', () => {
    const outbox = typed(typed(outboxOf(3, { p: { c: 5 } }), [cell('p', 9)]), [cell('p', 5)]);
    expect(waitingIn(outbox)).toEqual([]);
    expect(takeUp(outbox, 'k').sending).toBeNull();
  });
  it('sends what waits once, under one key, until it is answered', () => {
    const first = takeUp(typed(outboxOf(-1, {}), [cell('p', 9)]), 'k1');
    expect(first.sending).toEqual({ key: 'k1', revision: -1, cells: [cell('p', 9)] });
    const later = takeUp(typed(first, [cell('q', 1)]), 'k2');
    expect(later.sending?.key).toBe('k1');
    const done = acknowledged(later, 0);
    expect([done.revision, waitingIn(done)]).toEqual([0, [cell('q', 1)]]);
    expect(waitingIn(sentBack(later))).toHaveLength(2);
  });
  it('keeps what was changed here, takes the rest from the platform, and tells the cells that both changed', () => {
    const mine = typed(outboxOf(1, { a: { c: 1 }, b: { c: 1 }, d: { c: 1 } }), [cell('a', 2), cell('b', 2)]);
    const { outbox, conflicts } = metWith(mine, 5, { a: { c: 9 }, b: { c: 1 }, d: { c: 7 } });
    expect(conflicts).toEqual([{ entryId: 'a', criterionId: 'c', mine: 2, theirs: 9 }]);
    expect([outbox.revision, outbox.shown]).toEqual([5, { a: { c: 2 }, b: { c: 2 }, d: { c: 7 } }]);
    expect(waitingIn(outbox)).toEqual([cell('a', 2), cell('b', 2)]);
  });
  it('meets its own save whose answer was lost without a conflict', () => {
    const lost = takeUp(typed(outboxOf(1, {}), [cell('a', 2)]), 'k');
    const { outbox, conflicts } = metWith(lost, 2, { a: { c: 2 } });
    expect([conflicts, waitingIn(outbox)]).toEqual([[], []]);
  });
  it('sends nothing more of an entry from which one was recused', () => {
    const outbox = typed(outboxOf(1, { a: { c: 1 } }), [cell('a', 2), cell('b', 2)]);
    expect(waitingIn(onlyOf(outbox, new Set(['b'])))).toEqual([cell('b', 2)]);
  });
});

describe('marks', () => {
  it('keep the rows that do not change, and take a mark back', () => {
    const marks = { a: { c: 1 }, b: { c: 2 } };
    const next = withCells(marks, [{ entryId: 'a', criterionId: 'c', mark: null }]);
    expect(next['b']).toBe(marks.b);
    expect(markAt(next, 'a', 'c')).toBeNull();
    expect(differing(marks, next)).toEqual([{ entryId: 'a', criterionId: 'c', mark: null }]);
  });
  it('go to the platform by entry', () => {
    expect(
      scoresOf([
        { entryId: 'a', criterionId: 'c', mark: 1 },
        { entryId: 'a', criterionId: 'd', mark: null },
      ]),
    ).toEqual([
      {
        entryId: 'a',
        marks: [
          { criterionId: 'c', mark: 1 },
          { criterionId: 'd', mark: null },
        ],
      },
    ]);
  });
});

describe('bringing what waits to the platform before one signs out', () => {
  const waiting = (): Outbox => {
    const cells = Array.from({ length: 4_500 }, (_, index) => ({
      ...{ entryId: `e${Math.trunc(index / 10)}`, criterionId: `c${index % 10}`, mark: 100 },
    }));
    return typed(outboxOf(3, {}), cells);
  };
  const sent: number[] = [];
  const keep = async (): Promise<void> => undefined;
  it('goes on save after save until nothing waits, each on the revision that the one before it made', async () => {
    const revisions: number[] = [];
    const left = await bring(waiting(), {
      send: async ({ revision, cells }) => {
        revisions.push(revision);
        sent.push(cells.length);
        return { kind: 'done', revision: revision + 1 };
      },
      keep,
    });
    expect({ left, sent, revisions }).toEqual({ left: 0, sent: [2_000, 2_000, 500], revisions: [3, 4, 5] });
  });
  it('tells how many marks stand against signing out where the platform takes no more', async () => {
    let answers = 1;
    const left = await bring(waiting(), {
      send: async ({ revision }) => (answers-- > 0 ? { kind: 'done', revision: revision + 1 } : { kind: 'unreached' }),
      keep,
    });
    expect(left).toBe(2_500);
  });
});
