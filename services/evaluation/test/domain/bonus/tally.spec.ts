import { describe, expect, it } from '@jest/globals';
import { bonusGroundOf } from '../../../src/domain/bonus/ground.ts';
import { grantedOf } from '../../../src/domain/bonus/granted-of.ts';
import { readsAny, rightsIn, shownOf } from '../../../src/domain/bonus/shown.ts';
import { BLANK, type Bonus } from '../../../src/domain/bonus/state.ts';
import { roundDecider, type RoundOrder } from '../../../src/domain/round/decider.ts';
import type { ScoringOrder } from '../../../src/domain/round/orders.ts';
import { isClosed, latestResult, type Round } from '../../../src/domain/round/state.ts';
import { AFTER, answer, compute, factsOf, openSheets, secondly, UNTIL } from '../round/example-round.ts';
import {
  after,
  by,
  claim,
  claimBrand,
  closed,
  decide,
  decline,
  open,
  people,
  propose,
  type Who,
  withdraw,
} from './example-bonus.ts';

const claims = [by('secretary', claim()), by('secretary', claimBrand())] as const;
const brand = by('organizer', decide({ claimId: 'c2', levelId: '', points: 120 }));
const granted = after(...claims, by('organizer', decide()), brand);
const settled: ScoringOrder = {
  ...{ type: 'HearBonus', now: AFTER, entryId: 'entry-a', claimId: 'c1' },
  ...{ proposalId: 'p1', proposedBy: 'organizer' },
};
const tallied = (a: Bonus, through = 40): readonly [ScoringOrder, ScoringOrder] => {
  const bonuses = { through, ...grantedOf(new Map(Object.entries({ 'entry-a': a, 'entry-b': BLANK }))) };
  return [{ ...openSheets([]), bonuses } as ScoringOrder, { ...compute([]), bonuses } as ScoringOrder];
};
const then = (round: Round, ...orders: readonly RoundOrder[]): Round =>
  orders.reduce((state, order) => factsOf(state, order).reduce(roundDecider.evolve, state), round);
const resultOf = (round: Round) => {
  const result = isClosed(round) ? latestResult(round) : undefined;
  return { ranks: result?.ranking.map(({ entryId, score }) => `${entryId} ${score}`), because: result?.because };
};

describe('the result of a round with bonuses', () => {
  it('puts on record up to where claims were read, before anything is computed', () => {
    const [opening] = tallied(granted);
    expect(answer(closed(), opening)).toBe('BonusesRead SheetsOpened');
    const read = then(closed(), opening);
    expect(isClosed(read) && read.bonusesRead).toEqual({ first: 40, through: 40 });
  });

  it('counts what was granted, and nothing that was declined or withdrawn', () => {
    expect(resultOf(then(closed(), ...tallied(granted))).ranks).toEqual(['entry-a 320', 'entry-b 0']);
    const less = after(...claims, by('organizer', decline()), brand);
    expect(resultOf(then(closed(), ...tallied(less))).ranks).toEqual(['entry-a 120', 'entry-b 0']);
    const none = after(claims[0], by('secretary', withdraw()));
    expect(resultOf(then(closed(), ...tallied(none))).ranks).toEqual(['entry-a 0', 'entry-b 0']);
  });

  it('does not come before the office has said what becomes of each claim', () => {
    const waiting = after(...claims, brand);
    const decision = roundDecider.decide(closed(), tallied(waiting)[0]);
    expect(decision).toEqual({
      reason: 'CLAIMS_WAITING',
      field: 'roundId',
      details: { claims: 1, entryId: 'entry-a', claimId: 'c1' },
    });
  });

  it('waits for no claim of an entry that is judged no more', () => {
    const out = secondly({ act: 'TakeOutEntry', entryId: 'entry-a', reason: 'blocked' }, 'out');
    const round = then(closed(), ...out);
    expect(answer(round, tallied(after(...claims))[0])).toBe('BonusesRead SheetsOpened');
  });

  it('follows again once two persons settled a claim, and says so; where one person decided last stays where it was', () => {
    const first = then(closed(), ...tallied(granted));
    const corrected = then(first, settled, ...tallied(after(...claims, by('organizer', decline()), brand), 60));
    expect(resultOf(corrected)).toEqual({
      ranks: ['entry-a 120', 'entry-b 0'],
      because: [{ change: 'bonus-corrected', proposalId: 'p1' }],
    });
    expect(isClosed(corrected) && corrected.results.map(({ basis }) => basis.bonusesRead)).toEqual([
      { first: 40, through: 40 },
      { first: 40, through: 60 },
    ]);
  });

  it('hears of what two persons settled once, and of nothing while nobody could have seen an aggregate', () => {
    const first = then(closed(), ...tallied(granted));
    expect(answer(first, settled)).toBe('BonusCorrected');
    expect(answer(then(first, settled), settled)).toBe('');
    expect(answer(closed(), settled)).toBe('');
    expect(answer(open(), settled)).toBe('');
    expect(answer(first, { ...settled, entryId: 'entry-z' } as ScoringOrder)).toBe('ENTRY_NOT_IN_ROUND entryId');
  });

  it('is not held up by a claim that came late: two persons settle it', () => {
    const first = then(closed(), ...tallied(granted), settled);
    const late = after(...claims, brand);
    expect(answer(first, tallied(late, 60)[0])).toBe('BonusesRead SheetsOpened');
  });

  it('may wait for another window: a closed round is opened again for its bonuses alone', () => {
    const again = then(
      closed(),
      ...secondly({ act: 'ReopenRound', seatIds: [], until: UNTIL, reason: 'technical-fault' }, 'again'),
    );
    expect(bonusGroundOf(again, 'entry-a', people.secretary, AFTER).hindrance).toBeNull();
  });
});

describe('claims are read', () => {
  const bonus = after(...claims, by('organizer', decide()), by('organizer', propose(), { round: closed() }));
  const readerOf = (who: Who, second = false) => ({
    ground: bonusGroundOf(closed(), 'entry-a', people[who], AFTER),
    second,
  });
  const told = (who: Who, second = false) => {
    const shown = shownOf(bonus, readerOf(who, second));
    return [shown.claims.map(({ claimId }) => claimId).join(' '), shown.proposals.length];
  };

  it('by whoever is judged: all claims, and nothing that is only proposed', () => {
    expect(told('secretary')).toEqual(['c1 c2', 0]);
    expect(told('deputy')).toEqual(['c1 c2', 0]);
  });

  it('by the office that decides: all claims, and what is proposed', () =>
    expect(told('organizer')).toEqual(['c1 c2', 1]));

  it('by a second person: what is proposed to him, and nothing else', () => {
    expect(told('inspector', true)).toEqual(['c1', 1]);
    expect(readsAny({ ...bonus, proposals: [] }, readerOf('inspector', true))).toBe(false);
  });

  it('by nobody else', () => {
    for (const who of ['neighbour', 'elsewhere', 'nobody'] as const) {
      expect(told(who)).toEqual(['', 0]);
      expect(readsAny(bonus, readerOf(who))).toBe(false);
    }
  });

  it('with what each may do with them', () => {
    const rights = (who: Who) => rightsIn(readerOf(who).ground, 'bonus');
    expect(rights('secretary')).toEqual({ claims: true, decides: false });
    expect(rights('organizer')).toEqual({ claims: false, decides: true });
    expect(rights('insider')).toEqual({ claims: false, decides: false });
    expect(rightsIn(readerOf('organizer').ground, 'list')).toEqual({ claims: false, decides: false });
  });
});
