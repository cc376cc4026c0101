import { describe, expect, it } from '@jest/globals';
import type { RoundOrder } from '../../../src/domain/round/decider.ts';
import { isUnsealed } from '../../../src/domain/round/state.ts';
import { sheetRoundOf } from '../../../src/domain/sheet/sheet-round.ts';
import {
  after,
  answer,
  close,
  factsOf,
  known,
  NOW,
  openSheets,
  prepare,
  compute,
  secondly,
  UNTIL,
} from '../round/example-round.ts';
import {
  call,
  closing,
  contestTables,
  judged,
  JURY,
  marked,
  markedByAll,
  openMarks,
  openWith,
  putOff,
  reopening,
  show,
  shown,
} from './example-contest.ts';

const open = openWith({ order: 'given' });
const recuse = (personId: string, name: string): RoundOrder => ({
  type: 'DeclareRecusal',
  now: NOW,
  personId,
  entryId: `entry-${name}`,
  reason: 'kinship',
});

describe('the stage', () => {
  it('holds one entry: whoever is called twice is called once, and nobody beside him', () => {
    const round = after(...open, call('a'));
    expect(answer(round, call('a'))).toBe('');
    expect(answer(round, call('b'))).toBe('ENTRY_ON_STAGE entryId');
  });

  it('is left with all marks in, or with a reason for those that are not', () => {
    const round = after(...open, call('a'));
    expect(answer(round, closing('a', ['expert-1']))).toBe('MARKS_MISSING reason');
    expect(answer(round, closing('a', ['expert-1'], 'because'))).toBe('CONTEST_REASON_UNKNOWN reason');
    expect(factsOf(round, closing('a', ['expert-1'], 'left'))).toMatchObject([
      { type: 'EntryClosed.v1', data: { turn: 1, missing: ['expert-2', 'expert-3'], reason: 'left' } },
    ]);
    expect(factsOf(round, closing('a', JURY, 'left'))).toMatchObject([{ data: { missing: [], reason: null } }]);
  });

  it('waits for nobody who stands recused', () => {
    const round = after(...open, recuse('expert-3', 'a'), call('a'));
    expect(answer(round, closing('a', ['expert-1', 'expert-2']))).toBe('EntryClosed');
  });

  it('is closed once, by its own entry', () => {
    const round = after(...open, ...judged('a'));
    expect(answer(round, closing('a'))).toBe('');
    expect(answer(round, closing('b'))).toBe('ENTRY_NOT_ON_STAGE entryId');
    expect(answer(round, call('a'))).toBe('ENTRY_MARKED_ALREADY entryId');
    expect(answer(round, putOff('a'))).toBe('ENTRY_MARKED_ALREADY entryId');
  });

  it('is ended by the round’s end: what was handed in before counts', () => {
    const round = after(...open, call('a'), close);
    expect(round).toMatchObject({ kind: 'closed', contest: { turns: [{ entryId: 'entry-a', standing: 'closed' }] } });
    expect(answer(round, call('b'))).toBe('ROUND_CLOSED roundId');
  });

  it('puts off for a reason of the list alone', () =>
    expect(answer(after(...open, call('a')), putOff('a', 'tired'))).toBe('CONTEST_REASON_UNKNOWN reason'));

  it('gives an entry so many turns and no more', () => {
    const often = Array.from({ length: 9 }, () => [call('a'), putOff('a', 'technical-fault')]).flat();
    expect(answer(after(...open, ...often), call('a'))).toBe('TOO_MANY_TURNS entryId');
  });
});

describe('marks of one entry', () => {
  const hindrance = (orders: readonly RoundOrder[], personId: string, about?: string) =>
    sheetRoundOf(after(...orders), known(personId), NOW, about).hindrance;

  it('are given while it is on the stage, and no sheet is about all of them', () => {
    expect(hindrance([...open, call('a')], 'expert-1', 'entry-a')).toBeNull();
    expect(hindrance([...open, call('a')], 'expert-1', 'entry-b')).toBe('ENTRY_NOT_ON_STAGE');
    expect(hindrance([...open, ...judged('a')], 'expert-1', 'entry-a')).toBe('ENTRY_NOT_ON_STAGE');
    expect(hindrance(open, 'expert-1')).toBe('MARKED_ONE_AT_A_TIME');
  });

  it('are given again by those alone who are named', () => {
    const again = [...open, ...judged('a'), reopening('a', ['expert-2'])];
    expect(hindrance(again, 'expert-2', 'entry-a')).toBeNull();
    expect(hindrance(again, 'expert-1', 'entry-a')).toBe('SEAT_NOT_REOPENED');
    expect(answer(after(...again), closing('a', []))).toBe('MARKS_MISSING reason');
    expect(answer(after(...again), closing('a', ['expert-2']))).toBe('EntryClosed');
  });

  it.each([
    ['nobody', [], 'connection-lost', 'SEATS_NONE seatIds'],
    ['who does not sit', ['expert-9'], 'connection-lost', 'SEAT_UNKNOWN seatIds[0]'],
    ['one twice', ['expert-1', 'expert-1'], 'connection-lost', 'SEAT_TWICE seatIds[1]'],
    ['for no reason of the list', ['expert-1'], 'better-so', 'CONTEST_REASON_UNKNOWN reason'],
  ])('are not given again by %s', (_, seats, reason, refused) =>
    expect(answer(after(...open, ...judged('a')), reopening('a', seats, reason))).toBe(refused),
  );

  it('are given again by one person’s word only while nobody has opened them', () => {
    const round = after(...open, ...judged('a'), ...shown('a', markedByAll('a', 4_000)));
    expect(answer(round, reopening('a', ['expert-1']))).toBe('PROPOSAL_NEEDED entryId');
    expect(answer(after(...open), reopening('a', ['expert-1']))).toBe('ENTRY_NOT_MARKED entryId');
  });
});

