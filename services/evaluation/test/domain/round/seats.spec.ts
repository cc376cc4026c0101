import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RoundFact } from '../../../src/domain/round/facts.ts';
import type { ScoringOrder } from '../../../src/domain/round/orders.ts';
import type { Candidate } from '../../../src/domain/round/holders.ts';
import type { RunningRound } from '../../../src/domain/round/state.ts';
import {
  AFTER,
  after,
  answer,
  assign,
  candidate,
  carryOut,
  close,
  factsOf,
  known,
  NOW,
  OFFICE,
  propose,
  secondly,
  sheet,
  sheets,
  tally,
  UNTIL,
  untilClosed,
  untilOpen,
  untilPrepared,
} from './example-round.ts';

const prepared = after(...untilPrepared);
const scored = after(...untilClosed, ...tally());
const vacate = (personId: string, reason = 'unavailable', by: 'office' | 'membership' = 'office'): ScoringOrder => ({
  type: 'VacateSeat',
  now: NOW,
  personId,
  reason,
  by,
});
/** The seats whose marks the latest result counted. */
const counted = (...orders: readonly ScoringOrder[]): readonly string[] => {
  const round = after(...orders) as RunningRound;
  const excluded = new Set(round.results.at(-1)?.excluded.map(({ personId }) => personId));
  return sheets.map(({ personId }) => personId).filter((personId) => !excluded.has(personId));
};

describe('a seat', () => {
  it('records home and grant when it is assigned', () =>
    expect(factsOf(prepared, assign('officer-a'))[0]?.data).toMatchObject({
      seatId: 'unit-a',
      vote: 'organization',
      personId: 'officer-a',
      grantId: 'grant-officer-a',
      homeId: 'unit-a',
      draw: null,
    }));
  it('is not given to somebody who may not score', () => {
    const stranger = candidate('expert-1', 'unit-officer', null);
    const elsewhere = { ...known('expert-1'), grants: [{ ...known('expert-1').grants[0], stands: 'elsewhere' }] };
    expect(answer(prepared, assign(stranger))).toBe('NOT_IN_PARTY seats[0].personId');
    expect(answer(prepared, assign(elsewhere as never))).toBe('NOT_IN_PARTY seats[0].personId');
    expect(answer(prepared, assign({ ...known('expert-1'), grants: [] }))).toBe('NOT_IN_PARTY seats[0].personId');
  });
  it('is one for a unit where the template gives the vote to the unit', () => {
    const second = candidate('officer-b', 'unit-officer', 'unit-a');
    expect(answer(prepared, assign('officer-a', second))).toBe('SEAT_TAKEN seats[1].personId');
    expect(answer(after(...untilPrepared, assign('officer-a')), assign(second))).toBe('SEAT_TAKEN seats[0].personId');
    expect(answer(prepared, assign(candidate('officer-x', 'unit-officer', null)))).toBe(
      'SEAT_WITHOUT_ORGANIZATION seats[0].personId',
    );
  });
  it('assigned again stays as it is', () =>
    expect(answer(after(...untilPrepared, assign('expert-1')), assign('expert-1', 'expert-2'))).toBe('SeatAssigned'));
  it('is in one source', () => {
    const other = { type: 'AssignSeats', now: NOW, seats: [{ ...known('expert-1'), sourceId: 'units' }] } as const;
    expect(answer(after(...untilPrepared, assign('expert-1')), other)).toBe('SEAT_IN_ANOTHER_SOURCE seats[0].sourceId');
    const nowhere = { type: 'AssignSeats', now: NOW, seats: [{ ...known('expert-1'), sourceId: 'crowd' }] } as const;
    expect(answer(prepared, nowhere)).toBe('SOURCE_UNKNOWN seats[0].sourceId');
  });
  it('is named once in an order', () => {
    expect(answer(prepared, assign('expert-1', 'expert-1'))).toBe('SEAT_TWICE seats[1].personId');
    expect(answer(prepared, assign())).toBe('SEATS_NONE seats');
  });
  it('is assigned after the closing too, until the sheets are opened; then it is drawn', () => {
    expect(answer(after(...untilClosed), assign('expert-2'))).toBe('SeatAssigned');
    expect(answer(scored, assign('expert-2'))).toBe('ROUND_UNSEALED roundId');
  });
});

