import { describe, expect, it } from '@jest/globals';
import { decideAnswers } from '../../src/domain/answer/decide-answers.ts';
import { knownOf, partBefore } from '../../src/domain/answer/cards-before.ts';
import { answerGroundOf } from '../../src/domain/answer/ground.ts';
import type { AnswerOrder } from '../../src/domain/answer/orders.ts';
import type { Question } from '../../src/domain/answer/question.ts';
import { possiblyAskedOf, unansweredOf } from '../../src/domain/answer/reach.ts';
import { awardsOf } from '../../src/domain/decision/awards.ts';
import { earnedOf } from '../../src/domain/decision/outcome.ts';
import type { AwardRule } from '../../src/domain/decision/outcome-table.ts';
import { decidableOf } from '../../src/domain/round/decide-decision.ts';
import { evolveRound } from '../../src/domain/round/evolve-round.ts';
import type { Candidate } from '../../src/domain/round/holders.ts';
import type { Round } from '../../src/domain/round/state.ts';
import { decidedRound } from './appeal/appealed-round.ts';
import { rule } from './decision/example-decidable.ts';
import {
  admit,
  after,
  assign,
  close,
  COMMITTEE,
  NOW,
  open,
  prepare,
  setWindow,
  tablesOf,
  tally,
} from './round/example-round.ts';

const TERM: Question = {
  ...{ questionId: 'fact-1', query: { fact: 'org.term-overdue' }, zh: '逾期未换届', en: 'its term is overdue' },
  ...{ answer: 'flag', words: [] },
};
const PROBLEMS: Question = {
  ...{ questionId: 'fact-2', query: { fact: 'count.problems', over: 'edition' }, zh: '问题', en: 'problems' },
  ...{ answer: 'count', words: [] },
};
const WORD: Question = { ...TERM, questionId: 'fact-3', query: { fact: 'org.level' }, answer: 'word', words: ['city'] };

/** Of three ranked entries the first is named, unless its term is overdue; whoever is not, the second rule takes. */
const named: AwardRule = rule({
  id: 'named',
  pick: { by: 'first', count: 1 },
  giveWay: true,
  never: [{ query: TERM.query, is: true }],
});
const TABLES = { ...tablesOf(), outcome: [named], lookedUp: [TERM, PROBLEMS, WORD] };
const tallied = after(
  ...[prepare(TABLES), admit('a'), admit('b'), admit('c')],
  ...[assign('officer-a', 'officer-z', 'expert-1'), setWindow(), open, close],
  ...tally(),
);

const person = (
  personId: string,
  role: string,
  homeId: string | null = null,
  organizationId = COMMITTEE,
): Candidate => ({
  ...{ personId, homeId },
  grants: [
    {
      grantId: `grant-${personId}`,
      role,
      organizationId,
      stands: organizationId === COMMITTEE ? 'within' : 'elsewhere',
    },
  ],
});
const OFFICER = person('clerk-1', 'committee-officer');
const SECOND = person('inspector-1', 'discipline-inspector');

const firstOf = (round: Round): string => {
  const decidable = decidableOf(round);
  if ('reason' in decidable) throw new Error(decidable.reason);
  return decidable.result?.ranking[0]?.entryId ?? '';
};
const FIRST = firstOf(tallied);

const order = (over: Partial<AnswerOrder> = {}, by: Candidate = OFFICER): AnswerOrder => ({
  ...{
    type: 'AnswerFact',
    entryId: FIRST,
    questionId: 'fact-1',
    value: 'false',
    file: '',
    why: '查阅换届档案',
    now: NOW,
  },
  ...over,
  ground: answerGroundOf(tallied, over.entryId ?? FIRST, by),
});
const said = (round: Round, given: AnswerOrder): string => {
  const decided = decideAnswers(round, given);
  return 'reason' in decided ? `${decided.reason} ${decided.field ?? ''}` : decided.map(({ type }) => type).join(' ');
};
const answered = (round: Round, ...orders: readonly AnswerOrder[]): Round =>
  orders.reduce((before, given) => {
    const decided = decideAnswers(before, given);
    if ('reason' in decided) throw new Error(decided.reason);
    return decided.reduce<Round>(evolveRound, before);
  }, round);
