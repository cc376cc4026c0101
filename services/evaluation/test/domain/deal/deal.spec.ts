import { describe, expect, it } from '@jest/globals';
import type { EntriesDealt } from '../../../src/domain/deal/facts.ts';
import { dealOut } from '../../../src/domain/deal/deal-out.ts';
import { dealSeed } from '../../../src/domain/deal/decide-deal.ts';
import type { RoundOrder } from '../../../src/domain/round/decider.ts';
import type { OpenedSheet } from '../../../src/domain/round/orders.ts';
import type { Round } from '../../../src/domain/round/state.ts';
import { sheetRoundOf } from '../../../src/domain/sheet/sheet-round.ts';
import {
  after,
  answer,
  carryOut,
  close,
  factsOf,
  LEADER,
  NOW,
  OFFICE,
  propose,
  ROUND,
  sheet,
  tally,
  untilOpen,
} from '../round/example-round.ts';
import {
  dealing,
  dealingOn,
  dealtIn,
  ENTRIES,
  FIRST,
  groundOf,
  JURY,
  LOT,
  opened,
  PEOPLE,
  SECOND,
  THIRD,
} from './example-deal.ts';

const dealOfFacts = (round: Round, order: RoundOrder): EntriesDealt['data'] => {
  const dealt = factsOf(round, order).find((fact): fact is EntriesDealt => fact.type === 'EntriesDealt.v1');
  if (dealt === undefined) throw new Error('nothing was dealt');
  return dealt.data;
};
const recuse = (personId: string, name: string): RoundOrder => ({
  type: 'DeclareRecusal',
  now: NOW,
  personId,
  entryId: `entry-${name}`,
  reason: 'kinship',
});
const vacate = (personId: string): RoundOrder => ({
  type: 'VacateSeat',
  now: NOW,
  personId,
  reason: 'unavailable',
  by: 'office',
});
const dealt = after(...opened, dealing());

describe('the first deal', () => {
  it('is committed to with the opening, and made from that and digits that were said; the next secret is fixed at once', () => {
    expect(after(...opened)).toMatchObject({ dealing: { commitment: FIRST.commitment, shares: null } });
    expect(factsOf(after(...opened), dealing())).toMatchObject([
      { type: 'EntriesDealt.v1', data: { commitment: FIRST.commitment, secret: FIRST.secret, lot: LOT, reason: null } },
      { type: 'DealCommitted.v1', data: { commitment: SECOND.commitment } },
    ]);
  });

  it('gives each entry two who may judge it, as evenly as that allows, and stands in the fact with all that it follows from', () => {
    const { seed, secret, lot, each, entryIds, seats, kept, barred, shares } = dealOfFacts(after(...opened), dealing());
    expect(seed).toBe(dealSeed(secret, lot, { entryIds, seatIds: seats.map(({ seatId }) => seatId) }));
    expect(dealOut({ seed, each, entryIds, seats, kept, barred })).toEqual({
      kind: 'dealt',
      shares: shares.map(({ personId: _person, ...share }) => share),
    });
    for (const entryId of ENTRIES) expect(shares.filter((share) => share.entryIds.includes(entryId))).toHaveLength(2);
    expect(shares.map((share) => share.entryIds.length)).toEqual([3, 3, 3, 3]);
    expect(barred).toEqual([{ seatId: 'expert-2', cause: 'own-unit', entryIds: ['entry-b'] }]);
  });

  it('is made from nothing else than what was committed to, and from digits alone', () => {
    const round = after(...opened);
    expect(answer(round, dealing({ secrets: { secret: 'another', next: SECOND } }))).toBe('DRAW_BROKEN roundId');
    for (const lot of ['', '12a', '1'.repeat(21)]) expect(answer(round, dealing({ lot }))).toBe('LOT_INVALID lot');
  });

  it('is not made where everybody judges everything, nor before scoring is open, nor after its end', () => {
    expect(answer(after(...untilOpen), dealing())).toBe('ROUND_NOT_DEALT_OUT roundId');
    expect(answer(after(...opened.slice(0, -1)), dealing())).toBe('ROUND_NOT_OPEN roundId');
    expect(answer(after(...opened, close), dealing())).toBe('ROUND_CLOSED roundId');
  });

  it('gives nobody more than he takes, and says where that can not be', () => {
    const loads = [{ seatId: 'expert-1', atMost: 1 }];
    expect(dealtIn(after(...opened, dealing({ loads })))['expert-1']).toHaveLength(1);
    const all = JURY.map((seatId) => ({ seatId, atMost: 2 }));
    expect(answer(after(...opened), dealing({ loads: all }))).toBe('DEAL_IMPOSSIBLE roundId');
    const wrong = (load: { seatId: string; atMost: number }) => answer(after(...opened), dealing({ loads: [load] }));
    expect(wrong({ seatId: 'nobody', atMost: 1 })).toBe('SEAT_UNKNOWN loads[0].seatId');
    expect(wrong({ seatId: 'expert-1', atMost: 1.5 })).toBe('LOAD_INVALID loads[0].atMost');
    expect(wrong({ seatId: 'expert-1', atMost: -1 })).toBe('LOAD_INVALID loads[0].atMost');
    const twice = [loads[0], loads[0]].flatMap((load) => load ?? []);
    expect(answer(after(...opened), dealing({ loads: twice }))).toBe('SEAT_TWICE loads[1].seatId');
  });
});