describe('a vacated seat', () => {
  it('keeps the sheet of who was entitled when he judged', () =>
    expect(counted(...untilOpen, vacate('officer-z', 'left-post'), close, ...tally())).toContain('officer-z'));
  it('takes the sheet along of who should not have judged', () =>
    expect(counted(...untilOpen, vacate('officer-z', 'conflict-of-interest'), close, ...tally())).not.toContain(
      'officer-z',
    ));
  it('is waited for no longer', () => {
    const without = sheets.filter(({ personId }) => personId !== 'officer-z');
    const round = after(...untilOpen, vacate('officer-z'), close, ...tally(without)) as RunningRound;
    expect(round.results).toHaveLength(1);
  });
  it('of a unit is taken over, and the new sheet replaces the old one', () => {
    const next = candidate('officer-y', 'unit-officer', 'unit-z');
    const both = [
      ...sheets,
      { ...sheet('officer-z', { a: [0, 0], b: [0, 0], c: [0, 0] }), personId: 'officer-y', position: 90 },
    ];
    const round = after(...untilOpen, vacate('officer-z', 'left-post'), assign(next), close, ...tally(both));
    expect((round as RunningRound).results[0]?.excluded).toEqual([
      { seatId: 'unit-z', personId: 'officer-z', closing: 1, why: 'replaced' },
    ]);
  });
  it('is vacated by a word of the list, of who holds it', () => {
    expect(answer(after(...untilOpen), vacate('officer-z', 'boring'))).toBe('SEAT_REASON_UNKNOWN reason');
    expect(answer(after(...untilOpen), vacate('expert-9'))).toBe('SEAT_UNKNOWN personId');
  });
  it('follows from the end of a membership, whoever has seen what', () => {
    expect(answer(scored, vacate('expert-1', 'deceased', 'membership'))).toBe('SeatVacated');
    expect(answer(scored, vacate('expert-9', 'expelled', 'membership'))).toBe('');
  });
  it('follows from an exit without its sheet, once somebody could have seen an aggregate: one person records it', () => {
    expect(counted(...untilOpen, vacate('officer-z', 'expelled', 'membership'), close, ...tally())).not.toContain(
      'officer-z',
    );
    const expelled = vacate('officer-z', 'expelled', 'membership');
    const round = after(...untilClosed, ...tally(), expelled, ...tally()) as RunningRound;
    expect(round.results[1]?.ranking).toEqual(round.results[0]?.ranking);
    expect(round.results[1]?.excluded).toEqual([]);
  });
  it('is vacated once more, with its sheet, where whoever left turns out to have had no right', () => {
    const moved = vacate('officer-z', 'moved', 'membership');
    const left = [...untilClosed, moved, ...tally()];
    expect((after(...left) as RunningRound).results[0]?.excluded).toEqual([]);
    const breach = { act: 'VacateSeat', seatId: 'unit-z', reason: 'breach-of-rules' } as const;
    const round = after(...left, ...secondly(breach), ...tally()) as RunningRound;
    expect(round.results[1]?.excluded).toMatchObject([{ seatId: 'unit-z', personId: 'officer-z' }]);
    // Nothing of it counts any more, and a word that leaves the sheet standing has nothing to say about an empty seat.
    expect(answer(round, propose(breach, 'again'))).toBe('SEAT_NOT_HELD personId');
    expect(answer(after(...left), propose({ ...breach, reason: 'moved' }))).toBe('SEAT_NOT_HELD personId');
    expect(answer(after(...untilClosed, moved), vacate('officer-z', 'breach-of-rules'))).toBe('SEAT_UNKNOWN personId');
  });
  it('after the opening of sheets is an inspector’s, upon the office’s proposal', () => {
    expect(answer(scored, vacate('officer-z'))).toBe('PROPOSAL_NEEDED roundId');
    const terms = { act: 'VacateSeat', seatId: 'unit-z', reason: 'breach-of-rules' } as const;
    const round = after(...untilClosed, ...tally(), ...secondly(terms), ...tally()) as RunningRound;
    expect(round.results[1]).toMatchObject({
      because: [{ change: 'seat-vacated', proposalId: 'proposal-1' }],
      predecessor: round.results[0]?.resultHash,
    });
  });
});

describe('an excused seat', () => {
  const terms = { act: 'ExcuseSeat', seatId: 'unit-z', reason: 'ill' } as const;
  it('is missing no longer', () => {
    const without = sheets.filter(({ personId }) => personId !== 'officer-z');
    expect(after(...untilClosed, ...secondly(terms), ...tally(without)).kind).toBe('closed');
  });
  it('is excused after the closing, once, by a word of the list', () => {
    expect(answer(after(...untilOpen), propose(terms))).toBe('ROUND_NOT_CLOSED roundId');
    expect(answer(after(...untilClosed), propose({ ...terms, reason: 'lazy' }))).toBe('SEAT_REASON_UNKNOWN reason');
    expect(answer(after(...untilClosed, ...secondly(terms)), propose(terms, 'again'))).toBe('SEAT_NOT_HELD seatId');
  });
});

