import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { REASON_CHARACTERS_MAX, REOPENING_REQUESTS_PER_EVALUATOR_MAX } from '../../../src/domain/limits.ts';
import type { RoundOrder } from '../../../src/domain/round/decider.ts';
import type { RequestReopening } from '../../../src/domain/round/orders.ts';
import { evolveRound } from '../../../src/domain/round/evolve-round.ts';
import type { TakenFact } from '../../../src/domain/decision/taken-facts.ts';
import { isRunning, type Round } from '../../../src/domain/round/state.ts';
import {
  after,
  AFTER,
  answer,
  LATER,
  NOW,
  OFFICE,
  secondly,
  tally,
  UNTIL,
  untilClosed,
  untilOpen,
  untilPrepared,
} from './example-round.ts';

const ask = (more: Partial<RequestReopening> = {}): RequestReopening => ({
  ...{ type: 'RequestReopening', requestId: 'request-1', personId: 'officer-z', now: AFTER },
  sheet: { hindrance: null, writable: false, entries: 3 },
  why: '漏看了一份材料',
  ...more,
});
const withdraw: RoundOrder = { type: 'WithdrawReopeningRequest', personId: 'officer-z', now: AFTER };
const decline = (by = OFFICE, why = '材料无误', requestId = 'request-1'): RoundOrder => ({
  ...{ type: 'DeclineReopening', requestId, by, why, now: AFTER },
});
const reopen = (...seatIds: readonly string[]): readonly RoundOrder[] =>
  secondly({ act: 'ReopenRound', seatIds, until: UNTIL, reason: 'wrong-sheet' });
const standings = (round: Round): readonly string[] =>
  isRunning(round) ? round.requests.map(({ standing }) => standing) : [];
const DECIDED = {
  type: 'DecisionTaken.v1',
  data: JSON.parse(
    readFileSync(join(import.meta.dirname, '../../golden-decisions/taken/DecisionTaken.v1.json'), 'utf8'),
  ) as object,
} as TakenFact;
const asked = after(...untilClosed, ask());