describe('a score', () => {
  const sheets = markedByAll('a', 4_000);
  const ready = [...open, ...judged('a')];

  it('is shown of a closed entry, after the opening of its marks stands on record', () => {
    const round = after(...ready);
    expect(answer(round, show('a', sheets))).toBe('SHEETS_NOT_OPENED entryId');
    expect(answer(round, openMarks('a', sheets))).toBe('MarksOpened');
    expect(factsOf(after(...ready, openMarks('a', sheets)), show('a', sheets))).toMatchObject([
      { type: 'ScoreShown.v1', data: { entryId: 'entry-a', turn: 1, score: 7_000, decimals: 2, sheets: 3 } },
    ]);
  });

  it('is shown of nobody on the stage, of nobody who was not called, and nowhere where the template shows it afterwards', () => {
    expect(answer(after(...open, call('a')), openMarks('a', sheets))).toBe('ENTRY_ON_STAGE entryId');
    expect(answer(after(...open), openMarks('a', sheets))).toBe('ENTRY_NOT_MARKED entryId');
    const afterwards = after(...openWith({ order: 'given', shown: 'after-close' }), ...judged('a'));
    expect(answer(afterwards, openMarks('a', sheets))).toBe('SCORES_SHOWN_AFTER_CLOSE roundId');
  });

  it('is lacking where too few marks are in, and nothing is opened for it', () =>
    expect(answer(after(...ready), openMarks('a', sheets.slice(0, 1)))).toBe('ENTRY_WITHOUT_SCORE entryId'));

  it('once shown makes every change of whose marks count two persons’ matter', () => {
    expect(isUnsealed(after(...ready))).toBe(false);
    const round = after(...ready, ...shown('a', sheets));
    expect(isUnsealed(round)).toBe(true);
    expect(answer(round, recuse('expert-1', 'a'))).toBe('PROPOSAL_NEEDED roundId');
    expect(answer(round, { type: 'VacateSeat', now: NOW, personId: 'expert-1', reason: 'other', by: 'office' })).toBe(
      'PROPOSAL_NEEDED roundId',
    );
  });

  it('is shown again only where it comes to something else', () => {
    const round = after(...ready, ...shown('a', sheets));
    expect(answer(round, openMarks('a', sheets))).toBe('');
    expect(answer(round, show('a', sheets))).toBe('');
    const again = [...sheets, marked('expert-1', 'a', [3_000, 1_000], { part: 'entry-a.2', position: 60 })];
    expect(factsOf(round, show('a', again))).toMatchObject([{ data: { score: 6_000, sheets: 3 } }]);
  });
});

describe('the result of a contest', () => {
  const all = [...markedByAll('a', 4_000), ...markedByAll('b', 5_000), ...markedByAll('c', 3_000)];
  const ended = [...open, ...judged('a'), ...judged('b'), ...judged('c'), close];

  it('is computed from the marks of all entries, as if each evaluator had handed in one sheet', () => {
    const round = after(...ended, openSheets(all), compute(all));
    expect(round).toMatchObject({
      results: [
        {
          ranking: [
            { entryId: 'entry-b', rank: 1, score: 8_000 },
            { entryId: 'entry-a', rank: 2, score: 7_000 },
            { entryId: 'entry-c', rank: 3, score: 6_000 },
          ],
        },
      ],
    });
  });

  it('counts of an entry that was marked again the later marks of whoever gave them, and the earlier ones of the others', () => {
    const again = [...all, marked('expert-1', 'a', [3_000, 1_000], { part: 'entry-a.2', position: 60 })];
    const round = after(...ended, openSheets(again), compute(again));
    expect(round).toMatchObject({
      results: [
        {
          ranking: [{ entryId: 'entry-b' }, { score: 6_000 }, { score: 6_000 }],
          excluded: [{ seatId: 'expert-1', why: 'replaced' }],
        },
      ],
    });
  });

  it('keeps what somebody gave who had to leave, and misses him nowhere else, even where a missing sheet is refused', () => {
    const strict = contestTables({ order: 'given' });
    const phases = strict.phases.map((phase) => ({
      ...phase,
      rows: phase.rows.map((row) => (row.op === 'take-panel' ? { ...row, missing: 'refuse' as const } : row)),
    }));
    const [, ...begin] = openWith({ order: 'given' });
    const left: RoundOrder = {
      type: 'VacateSeat',
      now: NOW,
      personId: 'expert-3',
      reason: 'unavailable',
      by: 'office',
    };
    const without = all.filter(({ personId, part }) => personId !== 'expert-3' || part === 'entry-a.1');
    const two = ['expert-1', 'expert-2'];
    const turns = [...judged('a'), left, call('b'), closing('b', two), call('c'), closing('c', two), close];
    const round = after(prepare({ ...strict, phases }), ...begin, ...turns, openSheets(without), compute(without));
    expect(round).toMatchObject({ results: [{ ranking: [{ score: 8_000 }, { score: 7_000 }, { score: 6_000 }] }] });
  });

  it('has a way on where somebody was never called: the round is reopened, and he is called then', () => {
    const two = [...open, ...judged('a'), ...judged('b'), close] as const;
    const again = after(
      ...two,
      ...secondly({ act: 'ReopenRound', seatIds: [...JURY], until: UNTIL, reason: 'sheets-missing' }),
    );
    expect(again.kind).toBe('open');
    expect(answer(again, call('c'))).toBe('EntryCalled');
  });
});
