import { describe, expect, it } from '@jest/globals';
import { checksOf } from '../../../src/domain/checklist/checks-of.ts';
import { groundOf } from '../../../src/domain/checklist/ground.ts';
import type { Checklist } from '../../../src/domain/checklist/state.ts';
import { BLANK } from '../../../src/domain/checklist/state.ts';
import { roundDecider, type RoundOrder } from '../../../src/domain/round/decider.ts';
import type { ScoringOrder } from '../../../src/domain/round/orders.ts';
import { isClosed, latestResult, type Round } from '../../../src/domain/round/state.ts';
import { AFTER, answer, close, compute, factsOf, openSheets, secondly, UNTIL } from '../round/example-round.ts';
import {
  by,
  closedRound,
  listAfter,
  NOW,
  openRound,
  people,
  prepared,
  record,
  review,
  tables,
} from './example-checklist.ts';

const withdrawn: ScoringOrder = {
  ...{ type: 'HearChecklist', now: AFTER, entryId: 'entry-a', occurrenceId: 'o1' },
  ...{ proposalId: 'p1', proposedBy: 'organizer' },
};
const found = listAfter(by('organizer', record({ count: 5 })), by('organizer', review([200, 100])));
const tallied = (a: Checklist, through = 40): readonly [ScoringOrder, ScoringOrder] => {
  const inputs = checksOf(
    new Map([
      ['entry-a', a],
      ['entry-b', BLANK],
    ]),
    prepared(openRound()),
  );
  const checks = { through, inputs };
  return [{ ...openSheets([]), checks } as ScoringOrder, { ...compute([]), checks } as ScoringOrder];
};
const then = (round: Round, ...orders: readonly RoundOrder[]): Round =>
  orders.reduce((state, order) => factsOf(state, order).reduce(roundDecider.evolve, state), round);
const resultOf = (round: Round) => {
  const result = isClosed(round) ? latestResult(round) : undefined;
  return { ranks: result?.ranking.map(({ entryId, score }) => `${entryId} ${score}`), because: result?.because };
};

describe('the result of a round with check-lists', () => {
  it('puts on record up to where the lists were read, before anything is computed', () => {
    const [opening] = tallied(found);
    expect(answer(closedRound(), opening)).toBe('ChecklistsRead SheetsOpened');
    const read = then(closedRound(), opening);
    expect(isClosed(read) && read.checksThrough).toBe(40);
  });

  it('is computed from what was found, by the frozen rules', () =>
    // a: life (500 + 500 + 500 + 400) / 4 = 475, and 300 for the team; b: nothing was said of the team, which is zero.
    expect(resultOf(then(closedRound(), ...tallied(found)))).toEqual({
      ranks: ['entry-a 775', 'entry-b 500'],
      because: [],
    }));

  it('keeps what it was computed from, so that it can be computed again', () => {
    const round = then(closedRound(), ...tallied(found));
    expect(isClosed(round) && latestResult(round)?.basis.checksThrough).toBe(40);
  });

  it('follows again once two persons corrected a finding, and says so; both stand', () => {
    const first = then(closedRound(), ...tallied(found));
    expect(answer(first, tallied(found)[0])).toBe('');
    const corrected = then(first, withdrawn, ...tallied(listAfter(by('organizer', review([200, 100]))), 60));
    expect(resultOf(corrected)).toEqual({
      ranks: ['entry-a 800', 'entry-b 500'],
      because: [{ change: 'checklist-corrected', proposalId: 'p1' }],
    });
    expect(isClosed(corrected) && corrected.results.map(({ basis }) => basis.checksThrough)).toEqual([40, 60]);
  });

  it('hears of a correction once, and of none while nobody could have seen an aggregate', () => {
    const first = then(closedRound(), ...tallied(found));
    expect(answer(first, withdrawn)).toBe('ChecklistCorrected');
    expect(answer(then(first, withdrawn), withdrawn)).toBe('');
    expect(answer(closedRound(), withdrawn)).toBe('');
    expect(answer(openRound(), withdrawn)).toBe('');
    expect(answer(first, { ...withdrawn, entryId: 'entry-z' } as ScoringOrder)).toBe('ENTRY_NOT_IN_ROUND entryId');
  });

  it('waits for what nothing was said of where the template refuses to do without, naming the items', () => {
    const made = tables();
    const strict = {
      ...made,
      phases: made.phases.map((phase) => ({
        ...phase,
        rows: phase.rows.map((row) => (row.op === 'take-checklist' ? { ...row, unscored: 'refuse' as const } : row)),
      })),
    };
    const decision = roundDecider.decide(closedRound(strict), tallied(found)[0]);
    expect(decision).toMatchObject({
      reason: 'SHEETS_LACKING',
      details: { lack: 'ITEM_UNSCORED', entryId: 'entry-b', items: 'team/1' },
    });
  });
});

describe('a closed round with check-lists', () => {
  const reopening = secondly({ act: 'ReopenRound', seatIds: [], until: UNTIL, reason: 'technical-fault' }, 'again');
  const hindranceOf = (round: Round, now: string) => groundOf(round, 'entry-a', people.organizer, now).hindrance;

  it('is opened again for its lists alone while nobody could have seen an aggregate', () => {
    const again = then(closedRound(), ...reopening);
    expect(hindranceOf(again, AFTER)).toBeNull();
    expect(then(again, { ...close, why: 'due', now: UNTIL } as ScoringOrder).kind).toBe('closed');
    expect(hindranceOf(closedRound(), NOW)).toBe('ROUND_CLOSED');
  });

  it('takes no findings afterwards: what is wrong then is withdrawn by two persons', () => {
    const first = then(closedRound(), ...tallied(found));
    expect(answer(first, reopening[0])).toBe('SEATS_NONE seatIds');
  });
});
