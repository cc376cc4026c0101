import { describe, expect, it } from '@jest/globals';
import { isStageAlone } from '../../../src/domain/contest/contest-of.ts';
import { BLANK } from '../../../src/domain/measure/state.ts';
import { isPrepared, type Round } from '../../../src/domain/round/state.ts';
import type { RoundOrder } from '../../../src/domain/round/decider.ts';
import type { RoundTables } from '../../../src/domain/round/tables.ts';
import {
  after as measured,
  answerOf,
  by,
  change,
  carryOut,
  propose,
  record,
  rules as exam,
  standing,
  takeBack,
} from '../measure/example-measure.ts';
import { after, answer, close, compute, factsOf, openSheets, prepare } from '../round/example-round.ts';
import { contestTables, judged, markedByAll, openMarks, openWith, show, shown } from './example-contest.ts';

/** What the experts gave on the stage is a half of the score, an exam the other; ties by the exam. */
const tables = (): RoundTables => {
  const made = contestTables({ order: 'given' });
  const organizers = { id: 'organizers', role: 'committee-officer', scope: 'edition' } as const;
  return {
    ...made,
    sources: [...made.sources, { id: 'exam', kind: 'measure', better: 'higher' }],
    parties: [...made.parties, { ...organizers, least: null, attest: null, recuse: 'home' }],
    measures: [{ ...exam, time: { from: '2021-01-01', months: 12 } }],
    phases: made.phases.map((phase) => ({
      ...phase,
      rows: [
        ...phase.rows,
        { id: 'exam', absent: 'unranked', op: 'take-measure', source: 'exam', attempts: 'last' },
        {
          id: 'total',
          absent: 'unranked',
          op: 'weigh',
          weights: [
            { row: 'experts', weight: 5_000 },
            { row: 'exam', weight: 5_000 },
          ],
        },
      ],
      score: 'total',
      rank: { ...phase.rank, ties: [{ by: 'row', row: 'exam', better: 'higher' }] },
    })),
  };
};

const [, ...begin] = openWith({ order: 'given' });
const open = [prepare(tables()), ...begin];
const sheets = markedByAll('a', 4_000);
const before = after(...open, ...judged('a'));
const shownOnce = after(...open, ...judged('a'), ...shown('a', sheets));
const stored = measured(by('organizer', record({}), { round: before }));

describe('a contest beside what is measured', () => {
  it('shows what the evaluators gave by itself, before anything was measured', () => {
    expect(isPrepared(before) && isStageAlone(before)).toBe(true);
    expect(answer(before, openMarks('a', sheets))).toBe('MarksOpened');
    expect(factsOf(after(...open, ...judged('a'), openMarks('a', sheets)), show('a', sheets))).toMatchObject([
      { type: 'ScoreShown.v1', data: { entryId: 'entry-a', score: 7_000, decimals: 2, sheets: 3 } },
    ]);
  });

  it('shows what the evaluators gave by itself where points of an earlier phase count, too', () => {
    const made = tables();
    const carrying: RoundTables = {
      ...made,
      phases: made.phases.map((phase) => ({
        ...phase,
        rows: [...phase.rows, { id: 'votes', absent: 'zero', op: 'carry', phase: 'popular', across: 'best', least: 1 }],
      })),
    };
    const carried = [{ phase: 'popular', period: 1, entryId: 'entry-a', numerator: '9000', denominator: '1' }];
    const started = [prepare(carrying), ...begin, ...judged('a')];
    const opening = { ...openMarks('a', sheets), carried } as RoundOrder;
    const showing = { ...show('a', sheets), carried } as RoundOrder;
    expect(answer(after(...started), opening)).toBe('MarksOpened');
    expect(factsOf(after(...started, opening), showing)).toMatchObject([
      { type: 'ScoreShown.v1', data: { entryId: 'entry-a', score: 7_000 } },
    ]);
  });

  it('shows the score where nothing else counts', () => {
    const alone = after(...openWith({ order: 'given' }));
    expect(isPrepared(alone) && isStageAlone(alone)).toBe(false);
  });

  it('shows nothing of which too few marks are in, whatever was measured', () =>
    expect(answer(before, openMarks('a', sheets.slice(0, 1)))).toBe('ENTRY_WITHOUT_SCORE entryId'));

  it('comes to a result of both, by the rules of the whole phase', () => {
    const all = [...markedByAll('a', 4_000), ...markedByAll('b', 4_000), ...markedByAll('c', 3_000)];
    const values = [
      ['a', 60],
      ['b', 80],
    ] as const;
    const measures = {
      measures: {
        values: values.map(([name, points]) => ({
          ...{ sourceId: 'exam', entryId: `entry-${name}`, attempt: 1 },
          ...{ numerator: String(points * 100), denominator: '1' },
        })),
        through: 0,
      },
    };
    const ended = [...open, ...judged('a'), ...shown('a', sheets), ...judged('b'), ...judged('c'), close];
    const tallied = after(...ended, { ...openSheets(all), ...measures }, { ...compute(all), ...measures });
    expect(tallied).toMatchObject({
      results: [
        {
          ranking: [
            { entryId: 'entry-b', rank: 1, score: 7_500 },
            { entryId: 'entry-a', rank: 2, score: 6_500 },
          ],
          absent: [{ entryId: 'entry-c' }],
        },
      ],
    });
  });
});

describe('what is measured beside a contest', () => {
  const at = (round: Round) => ({ round });
  const second = record({ entryId: 'entry-b' });

  it('is recorded by one person whether a score was shown or not: one after the other is measured where they appear', () => {
    expect(standing(measured(by('organizer', second, at(shownOnce))))).toEqual(['entry-b/1 875 2021-06-01']);
    expect(answerOf(BLANK, by('organizer', propose({ entryId: 'entry-b' }), at(shownOnce)))).toBe(
      'PROPOSAL_NOT_NEEDED sourceId',
    );
  });

  it('is changed, or taken back, by two once a score was shown: by it the value could be chosen', () => {
    expect(answerOf(stored, by('organizer', change(), at(before)))).toBe('MeasureChanged');
    for (const order of [change(), takeBack()])
      expect(answerOf(stored, by('organizer', order, at(shownOnce)))).toBe('PROPOSAL_NEEDED sourceId');
    const asked = by('organizer', propose(), at(shownOnce));
    const settled = measured(
      by('organizer', record({}), at(before)),
      asked,
      by('inspector', carryOut(), at(shownOnce)),
    );
    expect(standing(settled)).toEqual(['entry-a/1 785 2021-06-01']);
  });

  it('is not recorded anew by one where two took it back', () => {
    const none = propose({ asked: 'none', value: '', dayOf: '', because: 'attempt-void' });
    const gone = measured(
      by('organizer', record({}), at(before)),
      by('organizer', none, at(shownOnce)),
      by('inspector', carryOut({ origin: '' }), at(shownOnce)),
    );
    expect(answerOf(gone, by('organizer', record({}), at(shownOnce)))).toBe('VALUE_RECORDED_ALREADY values[0].value');
    expect(answerOf(gone, by('organizer', propose({ because: 'came-late' }), at(shownOnce)))).toBe('ActProposed');
  });

  it('is settled by two once the round is closed, as everywhere', () => {
    const closed = after(...open, ...judged('a'), ...shown('a', sheets), close);
    expect(answerOf(stored, by('organizer', second, at(closed)))).toBe('PROPOSAL_NEEDED sourceId');
  });
});
