import { describe, expect, it } from '@jest/globals';
import { measureGroundOf, measuresOf } from '../../../src/domain/measure/ground.ts';
import { readsAny, recordsOf, shownOf } from '../../../src/domain/measure/shown.ts';
import { BLANK, type Measure } from '../../../src/domain/measure/state.ts';
import { valuesOf } from '../../../src/domain/measure/values-of.ts';
import { roundDecider, type RoundOrder } from '../../../src/domain/round/decider.ts';
import type { ScoringOrder } from '../../../src/domain/round/orders.ts';
import { isClosed, isPrepared, latestResult, type Round } from '../../../src/domain/round/state.ts';
import { AFTER, answer, compute, factsOf, openSheets, secondly, UNTIL } from '../round/example-round.ts';
import {
  after,
  by,
  carryOut,
  closed,
  open,
  people,
  propose,
  record,
  rules,
  takeBack,
  type Who,
} from './example-measure.ts';

const both = by('organizer', record({}, { entryId: 'entry-b', value: '90' }));
const settled: ScoringOrder = {
  ...{ type: 'HearMeasure', now: AFTER, sourceId: 'exam', entryId: 'entry-a' },
  ...{ proposalId: 'p1', proposedBy: 'organizer' },
};
const tallied = (measure: Measure, through = 40): readonly [ScoringOrder, ScoringOrder] => {
  const measures = { through, values: valuesOf(rules, measure) };
  return [{ ...openSheets([]), measures } as ScoringOrder, { ...compute([]), measures } as ScoringOrder];
};
const then = (round: Round, ...orders: readonly RoundOrder[]): Round =>
  orders.reduce((state, order) => factsOf(state, order).reduce(roundDecider.evolve, state), round);
const resultOf = (round: Round) => {
  const result = isClosed(round) ? latestResult(round) : undefined;
  return {
    ranks: result?.ranking.map(({ entryId, score }) => `${entryId} ${score}`),
    absent: result?.absent.map(({ entryId, reason }) => `${entryId} ${reason}`),
    because: result?.because,
  };
};

describe('the result of a round with measures', () => {
  it('puts on record up to where they were read, before anything is computed', () => {
    const [opening] = tallied(after(both));
    expect(answer(closed(), opening)).toBe('MeasuresRead SheetsOpened');
    const read = then(closed(), opening);
    expect(isClosed(read) && read.measuresRead).toEqual({ first: 40, through: 40 });
  });

  it('counts what stands, and nothing that was taken back', () => {
    expect(resultOf(then(closed(), ...tallied(after(both)))).ranks).toEqual(['entry-b 9000', 'entry-a 8750']);
    const less = after(both, by('organizer', takeBack()));
    expect(resultOf(then(closed(), ...tallied(less)))).toMatchObject({
      ranks: ['entry-b 9000'],
      absent: ['entry-a NOT_RECORDED'],
    });
  });

  it.each<['best' | 'last' | 'sum', 'higher' | 'lower', number]>([
    ['best', 'higher', 9_200],
    ['best', 'lower', 8_000],
    ['last', 'higher', 8_000],
    ['sum', 'higher', 25_950],
  ])('takes of several attempts the %s, where %s is better', (attempts, better, score) => {
    const three = after(by('organizer', record({}, { attempt: 2, value: '92' }, { attempt: 3, value: '80' })));
    const { ranks } = resultOf(then(closed({}, { attempts, better }), ...tallied(three)));
    expect(ranks).toEqual([`entry-a ${score}`]);
  });

  it('follows again once two persons settled a value, and says so', () => {
    const first = then(closed(), ...tallied(after(both)));
    const late = { round: closed() };
    const corrected = after(both, by('organizer', propose({ value: '95' }), late), by('inspector', carryOut(), late));
    const again = then(first, settled, ...tallied(corrected, 60));
    expect(resultOf(again)).toMatchObject({
      ranks: ['entry-a 9500', 'entry-b 9000'],
      because: [{ change: 'measure-corrected', proposalId: 'p1' }],
    });
    expect(isClosed(again) && again.results.map(({ basis }) => basis.measuresRead)).toEqual([
      { first: 40, through: 40 },
      { first: 40, through: 60 },
    ]);
  });

  it('hears of what two persons settled once, and of nothing while nobody could have seen an aggregate', () => {
    const first = then(closed(), ...tallied(after(both)));
    expect(answer(first, settled)).toBe('MeasureCorrected');
    expect(answer(then(first, settled), settled)).toBe('');
    expect(answer(closed(), settled)).toBe('');
    expect(answer(open(), settled)).toBe('');
    expect(answer(first, { ...settled, entryId: 'entry-z' } as ScoringOrder)).toBe('ENTRY_NOT_IN_ROUND entryId');
  });

  it('may wait for another window: a closed round is opened again for its measures alone', () => {
    const again = then(
      closed(),
      ...secondly({ act: 'ReopenRound', seatIds: [], until: UNTIL, reason: 'technical-fault' }, 'again'),
    );
    const spoken = { sourceId: 'exam', entryIds: [] };
    expect(measureGroundOf(again, spoken, people.organizer, AFTER).hindrance).toBeNull();
  });

  it('asks for no measure that its phase does not take: another phase has a round of its own', () => {
    const round = closed();
    const taken = isPrepared(round) ? measuresOf(round) : [];
    expect(taken.map(({ source }) => source.id)).toEqual(['exam']);
    expect(isPrepared(round) && measuresOf({ ...round, phase: 'final' })).toEqual([]);
  });
});

describe('values are read', () => {
  const round = closed();
  const [exam] = isPrepared(round) ? measuresOf(round) : [];
  const measure = after(both, by('organizer', propose(), { round }));
  const readerOf = (who: Who, second = false) => ({
    entry: measureGroundOf(round, { sourceId: 'exam', entryIds: ['entry-a'] }, people[who], AFTER).entries['entry-a']!,
    second,
  });
  const told = (who: Who, second = false) => {
    const shown = shownOf(measure, exam!, 'entry-a', readerOf(who, second));
    return [[...shown.values.keys()].join(' '), shown.proposals.length];
  };

  it('by whoever is judged: his own, and nothing that is only proposed', () => {
    expect(told('secretary')).toEqual(['entry-a/1', 0]);
    expect(told('deputy')).toEqual(['entry-a/1', 0]);
  });

  it('by the office that records: all, and what is proposed', () =>
    expect(told('organizer')).toEqual(['entry-a/1', 1]));

  it('by a second person: what is proposed to him, and nothing else', () => {
    expect(told('inspector', true)).toEqual(['entry-a/1', 1]);
    const nothing = [{ open: exam!, measure: { ...measure, proposals: [] } }];
    expect(readsAny(nothing, 'entry-a', readerOf('inspector', true))).toBe(false);
  });

  it('by nobody else', () => {
    for (const who of ['neighbour', 'elsewhere', 'nobody'] as const) {
      expect(told(who)).toEqual(['', 0]);
      expect(readsAny([{ open: exam!, measure }], 'entry-a', readerOf(who))).toBe(false);
    }
    expect(readsAny([{ open: exam!, measure: BLANK }], 'entry-a', readerOf('nobody'))).toBe(false);
  });

  it('with who may record them', () => {
    expect(recordsOf(readerOf('organizer'), exam!)).toBe(true);
    expect(recordsOf(readerOf('insider'), exam!)).toBe(false);
    expect(recordsOf(readerOf('secretary'), exam!)).toBe(false);
  });
});