describe('a request that a sheet be opened again', () => {
  it('is made by whoever sits, from the opening on', () => {
    expect(answer(after(...untilPrepared), ask())).toBe('ROUND_NOT_OPEN roundId');
    expect(answer(after(...untilOpen), ask())).toBe('ReopeningRequested');
    expect(answer(after(...untilClosed), ask({ personId: 'stranger' }))).toBe('NOT_AN_EVALUATOR roundId');
    expect(answer(after(...untilClosed, ...tally()), ask())).toBe('ReopeningRequested');
  });
  it('is about a sheet that can not be written into, by somebody who may and has something to score', () => {
    const sheet = ask().sheet;
    const of = (more: Partial<typeof sheet>): string =>
      answer(after(...untilOpen), ask({ sheet: { ...sheet, ...more } }));
    expect(of({ writable: true })).toBe('SHEET_STILL_OPEN roundId');
    expect(of({ entries: 0 })).toBe('NOTHING_TO_SCORE roundId');
    expect(of({ hindrance: 'NOT_IN_PARTY' })).toBe('NOT_IN_PARTY roundId');
    expect(of({ hindrance: 'SEAT_OF_ANOTHER_ORGANIZATION' })).toBe('SEAT_OF_ANOTHER_ORGANIZATION roundId');
  });
  it('has a reason', () => {
    expect(answer(after(...untilClosed), ask({ why: ' ' }))).toBe('TEXT_EMPTY why');
    expect(answer(after(...untilClosed), ask({ why: '长'.repeat(REASON_CHARACTERS_MAX + 1) }))).toBe(
      'TEXT_TOO_LONG why',
    );
  });
  it('is made once at a time, and so often in a round at most', () => {
    expect(answer(asked, ask({ requestId: 'request-2' }))).toBe('REOPENING_REQUESTED_ALREADY roundId');
    expect(answer(asked, ask({ requestId: 'request-2', personId: 'expert-1' }))).toBe('ReopeningRequested');
    const often = Array.from({ length: REOPENING_REQUESTS_PER_EVALUATOR_MAX }, (_, at) => [
      ask({ requestId: `request-${at}` }),
      withdraw,
    ]).flat();
    expect(answer(after(...untilClosed, ...often), ask())).toBe('REOPENING_REQUESTED_OFTEN roundId');
  });
  it('is taken back by whoever made it, once', () => {
    expect(answer(asked, withdraw)).toBe('ReopeningRequestWithdrawn');
    expect(answer(asked, { ...withdraw, personId: 'expert-1' } as RoundOrder)).toBe(
      'REOPENING_NOT_REQUESTED requestId',
    );
    const back = after(...untilClosed, ask(), withdraw);
    expect(standings(back)).toEqual(['withdrawn']);
    expect(answer(back, withdraw)).toBe('REOPENING_ANSWERED_ALREADY requestId');
    expect(answer(back, ask({ requestId: 'request-2' }))).toBe('ReopeningRequested');
  });
  it('is declined by the office with a reason, by nobody his own, and can be made again', () => {
    expect(answer(asked, decline())).toBe('ReopeningDeclined');
    expect(answer(asked, decline(OFFICE, ''))).toBe('TEXT_EMPTY why');
    expect(answer(asked, decline({ ...OFFICE, personId: 'officer-z' }))).toBe('OWN_REQUEST requestId');
    expect(answer(asked, decline(OFFICE, '材料无误', 'another'))).toBe('REOPENING_NOT_REQUESTED requestId');
    const declined = after(...untilClosed, ask(), decline());
    expect(standings(declined)).toEqual(['declined']);
    expect(answer(declined, decline())).toBe('REOPENING_ANSWERED_ALREADY requestId');
    expect(answer(declined, ask({ requestId: 'request-2' }))).toBe('ReopeningRequested');
  });
  it('is answered by the reopening of its seat, whoever wanted that, and by no other seat’s', () => {
    const two = [...untilClosed, ask(), ask({ requestId: 'request-2', personId: 'expert-1' })];
    const reopened = after(...two, ...reopen('unit-z'));
    expect(standings(reopened)).toEqual(['reopened', 'waiting']);
    expect(answer(reopened, withdraw)).toBe('REOPENING_ANSWERED_ALREADY requestId');
    const withStage = after(...two, {
      type: 'ReopenWithStage',
      now: AFTER,
      stageId: 'score',
      closesAt: UNTIL,
      editionRevision: 9,
    });
    expect(standings(withStage)).toEqual(['reopened', 'reopened']);
  });
  it('outlives the closing, and a proposal that was turned down', () => {
    const open = after(...untilOpen, ask({ now: NOW }), { type: 'CloseRound', now: AFTER, why: 'stage' });
    expect(standings(open)).toEqual(['waiting']);
    const [propose] = reopen('unit-z');
    const rejected = after(...untilClosed, ask(), propose as RoundOrder, {
      ...{ type: 'RejectProposal', proposalId: 'proposal-1', by: OFFICE, why: '再议', now: AFTER },
    });
    expect(standings(rejected)).toEqual(['waiting']);
  });
  it('lapses with the seat of whoever made it', () => {
    const left = after(...untilClosed, ask(), {
      ...{ type: 'VacateSeat', now: LATER, personId: 'officer-z', reason: 'left-post', by: 'membership' },
    });
    expect(standings(left)).toEqual(['lapsed']);
    expect(answer(left, ask({ requestId: 'request-2' }))).toBe('NOT_AN_EVALUATOR roundId');
    const excused = after(...untilClosed, ask(), ...secondly({ act: 'ExcuseSeat', seatId: 'unit-z', reason: 'ill' }));
    expect(standings(excused)).toEqual(['lapsed']);
  });
  it('lapses with the decision, which has to be annulled before anything is opened again', () => {
    const decided = evolveRound(after(...untilClosed, ...tally(), ask()), DECIDED);
    expect(standings(decided)).toEqual(['lapsed']);
    expect(answer(decided, ask({ requestId: 'request-2' }))).toBe('DECISION_TAKEN_ALREADY roundId');
    expect(answer(decided, withdraw)).toBe('REOPENING_ANSWERED_ALREADY requestId');
  });
  it('is not made in an annulled round', () => {
    const annulled = after(...untilClosed, ask(), ...secondly({ act: 'AnnulRound', reason: 'irregularity' }));
    for (const order of [ask(), withdraw, decline()]) expect(answer(annulled, order)).toBe('ROUND_ANNULLED roundId');
  });
});
