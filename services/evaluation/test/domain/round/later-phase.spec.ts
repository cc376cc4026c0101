import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decidableOf } from '../../../src/domain/round/decide-decision.ts';
import { fillingOrders, type LaterPhase, phasesAfter } from '../../../src/domain/round/later-phase.ts';
import type { RoundOrder } from '../../../src/domain/round/decider.ts';
import type { Round } from '../../../src/domain/round/state.ts';
import type { RoundTables } from '../../../src/domain/round/tables.ts';
import {
  admit,
  after,
  answer,
  assign,
  close,
  LATER,
  NOW,
  open,
  prepare,
  propose,
  ROUND,
  secondly,
  setWindow,
  sheet,
  tablesOf,
  tally,
  untilClosed,
} from './example-round.ts';

const [main] = tablesOf().phases;
if (main === undefined) throw new Error('the example has a phase');
const final = (first: number): LaterPhase => ({
  ...main,
  id: 'final',
  admits: { kind: 'from', phase: 'main', first, edge: 'in' },
});
/** Heats and a final, which the first two of the heats reach. */
const tables = (first = 2): RoundTables => ({ ...tablesOf(), phases: [main, final(first)] });
const heats = (...more: readonly RoundOrder[]): Round => after(prepare(tables()), ...untilClosed.slice(1), ...more);
const FINAL_ROUND = 'round-final';
const finalPrepared = { ...prepare(tables()), roundId: FINAL_ROUND, phase: 'final' } as RoundOrder;
const fill = (earlier: Round, later: Round): readonly RoundOrder[] => fillingOrders(earlier, later, final(2), NOW);
const said = (orders: readonly RoundOrder[]): readonly string[] =>
  orders.map((order) =>
    order.type === 'AdmitEntry'
      ? `in ${order.entry.entryId} from ${String(order.entry.fromRound)} as ${String(order.entry.rank)}`
      : order.type === 'SetWindow'
        ? `begins with ${String(order.entered)}`
        : `${order.type} ${'entryId' in order ? order.entryId : ''}`,
  );
const scored = heats(...tally());

describe('who goes on to the next phase', () => {
  it('follows from the latest result: the first of it, with the rank and the round that brought them there', () => {
    const later = after(finalPrepared, setWindow(null));
    expect(said(fill(scored, later))).toEqual([
      `in entry-a from ${ROUND} as 1`,
      `in entry-b from ${ROUND} as 2`,
      'begins with 2',
    ]);
  });
  it('is not known before there is a result, nor while something has moved since', () => {
    const later = after(finalPrepared, setWindow(null));
    expect(fill(heats(), later)).toEqual([]);
    const moved = heats(...tally(), ...secondly({ act: 'TakeOutEntry', entryId: 'entry-a', reason: 'ineligible' }));
    expect(fill(moved, later)).toEqual([]);
  });
  it('is filled once: what stands already is not told again', () => {
    const filled = after(finalPrepared, setWindow(null), ...fill(scored, after(finalPrepared, setWindow(null))));
    expect(
      fill(scored, filled)
        .flatMap((order) => answer(filled, order).split(' '))
        .join(''),
    ).toBe('');
  });
  it('of a corrected result comes in, and who is no more among them goes out and may come back', () => {
    const filled = after(finalPrepared, setWindow(null), ...fill(scored, after(finalPrepared, setWindow(null))));
    const out = secondly({ act: 'TakeOutEntry', entryId: 'entry-a', reason: 'ineligible' });
    const corrected = heats(...tally(), ...out, ...tally());
    expect(said(fill(corrected, filled))).toEqual([
      `in entry-c from ${ROUND} as 2`,
      'TakeOutEntry entry-a',
      'begins with 3',
    ]);
    const without = after(
      ...[finalPrepared, setWindow(null)],
      ...fill(scored, after(finalPrepared)),
      ...fill(corrected, filled),
    );
    expect(said(fill(scored, without))).toContain('PutBackEntry entry-a');
  });
  it('the round opens with exactly those, and nothing of an earlier phase moves it then', () => {
    const filled = [finalPrepared, setWindow(null), ...fill(scored, after(finalPrepared, setWindow(null)))];
    expect(answer(after(...filled), open)).toBe('RulesFrozen RoundOpened');
    expect(answer(after(finalPrepared, setWindow(null)), open)).toBe('SCORING_NOT_OPEN roundId');
    expect(fill(scored, after(...filled, open))).toEqual([]);
  });
  it('of each home is counted by the homes of the latest result: a handing over waits for the next one', () => {
    const byHome: RoundTables = {
      ...tables(1),
      phases: [
        { ...main, within: 'home' },
        { ...final(1), within: 'home' },
      ],
    };
    const moved = {
      ...{ type: 'MoveEntry', now: LATER, entryId: 'entry-b', homeId: 'unit-a' },
      ...{ answerable: ['leader-b'], effectiveOn: '2021-12-12' },
    } as RoundOrder;
    const entered = (...more: readonly RoundOrder[]): readonly string[] => {
      const earlier = after(prepare(byHome), ...untilClosed.slice(1), ...tally(), ...more);
      return said(fillingOrders(earlier, after(finalPrepared), final(1), NOW));
    };
    const first = (...names: readonly string[]) => names.map((name) => `in entry-${name} from ${ROUND} as 1`);
    expect(entered()).toEqual(first('a', 'b', 'c'));
    expect(entered(moved)).toEqual([]);
    expect(entered(moved, ...tally())).toEqual(first('a', 'c'));
  });
  it('is said by ranks alone: nobody proposes it', () => {
    const filled = after(finalPrepared, setWindow(null), ...fill(scored, after(finalPrepared, setWindow(null))));
    const proposed = { act: 'TakeOutEntry', entryId: 'entry-a', reason: 'not-admitted' } as const;
    expect(answer(filled, propose(proposed))).toBe('ENTRY_REASON_UNKNOWN reason');
  });
  it('never are more than the template says where no ranks are equal, whatever the marks', () =>
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 80 }), { minLength: 3, maxLength: 3 }), (marks) => {
        const [a = 0, b = 0, c = 0] = marks.map((mark) => mark * 50);
        const all = { a: [a, a], b: [b, b], c: [c, c] } as const;
        const one = sheet('expert-1', all);
        const world = after(
          ...[prepare(tables()), admit('a'), admit('b'), admit('c')],
          ...[assign('expert-1', 'officer-z'), setWindow(), open, close],
          ...tally([one, sheet('officer-z', all)]),
        );
        const orders = fill(world, after(finalPrepared, setWindow(null)));
        const admitted = orders.filter(({ type }) => type === 'AdmitEntry');
        return admitted.length === 2;
      }),
    ));
});

describe('a phase whose ranks go on', () => {
  it('knows the phases after it', () => {
    expect(phasesAfter(tables(), 'main').map(({ id }) => id)).toEqual(['final']);
    expect(phasesAfter(tables(), 'final')).toEqual([]);
  });
  it('is not decided over: the decision is taken over the last phase', () =>
    expect(decidableOf(scored)).toMatchObject({ reason: 'PHASE_GOES_ON', details: { phase: 'final' } }));
  it('can still be put right, and annulled', () => {
    const annul = { act: 'AnnulRound', reason: 'irregularity' } as const;
    expect(answer(scored, { ...propose(annul), now: LATER } as never)).toBe('ActProposed');
  });
});
