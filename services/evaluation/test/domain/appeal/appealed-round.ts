import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { appealGroundOf } from '../../../src/domain/appeal/ground.ts';
import type { DecideAppeal, FileAppeal, ReopenAppeal, WithdrawAppeal } from '../../../src/domain/appeal/orders.ts';
import type { TakenFact } from '../../../src/domain/decision/taken-facts.ts';
import type { RoundOrder } from '../../../src/domain/round/decider.ts';
import { evolveRound } from '../../../src/domain/round/evolve-round.ts';
import type { RoundFact } from '../../../src/domain/round/facts.ts';
import type { Candidate } from '../../../src/domain/round/holders.ts';
import type { Round } from '../../../src/domain/round/state.ts';
import type { RoundTables } from '../../../src/domain/round/tables.ts';
import {
  admit,
  after,
  assign,
  candidate,
  close,
  COMMITTEE,
  EDITION,
  factsOf,
  open,
  prepare,
  ROUND,
  setWindow,
  tablesOf,
  tally,
} from '../round/example-round.ts';

export const FROM = '2021-12-12T16:00:00.000Z';
export const TO = '2021-12-20T16:00:00.000Z';
export const WITHIN = '2021-12-15T02:00:00.000Z';
export const TOO_LATE = '2021-12-20T16:00:00.000Z';

/** The example round, with a stage of appeals that its body decides. */
export const TABLES: RoundTables = { ...tablesOf(), appeals: { stages: [{ stageId: 'appeal', by: ['body'] }] } };

export const appealWindow = (closesAt = TO, editionRevision = 1, opensAt = FROM): RoundOrder => ({
  ...{ type: 'SetAppealWindow', stageId: 'appeal', opensAt, closesAt, editionRevision, now: FROM },
});

export const untilTallied: readonly RoundOrder[] = [
  ...[prepare(TABLES), admit('a'), admit('b'), admit('c')],
  ...[assign('officer-a', 'officer-z', 'expert-1'), setWindow(), appealWindow(), open, close],
  ...tally(),
];
export const tallied = after(...untilTallied);

/** Of the body, at its committee or above it, and where he belongs. */
export const leader = (
  personId: string,
  homeId: string | null = null,
  stands: 'within' | 'above' = 'within',
): Candidate => ({
  ...{ personId, homeId },
  grants: [{ grantId: `grant-${personId}`, role: 'committee-leader', organizationId: COMMITTEE, stands }],
});
export const OFFICER_B = candidate('officer-b', 'unit-officer', 'unit-b');
export const HEAD = leader('head-1');
export const OTHER = leader('head-2');

const groundOf = (round: Round, person: Candidate) => appealGroundOf(round, 'entry-b', person);

export const file = (more: Partial<FileAppeal> = {}, person = OFFICER_B): FileAppeal => ({
  ...{ type: 'FileAppeal', appealId: 'appeal-1', entryId: 'entry-b', matter: 'rank', sourceId: '', itemId: '' },
  ...{ ground: groundOf(tallied, person), evidence: ['d'.repeat(64)], why: '名次有误', now: WITHIN },
  ...more,
});
export const withdraw = (person = OFFICER_B, more: Partial<WithdrawAppeal> = {}): WithdrawAppeal => ({
  ...{ type: 'WithdrawAppeal', appealId: 'appeal-1', entryId: 'entry-b', ground: groundOf(tallied, person) },
  ...{ why: '已经说明', now: WITHIN },
  ...more,
});
export const decide = (
  outcome: string,
  remedy = '',
  person = HEAD,
  more: Partial<DecideAppeal> = {},
): DecideAppeal => ({
  ...{ type: 'DecideAppeal', appealId: 'appeal-1', entryId: 'entry-b', ground: groundOf(tallied, person) },
  ...{ outcome, remedy, wrote: false, why: '经复核', now: WITHIN },
  ...more,
});
export const reopen = (person = OTHER, more: Partial<ReopenAppeal> = {}): ReopenAppeal => ({
  ...{ type: 'ReopenAppeal', appealId: 'appeal-1', entryId: 'entry-b', ground: groundOf(tallied, person) },
  ...{ role: 'committee-leader', wrote: false, why: '答复有误', now: WITHIN },
  ...more,
});

const DECISION = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../golden-decisions/taken/DecisionTaken.v1.json'), 'utf8'),
) as Extract<TakenFact, { type: 'DecisionTaken.v1' }>['data'];

/** The round once its body has decided. */
export const decidedRound = (round: Round, decisionId = 'decision-1'): Round =>
  evolveRound(round, {
    type: 'DecisionTaken.v1',
    data: { ...DECISION, roundId: ROUND, editionId: EDITION, decisionId },
  });

/** The round after these orders. */
export const then = (round: Round, ...orders: readonly RoundOrder[]): Round =>
  orders.reduce<Round>((now, order) => factsOf(now, order).reduce(evolveRound, now), round);

/** Every kind of fact of appeals. */
export const appealFacts: readonly RoundFact[] = [
  ...factsOf(after(prepare(TABLES)), appealWindow()),
  ...factsOf(tallied, file()),
  ...factsOf(then(tallied, file()), withdraw()),
  ...factsOf(then(tallied, file()), decide('upheld', 'corrected-result')),
  ...factsOf(then(tallied, file(), decide('rejected')), reopen()),
];