const awarded = (round: Round): unknown => {
  const decidable = decidableOf(round);
  if ('reason' in decidable) throw new Error(decidable.reason);
  const awards = awardsOf(decidable, { departures: [], choices: [], exceeding: [] });
  return 'reason' in awards ? awards : awards.map(({ entryId }) => entryId);
};
const awaited = (round: Round): readonly string[] => {
  const decidable = decidableOf(round);
  if ('reason' in decidable) throw new Error(decidable.reason);
  return unansweredOf(decidable.lookedUp, earnedOf(decidable, [])).map((one) => `${one.entryId} ${one.questionId}`);
};

describe('cards of the rating before', () => {
  const CARDS: Question = {
    ...{
      questionId: 'fact-4',
      query: { fact: 'count.cards', kind: 'yellow', over: 'previous' },
      zh: '黄牌',
      en: 'cards',
    },
    ...{ answer: 'count', words: [] },
  };
  const round = after(
    ...[prepare({ ...TABLES, lookedUp: [CARDS] }), admit('a'), admit('b'), admit('c')],
    ...[assign('officer-a', 'officer-z', 'expert-1'), setWindow(), open, close],
    ...tally(),
  );
  const card = { entryId: FIRST, code: 'yellow', gives: 'card' };

  it('are known from its decision: nobody answers otherwise, neither first nor when it is put right', () => {
    const given = (value: string, before: AnswerOrder['before']): string =>
      said(round, order({ questionId: 'fact-4', value, ...(before === undefined ? {} : { before }) }));
    expect(given('0', [card])).toBe('FACT_KNOWN_OTHERWISE value');
    expect(given('1', [card])).toBe('FactAnswered.v1');
    expect(given('1', [])).toBe('FACT_KNOWN_OTHERWISE value');
    expect(
      given('0', [
        { ...card, entryId: 'another' },
        { ...card, code: 'red' },
        { ...card, gives: 'bar' },
      ]),
    ).toBe('FactAnswered.v1');
    // No rating before in this edition, or nothing is decided over it: whoever looks it up is believed.
    expect(given('1', undefined)).toBe('FactAnswered.v1');
  });

  it('are asked of the part of the period before alone, and of nothing where a phase is held once', () => {
    const [phase] = TABLES.phases;
    if (phase === undefined) throw new Error('no phase');
    const parts = ['first', 'second'].map((id) => ({ ...phase, id, every: 'half' }));
    expect(partBefore({ phase: 'second', tables: { phases: parts } })).toBe('first');
    expect(partBefore({ phase: 'first', tables: { phases: parts } })).toBeUndefined();
    expect(partBefore({ phase: phase.id, tables: TABLES })).toBeUndefined();
    expect(knownOf({ ...CARDS.query, over: 'series' }, FIRST, [card])).toBeUndefined();
    expect(knownOf({ ...CARDS.query, holder: 'home' }, FIRST, [card])).toBeUndefined();
    expect(knownOf({ ...CARDS.query, kind: ['red', 'yellow'] }, FIRST, [card])).toBe(1);
  });
});