describe('a sheet where entries are dealt out', () => {
  const sheetOf = (round: Round, at: number) =>
    sheetRoundOf(round, PEOPLE[at] ?? { personId: '', homeId: null, grants: [] }, NOW);

  it('is about nothing before the deal, and afterwards about what its seat was given and nothing else', () => {
    expect(sheetOf(after(...opened), 0)).toMatchObject({ hindrance: 'ENTRIES_NOT_DEALT', entries: [] });
    JURY.forEach((seatId, at) => {
      const { hindrance, entries } = sheetOf(dealt, at);
      expect(hindrance).toBeNull();
      expect(entries).toEqual(dealtIn(dealt)[seatId]?.map((entryId) => ({ entryId, recused: null })));
    });
  });
});

describe('what is missing later', () => {
  it('is nothing as long as every entry has its evaluators', () =>
    expect(answer(dealt, dealingOn())).toBe('NOTHING_TO_DEAL roundId'));

  it('after a seat left is what it had, dealt to the others, who keep all they have', () => {
    const left = after(...opened, dealing(), vacate('expert-4'));
    const again = after(...opened, dealing(), vacate('expert-4'), dealingOn());
    const [before, now] = [dealtIn(left), dealtIn(again)];
    for (const seatId of JURY.slice(0, 3))
      expect(now[seatId]).toEqual(expect.arrayContaining([...(before[seatId] ?? [])]));
    expect(now['expert-4']).toEqual([]);
    expect(Object.values(now).flat()).toHaveLength(12);
  });

  it('is not what somebody judged who left: what counts counts once', () => {
    const ground = groundOf({ everHandedIn: ['expert-4'], begun: ['expert-4'] });
    expect(answer(after(...opened, dealing(), vacate('expert-4')), dealingOn({ ground }))).toBe(
      'NOTHING_TO_DEAL roundId',
    );
  });

  it('after a word of recusal is that entry, and never goes to whoever handed in already', () => {
    const [name = ''] = (dealtIn(dealt)['expert-1'] ?? []).map((entryId) => entryId.replace('entry-', ''));
    const orders = [...opened, dealing(), recuse('expert-1', name)];
    const ground = groundOf({ handedIn: ['expert-2'], begun: ['expert-2'], everHandedIn: ['expert-2'] });
    const again = dealtIn(after(...orders, dealingOn({ ground })));
    expect(again['expert-1']).not.toContain(`entry-${name}`);
    expect(again['expert-2']).toEqual(dealtIn(dealt)['expert-2']);
    expect(Object.values(again).filter((ids) => ids.includes(`entry-${name}`))).toHaveLength(2);
  });
});

describe('a result where entries are dealt out', () => {
  const shares = dealtIn(dealt);
  const marksOf = (names: readonly string[]): OpenedSheet['scores'] =>
    names.map((entryId) => ({ entryId, marks: [3_000, 4_000 + 100 * ENTRIES.indexOf(entryId)] }));
  const sheetsOf = (judges: readonly string[]): readonly OpenedSheet[] =>
    judges.map((personId) => ({ ...sheet(personId, {}), scores: marksOf(shares[personId] ?? []) }));
  const closed = [...opened, dealing(), close];

  it('is computed from what each seat was given, and asks it for nothing else', () => {
    const given = sheetsOf(JURY);
    const [opening, computing] = tally(given);
    const [result] = factsOf(after(...closed, opening), computing);
    if (result?.type !== 'ResultComputed.v1') throw new Error('no result');
    expect(result.data.ranking.map(({ entryId }) => entryId)).toEqual(ENTRIES.toReversed());
    expect(result.data.absent).toEqual([]);
  });

  it('leaves out a mark of an entry that a seat was not given', () => {
    const [first, ...rest] = JURY;
    const strange = ENTRIES.find((entryId) => !(shares[first] ?? []).includes(entryId)) ?? '';
    const beyond = {
      ...sheet(first, {}),
      scores: [...marksOf(shares[first] ?? []), { entryId: strange, marks: [0, 0] }],
    };
    const scoresOf = (given: readonly OpenedSheet[]) => {
      const [opening, computing] = tally(given);
      const [result] = factsOf(after(...closed, opening), computing);
      return result?.type === 'ResultComputed.v1' ? result.data.ranking : [];
    };
    expect(scoresOf([beyond, ...sheetsOf(rest)])).toEqual(scoresOf(sheetsOf(JURY)));
  });

  it('leaves without a rank what fewer judged than the template asks', () => {
    const [first, ...rest] = JURY;
    const [opening, computing] = tally(sheetsOf(rest));
    const [result] = factsOf(after(...closed, opening), computing);
    if (result?.type !== 'ResultComputed.v1') throw new Error('no result');
    expect(result.data.absent.map(({ entryId }) => entryId).toSorted()).toEqual(shares[first]);
  });
});

