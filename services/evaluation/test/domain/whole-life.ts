import { type Decider, type Fact, isRefusal, type Refusal } from '@jiangong/event-store';
import { roundDecider } from '../../src/domain/round/decider.ts';
import type { ResultComputed, RoundFact } from '../../src/domain/round/facts.ts';
import { schemeDecider } from '../../src/domain/scheme/decider.ts';
import type { RoundRefusal } from '../../src/domain/round/refusals.ts';
import type { Round } from '../../src/domain/round/state.ts';
import type { RoundOrder } from '../../src/domain/round/orders.ts';
import { seriesDecider } from '../../src/domain/series/decider.ts';
import { sheetDecider } from '../../src/domain/sheet/decider.ts';
import { sheetRoundOf } from '../../src/domain/sheet/sheet-round.ts';
import { COMMITTEE, decision, EDITION, entryOf, NOW, plan, ROUND, SCHEME, scheme, sheets } from './example-round.ts';

/** What follows when these orders are decided one after the other; throws on a refusal. */
const decided = <S, O, F extends Fact, R extends Refusal>(
  decider: Decider<S, O, F, R>,
  orders: readonly ((facts: readonly F[], state: S) => O)[],
): readonly F[] => {
  let state = decider.initial;
  const facts: F[] = [];
  for (const order of orders) {
    const made = decider.decide(state, order(facts, state));
    if (isRefusal(made)) throw new Error(made.reason);
    for (const fact of made) state = decider.evolve(state, fact);
    facts.push(...made);
  }
  return facts;
};

const at = { now: NOW } as const;
const evaluators = [
  { personId: 'officer-a', groupId: 'units', unitId: 'unit-a' },
  { personId: 'officer-z', groupId: 'units', unitId: 'unit-z' },
  { personId: 'officer-y', groupId: 'units', unitId: null },
  { personId: 'expert-1', groupId: 'experts', unitId: null },
];

const untilOpen: readonly RoundOrder[] = [
  ...['a', 'b', 'c'].map((name) => ({ kind: 'admit-entry', editionId: EDITION, entry: entryOf(name), ...at }) as const),
  {
    kind: 'prepare-round',
    roundId: ROUND,
    editionId: EDITION,
    committeeId: COMMITTEE,
    schemeId: SCHEME,
    scheme,
    plan,
    ...at,
  },
  { kind: 'assign-evaluators', evaluators, ...at },
  { kind: 'remove-evaluator', personId: 'officer-y', reason: 'unavailable', ...at },
  { kind: 'open-round', scoring: 'open', ...at },
];
const untilTally: readonly RoundOrder[] = [
  ...untilOpen,
  { kind: 'declare-recusal', personId: 'officer-z', entryId: 'entry-c', reason: 'former-unit', ...at },
  { kind: 'close-round', lastIndex: 100, ...at },
  { kind: 'open-sheets', ...at },
  { kind: 'compute-tally', sheets, ...at },
];
const names = {
  committee: { zh: '省直机关工委', en: 'Provincial committee' },
  edition: { zh: '建功', en: 'Merit campaign' },
  year: 2021,
  units: {},
};

/** Every fact of a round, from its first entry to its commendation, made by today's rule book. */
export const roundFacts: readonly RoundFact[] = decided<Round, RoundOrder, RoundFact, RoundRefusal>(roundDecider, [
  ...untilTally.map((order) => () => order),
  (facts) => {
    const { resultHash } = (facts.find(({ type }) => type === 'ResultComputed.v1') as ResultComputed).data;
    return decision({
      resultHash,
      departures: [
        { entryId: 'entry-b', grade: 'none', reason: '群众反映突出' },
        { entryId: 'entry-c', grade: 'second', reason: '成效明显' },
      ],
    });
  },
  () => ({ kind: 'issue-commendation', documentNumber: '吉直党发〔2021〕30号', names, ...at }) as const,
]);

const openRound = roundFacts
  .slice(0, roundFacts.findIndex(({ type }) => type === 'RoundOpened.v1') + 1)
  .reduce(roundDecider.evolve, roundDecider.initial);
const mine = {
  roundId: ROUND,
  sheetId: 'sheet',
  personId: 'officer-a',
  round: sheetRoundOf(openRound, 'officer-a', '2021-12-31T16:00:00.000Z'),
  ...at,
};
const points = (entryId: string) => ({
  entryId,
  points: [
    { criterionId: 'innovation', hundredths: 50 },
    { criterionId: 'effect', hundredths: 100 },
  ],
});

export const sheetFacts = decided(sheetDecider, [
  () => ({ kind: 'save-sheet', ...mine, scores: [points('entry-b'), points('entry-c')] }) as const,
  () => ({ kind: 'submit-sheet', ...mine }) as const,
]);

export const schemeFacts = decided(schemeDecider, [
  () => ({ kind: 'define-scheme', schemeId: SCHEME, committeeId: COMMITTEE, scheme, ...at }) as const,
]);

export const seriesFacts = decided(seriesDecider, [
  () =>
    ({
      kind: 'name-pacesetters',
      seriesId: 'series',
      committeeId: COMMITTEE,
      firstYear: 2021,
      lastYear: 2021,
      reading: 'first-prize-once',
      meeting: { minutesNumber: '〔2026〕3号', heldOn: '2021-12-01', present: ['l1', 'l2'] },
      body: ['l1', 'l2', 'l3'],
      editions: [{ editionId: EDITION, year: 2021, commended: true, declared: ['unit-a'], firstPrizes: ['unit-a'] }],
      ...at,
    }) as const,
]);
