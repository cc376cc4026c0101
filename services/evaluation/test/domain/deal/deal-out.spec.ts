import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type DealInputs, dealOut, type Held } from '../../../src/domain/deal/deal-out.ts';

const SEED = 'f'.repeat(64);
const named = (kind: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => `${kind}-${String(at).padStart(2, '0')}`);
const seatsOf = (ids: readonly string[], atMost: number | null = null) => ids.map((seatId) => ({ seatId, atMost }));
const inputsOf = (over: Partial<DealInputs> = {}): DealInputs => ({
  ...{ seed: SEED, each: 2, entryIds: named('entry', 6), seats: seatsOf(named('seat', 4)), kept: [], barred: [] },
  ...over,
});
const sharesOf = (inputs: DealInputs): readonly Held[] => {
  const deal = dealOut(inputs);
  if (deal.kind !== 'dealt') throw new Error(JSON.stringify(deal));
  return deal.shares;
};
const loadsOf = (shares: readonly Held[]): readonly number[] => shares.map(({ entryIds }) => entryIds.length);
const has = (held: readonly Held[], seatId: string, entryId: string): boolean =>
  held.some((one) => one.seatId === seatId && one.entryIds.includes(entryId));

/** Small rounds of every kind: conflicts, bounds on what a seat takes, and what stands already. */
const anyInputs: fc.Arbitrary<DealInputs> = fc
  .record({
    seed: fc.stringMatching(/^[0-9a-f]{64}$/u),
    each: fc.integer({ min: 1, max: 3 }),
    entries: fc.integer({ min: 1, max: 7 }),
    seats: fc.array(fc.option(fc.integer({ min: 0, max: 6 }), { freq: 2 }), { minLength: 1, maxLength: 5 }),
    cells: fc.array(fc.constantFrom('free', 'free', 'free', 'barred', 'kept'), { minLength: 42, maxLength: 42 }),
  })
  .map(({ seed, each, entries, seats, cells }) => {
    const entryIds = named('entry', entries);
    const given = seats.map((atMost, at) => ({ seatId: named('seat', 5)[at] as string, atMost }));
    // One more that was left and keeps what it judged.
    const seatIds = [...given.map(({ seatId }) => seatId), 'seat-left'];
    const at = (word: string): readonly Held[] =>
      seatIds.map((seatId, column) => ({
        seatId,
        entryIds: entryIds.filter((_, row) => cells[(column * 7 + row) % cells.length] === word),
      }));
    return { seed, each, entryIds, seats: given, kept: at('kept'), barred: at('barred') };
  });

/** The least sum of squares that any way of dealing comes to; undefined: there is none. By trying all of them. */
const best = ({ each, entryIds, seats, kept, barred }: DealInputs): number | undefined => {
  const loads = new Map(
    seats.map(({ seatId }) => [seatId, kept.find((one) => one.seatId === seatId)?.entryIds.length ?? 0]),
  );
  const choose = (row: number): number | undefined => {
    const entryId = entryIds[row];
    if (entryId === undefined) return [...loads.values()].reduce((sum, load) => sum + load * load, 0);
    const has_ = kept.filter((one) => one.entryIds.includes(entryId)).length;
    const able = seats.filter(({ seatId }) => !has(kept, seatId, entryId) && !has(barred, seatId, entryId));
    let least: number | undefined;
    const take = (from: number, wanted: number): void => {
      if (wanted <= 0) {
        const rest = choose(row + 1);
        if (rest !== undefined && (least === undefined || rest < least)) least = rest;
        return;
      }
      for (let at = from; at < able.length; at += 1) {
        const { seatId, atMost } = able[at] as DealInputs['seats'][number];
        const load = loads.get(seatId) ?? 0;
        if (load >= (atMost ?? Number.MAX_SAFE_INTEGER)) continue;
        loads.set(seatId, load + 1);
        take(at + 1, wanted - 1);
        loads.set(seatId, load);
      }
    };
    take(0, each - has_);
    return least;
  };
  return choose(0);
};