describe('what rules of awards ask and no result holds', () => {
  it('is waited for: nothing is decided while an entry within reach of the award is unanswered, and no other entry is asked about', () => {
    expect(awaited(tallied)).toEqual([`${FIRST} fact-1`]);
    expect(awarded(tallied)).toEqual({
      ...{ reason: 'FACT_NOT_ANSWERED', field: 'roundId' },
      details: { unanswered: 1, asked: `${FIRST} fact-1` },
    });
  });

  it('decides with the result: who is clean is named, who is not gives way, and then the next one is asked about', () => {
    expect(awarded(answered(tallied, order()))).toEqual([FIRST]);
    const overdue = answered(tallied, order({ value: 'true' }));
    const [next = ''] = awaited(overdue);
    expect(next).not.toContain(FIRST);
    const [entryId = ''] = next.split(' ');
    expect(awarded(answered(overdue, order({ entryId })))).toEqual([entryId]);
  });

  it('is asked of all among whom the body would choose', () => {
    const tables = { ...TABLES, outcome: [{ ...named, pick: { by: 'choice' as const, count: 1 } }] };
    const round = { ...tallied, tables } as Round;
    expect(awaited(round)).toHaveLength(3);
  });

  it('may be asked of whoever the body’s choice can bring within reach; nothing waits for it', () => {
    const left: AwardRule = rule({ id: 'left', pick: { by: 'choice', count: 1 } });
    const round = { ...tallied, tables: { ...TABLES, outcome: [left, named] } } as Round;
    const decidable = decidableOf(round);
    if ('reason' in decidable) throw new Error(decidable.reason);
    const { lookedUp, entries } = decidable;
    const possible = possiblyAskedOf(lookedUp, earnedOf(decidable, []), entries);
    expect(possible.map(({ questionId }) => questionId)).toEqual(['fact-1', 'fact-1', 'fact-1']);
    expect(
      possiblyAskedOf(
        lookedUp,
        [
          { rule: left, open: [] },
          { rule: named, open: [] },
        ],
        entries,
      ),
    ).toEqual([]);
  });

  it('is answered once, and put right by another person alone, with another answer', () => {
    const once = answered(tallied, order());
    expect(said(once, order({ value: 'true' }))).toBe('FACT_ANSWERED_ALREADY questionId');
    const right = (over: Partial<AnswerOrder> = {}, by = SECOND) =>
      order({ type: 'CorrectFactAnswer', value: 'true', ...over } as Partial<AnswerOrder>, by);
    expect(said(tallied, right())).toBe('FACT_HAS_NO_ANSWER questionId');
    expect(said(once, right({}, OFFICER))).toBe('OWN_ANSWER questionId');
    expect(said(once, right({ value: 'false' }))).toBe('FACT_ANSWER_STANDS value');
    expect(said(once, right())).toBe('FactAnswerCorrected.v1');
    const corrected = answered(once, right());
    expect('answers' in corrected && corrected.answers).toMatchObject([
      { value: true, answeredBy: 'inspector-1', corrections: 1 },
    ]);
    expect(said(corrected, right({ value: 'false' }))).toBe('OWN_ANSWER questionId');
  });

  it('is answered by the office or by discipline inspection of the round’s committee, never about where one belongs', () => {
    expect(said(tallied, order({}, SECOND))).toBe('FactAnswered.v1');
    expect(said(tallied, order({}, person('leader-1', 'committee-leader')))).toBe('FACT_NOT_YOURS entryId');
    expect(said(tallied, order({}, person('clerk-2', 'committee-officer', null, 'other')))).toBe(
      'FACT_NOT_YOURS entryId',
    );
    const home = tallied.kind === 'closed' ? tallied.entries.find((one) => one.entryId === FIRST) : undefined;
    const own = person('clerk-3', 'committee-officer', home?.homeId);
    expect(said(tallied, order({}, own))).toBe('OWN_ORGANIZATION entryId');
    const self = person(home?.answerable[0] ?? '', 'committee-officer');
    expect(said(tallied, order({}, self))).toBe('OWN_ENTRY entryId');
  });

  it('takes what answers the question, with what it goes by, and a document by its hash', () => {
    for (const value of ['yes', '1', '']) expect(said(tallied, order({ value }))).toBe('FACT_VALUE_INVALID value');
    const count = (value: string) => said(tallied, order({ questionId: 'fact-2', value }));
    expect([count('0'), count('17')]).toEqual(['FactAnswered.v1', 'FactAnswered.v1']);
    expect([count('-1'), count('1.5'), count('1000001'), count('true')]).toEqual(
      Array(4).fill('FACT_VALUE_INVALID value'),
    );
    const word = (value: string) => said(tallied, order({ questionId: 'fact-3', value }));
    expect([word('city'), word('other'), word('county')]).toEqual([
      ...['FactAnswered.v1', 'FactAnswered.v1', 'FACT_VALUE_INVALID value'],
    ]);
    expect(said(tallied, order({ file: 'x' }))).toBe('FILE_INVALID file');
    expect(said(tallied, order({ why: ' ' }))).toContain('why');
    expect(said(tallied, order({ questionId: 'fact-9' }))).toBe('FACT_NOT_ASKED questionId');
    expect(said(tallied, order({ entryId: 'entry-x' }))).toBe('ENTRY_NOT_IN_ROUND entryId');
  });

  it('is looked up after the result and before the decision: what was decided is undone first', () => {
    const before = after(prepare(TABLES), admit('a'));
    expect(said(before, order())).toBe('ROUND_NOT_CLOSED roundId');
    const decided = decidedRound(tallied);
    expect(said(decided, order())).toBe('DECISION_TAKEN_ALREADY roundId');
  });
});