describe('dealing out again', () => {
  const again = propose({ act: 'RedealEntries', lot: '7', reason: 'not-public' }, 'again', OFFICE, NOW);
  const means = (begun: readonly string[]) => ({
    now: NOW,
    order: { secret: SECOND.secret, next: THIRD },
    dealGround: groundOf({ begun }),
  });

  it('takes two persons, and leaves whoever has begun all he has', () => {
    expect(answer(after(...opened, dealing(), again), carryOut('again', OFFICE, means([])))).toMatch(/^SECOND_/u);
    const anew = after(...opened, dealing(), again, carryOut('again', LEADER, means(['expert-1', 'expert-3'])));
    for (const seatId of ['expert-1', 'expert-3']) expect(dealtIn(anew)[seatId]).toEqual(dealtIn(dealt)[seatId]);
    expect(anew).toMatchObject({ dealing: { deals: 2, commitment: THIRD.commitment } });
  });

  it('is not proposed before anything was dealt, nor for a reason that is none', () => {
    expect(answer(after(...opened), again)).toBe('ENTRIES_NOT_DEALT roundId');
    const other = propose({ act: 'RedealEntries', lot: '7', reason: 'i-like-it' }, 'again', OFFICE, NOW);
    expect(answer(dealt, other)).toBe('DEAL_REASON_UNKNOWN reason');
  });
});

describe('a unit that somebody left', () => {
  const former = {
    'expert-3': [
      { homeId: 'unit-c', leftOn: '2019-12-06' },
      { homeId: 'unit-d', leftOn: '2018-12-05' },
    ],
  };
  const ground = groundOf({}, former);
  const terms = { act: 'DismissConflict', personId: 'expert-3', entryId: 'entry-c', reason: 'another-person' } as const;
  const asked = (over: object = {}): RoundOrder =>
    ({ ...propose({ ...terms, ...over }, 'hit', OFFICE, NOW), dealGround: ground }) as RoundOrder;

  it('keeps him from its entries for so many years', () => {
    const { barred } = dealOfFacts(after(...opened), dealing({ ground }));
    expect(barred).toContainEqual({ seatId: 'expert-3', cause: 'former-unit', entryIds: ['entry-c'] });
    expect(barred.some(({ entryIds }) => entryIds.includes('entry-d'))).toBe(false);
  });

  it('keeps him from it no more once two persons found that the hit is none', () => {
    const carried = carryOut('hit', LEADER, { now: NOW, dealGround: ground });
    const orders = [...opened, asked(), carried];
    expect(dealOfFacts(after(...orders), dealing({ ground })).barred.map(({ cause }) => cause)).toEqual(['own-unit']);
    expect(answer(after(...orders), asked())).toBe('CONFLICT_UNKNOWN entryId');
  });

  it('is dismissed by nobody whom it is about, for no reason that is none, and where there is a hit alone', () => {
    const round = after(...opened);
    expect(answer(round, { ...asked(), by: { personId: 'expert-3', role: 'committee-officer' } } as RoundOrder)).toBe(
      'OWN_SEAT terms',
    );
    expect(answer(round, asked({ reason: 'why-not' }))).toBe('DEAL_REASON_UNKNOWN reason');
    expect(answer(round, asked({ entryId: 'entry-d' }))).toBe('CONFLICT_UNKNOWN entryId');
    expect(answer(round, asked({ entryId: 'entry-z' }))).toBe('ENTRY_NOT_IN_ROUND entryId');
    expect(answer(round, asked({ personId: 'stranger' }))).toBe('SEAT_UNKNOWN personId');
  });
});

it('says of which round it is', () => expect(dealOfFacts(after(...opened), dealing()).roundId).toBe(ROUND));