describe('a replacement after the opening of sheets', () => {
  const people = ['expert-2', 'expert-3', 'expert-4'];
  const vacated = [...untilClosed, ...tally(), ...secondly({ act: 'VacateSeat', seatId: 'expert-1', reason: 'moved' })];
  const terms = { act: 'DrawReplacement', seatId: 'expert-1', personIds: people } as const;
  const proposed = after(...vacated, propose(terms, 'draw'));
  const carriedOut = (candidates: readonly Candidate[], secret = 'a'.repeat(64)): ScoringOrder =>
    carryOut('draw', undefined, { candidates, draw: { secret, commitment: '' } });
  const seatOf = (order: ScoringOrder) =>
    (factsOf(proposed, order)[0] as Extract<RoundFact, { type: 'SeatAssigned.v1' }>).data;
  it('is drawn by a secret that nobody had when the list was made', () => {
    const secrets = fc.sample(
      fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 }),
      64,
    );
    const drawn = secrets.map((secret) => seatOf(carriedOut(people.map(known), secret)).personId);
    expect(new Set(drawn)).toEqual(new Set(people));
  });
  it('can be drawn again by anybody from what the facts say, in whatever order people came', () => {
    const seed = (proposed as RunningRound).seed ?? '';
    const { personId, seatId, draw, proposedBy } = seatOf(carriedOut([...people].reverse().map(known)));
    expect(draw).toEqual({ secret: 'a'.repeat(64), candidates: people });
    expect(proposedBy).toBe('office-1');
    const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
    const mixed = hash([seed, 'a'.repeat(64), 'expert-1', ...people].join(' '));
    expect(
      people.filter((one) => people.every((other) => hash(`${mixed} ${one}`) <= hash(`${mixed} ${other}`))),
    ).toEqual([personId]);
    expect(seatId).toBe(personId);
  });
  it('is drawn among three at least who could have the seat, each of them named once', () => {
    const listed = (personIds: readonly string[], candidates: readonly Candidate[] = personIds.map(known)): string =>
      answer(after(...vacated), { ...propose({ ...terms, personIds }, 'draw'), candidates } as ScoringOrder);
    expect(listed(people.slice(1))).toBe('CANDIDATES_TOO_FEW personIds');
    expect(listed([])).toBe('CANDIDATES_TOO_FEW personIds');
    expect(listed(['expert-2', 'expert-3', 'expert-2'])).toBe('SEAT_TWICE personIds[2]');
    expect(listed(people, people.slice(0, 2).map(known))).toBe('NOT_IN_PARTY personIds[2]');
    expect(listed(['expert-2', 'officer-a', 'expert-3'])).toBe('SEAT_TAKEN personIds[1]');
    expect(
      listed(
        people,
        people.map((id) => ({ ...known(id), grants: [] })),
      ),
    ).toBe('NOT_IN_PARTY personIds[0]');
    expect(listed(people)).toBe('ActProposed');
  });
  it('passes over who may not score any more, and is not drawn among too few', () => {
    const without = (id: string): Candidate => ({ ...known(id), grants: [] });
    expect(answer(proposed, carriedOut([known('expert-2'), known('expert-3'), without('expert-4')]))).toBe(
      'CANDIDATES_TOO_FEW personIds',
    );
    expect(answer(proposed, carriedOut(people.map(without)))).toBe('CANDIDATES_TOO_FEW personIds');
  });
  it('where too few are left, is not needed: the seat is excused, or the round reopened without it', () => {
    const round = after(...vacated);
    const excused = { act: 'ExcuseSeat', seatId: 'unit-z', reason: 'ill' } as const;
    expect(answer(round, propose(excused, 'excuse'))).toBe('ActProposed');
    expect(
      answer(proposed, {
        type: 'RejectProposal',
        proposalId: 'draw',
        by: OFFICE,
        why: '另提',
        now: AFTER,
      } as ScoringOrder),
    ).toBe('ProposalRejected');
  });
  it('then submits when the round is reopened for it', () => {
    const round = after(
      ...vacated,
      propose(terms, 'draw'),
      carryOut('draw', undefined, { candidates: people.map(known) }),
    ) as RunningRound;
    const seatId = round.seats.find((seat) => seat.draw !== null)?.seatId ?? '';
    const reopen = { act: 'ReopenRound', seatIds: [seatId], until: UNTIL, reason: 'sheets-missing' } as const;
    expect(answer(round, propose(reopen, 'reopen', undefined, AFTER))).toBe('ActProposed');
  });
  it('is drawn for an empty seat only', () =>
    expect(answer(after(...untilClosed, ...tally()), propose(terms, 'draw'))).toBe('SEAT_HELD seatId'));
});