describe('entries dealt out among seats', () => {
  it('give each entry its evaluators, and nobody more than one beyond another', () => {
    const shares = sharesOf(inputsOf({ each: 3, entryIds: named('entry', 11), seats: seatsOf(named('seat', 7)) }));
    for (const entryId of named('entry', 11))
      expect(shares.filter(({ entryIds }) => entryIds.includes(entryId))).toHaveLength(3);
    const loads = loadsOf(shares);
    expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
  });

  it('come out the same from the same, in whatever order it is told, and otherwise from another seed', () => {
    const inputs = inputsOf();
    expect(dealOut(inputs)).toEqual(dealOut(inputs));
    const turned = { ...inputs, entryIds: inputs.entryIds.toReversed(), seats: inputs.seats.toReversed() };
    expect(dealOut(turned)).toEqual(dealOut(inputs));
    expect(dealOut({ ...inputs, seed: 'e'.repeat(64) })).not.toEqual(dealOut(inputs));
  });

  it('hand on what was given before where a conflict leaves nobody else', () => {
    // Whoever comes first may take the only one who can judge the last.
    const barred = [{ seatId: 'seat-01', entryIds: ['entry-01'] }];
    const seats = seatsOf(['seat-00', 'seat-01'], 1);
    for (const seed of ['0', '1', '2', '3', '4', '5', '6', '7'].map((digit) => digit.repeat(64)))
      expect(sharesOf({ ...inputsOf(), seed, each: 1, entryIds: ['entry-00', 'entry-01'], seats, barred })).toEqual([
        { seatId: 'seat-00', entryIds: ['entry-01'] },
        { seatId: 'seat-01', entryIds: ['entry-00'] },
      ]);
  });

  it('can not be dealt where too few may judge one, or all have what they take: it says which', () => {
    const barred = named('seat', 3).map((seatId) => ({ seatId, entryIds: ['entry-02'] }));
    expect(dealOut(inputsOf({ barred }))).toEqual({ kind: 'impossible', entryId: 'entry-02', able: 1, each: 2 });
    expect(dealOut(inputsOf({ seats: seatsOf(named('seat', 4), 2) }))).toMatchObject({ kind: 'impossible', able: 4 });
  });

  it('leave with the others what a seat that left did not have, and give its entries to whoever has least', () => {
    const before = sharesOf(inputsOf({ each: 2, entryIds: named('entry', 10) }));
    const kept = before.filter(({ seatId }) => seatId !== 'seat-03');
    const seats = seatsOf([...named('seat', 3), 'seat-new']);
    const again = sharesOf(inputsOf({ each: 2, entryIds: named('entry', 10), seats, kept, seed: 'a'.repeat(64) }));
    for (const { seatId, entryIds } of kept)
      expect(again.find((one) => one.seatId === seatId)?.entryIds).toEqual(expect.arrayContaining([...entryIds]));
    expect(again.find(({ seatId }) => seatId === 'seat-new')?.entryIds).toHaveLength(5);
  });

  it('are dealt by every rule at once, and as evenly as any way of dealing', () =>
    fc.assert(
      fc.property(anyInputs, (inputs) => {
        const { each, entryIds, seats, kept, barred } = inputs;
        const deal = dealOut(inputs);
        const least = best(inputs);
        if (deal.kind === 'impossible') return expect(least).toBeUndefined();
        for (const { seatId, entryIds: stood } of kept)
          for (const entryId of stood) expect(has(deal.shares, seatId, entryId)).toBe(true);
        for (const entryId of entryIds) {
          const judges = deal.shares.filter((share) => share.entryIds.includes(entryId)).length;
          expect(judges).toBe(Math.max(each, kept.filter((one) => one.entryIds.includes(entryId)).length));
        }
        for (const { seatId, entryIds: dealt } of deal.shares) {
          expect(new Set(dealt).size).toBe(dealt.length);
          const stood = kept.find((one) => one.seatId === seatId)?.entryIds ?? [];
          const atMost = seats.find((seat) => seat.seatId === seatId)?.atMost ?? Number.MAX_SAFE_INTEGER;
          if (dealt.length > stood.length) expect(dealt.length).toBeLessThanOrEqual(atMost);
          for (const entryId of dealt) if (!stood.includes(entryId)) expect(has(barred, seatId, entryId)).toBe(false);
        }
        const open = new Set(seats.map(({ seatId }) => seatId));
        const squares = deal.shares
          .filter(({ seatId }) => open.has(seatId))
          .reduce((sum, { entryIds: dealt }) => sum + dealt.length ** 2, 0);
        return expect(squares).toBe(least);
      }),
      { numRuns: 300 },
    ));
});
