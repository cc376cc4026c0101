import { isRefusal, type Fact, type Refusal } from '@jiangong/event-store';
import type { Phase } from '@jiangong/scoring';
import type { Decidable } from '../../../src/domain/decision/decidable.ts';
import type { DecidedEntry } from '../../../src/domain/decision/decided-entry.ts';
import { decideTaken } from '../../../src/domain/decision/decide-taken.ts';
import { decisionDecider } from '../../../src/domain/decision/decider.ts';
import type { DecisionFact } from '../../../src/domain/decision/facts.ts';
import type { AttestMinutes, RecordMinutes } from '../../../src/domain/decision/orders.ts';
import type { AwardRule, OutcomeTable } from '../../../src/domain/decision/outcome-table.ts';
import type { DecisionState, Minutes } from '../../../src/domain/decision/state.ts';
import type { TakenFact } from '../../../src/domain/decision/taken-facts.ts';
import { decidedBy, evolveDecided, issuedBy, type Taken } from '../../../src/domain/decision/taken.ts';
import type { IssueCircular, TakenOrder } from '../../../src/domain/decision/taken-orders.ts';

export const ROUND = '10000000-0000-4000-8000-000000000001';
export const EDITION = '20000000-0000-4000-8000-000000000001';
export const COMMITTEE = '30000000-0000-4000-8000-000000000001';
export const SUPERIOR = '30000000-0000-4000-8000-000000000002';
export const DECISION = '50000000-0000-4000-8000-000000000001';
export const NOW = '2021-12-10T02:00:00.000Z';
export const RESULT = 'a'.repeat(64);
export const FILE = 'f'.repeat(64);

export const entryOf = (name: string): DecidedEntry => ({
  entryId: `entry-${name}`,
  subject: { kind: 'project', id: `project-${name}` },
  nominatorId: `unit-${name}`,
  homeId: `unit-${name}`,
  track: 'project',
  title: `项目${name}`,
  answerable: [`leader-${name}`],
});

const rule = (over: Partial<AwardRule> & Pick<AwardRule, 'id' | 'pick'>): AwardRule => ({
  to: 'entry',
  among: [],
  within: 'all',
  of: 'ranked',
  order: [],
  edge: 'in',
  notAlso: [],
  needs: [],
  never: [],
  giveWay: false,
  code: `jiangong.${over.id}`,
  zh: over.id,
  en: over.id,
  gives: 'honour',
  decide: 'party',
  termYears: null,
  ...over,
});

export const FIRST = rule({ id: 'first', zh: '一等奖', en: 'First Prize', pick: { by: 'first', count: 1 } });
export const SECOND = rule({
  id: 'second',
  zh: '二等奖',
  en: 'Second Prize',
  pick: { by: 'next', after: 'first', count: 1 },
});
export const LEADER = rule({
  id: 'leader',
  zh: '突出业绩项目带头人',
  en: 'Outstanding leader',
  to: 'leader',
  among: ['first'],
  pick: { by: 'each' },
});
export const ORGANIZER = rule({
  id: 'organizer',
  zh: '优秀组织奖',
  en: 'Excellent organization',
  to: 'home',
  pick: { by: 'first', count: 1 },
  order: [
    { query: { fact: 'count.awards', kind: ['first', 'second'] }, better: 'higher' },
    { query: { fact: 'count.awards', kind: ['first'] }, better: 'higher' },
    { query: { fact: 'best.rank' }, better: 'lower' },
  ],
  needs: [{ query: { fact: 'count.awards', kind: ['first', 'second'] }, atLeast: 1 }],
});
export const outcome: OutcomeTable = [FIRST, SECOND, LEADER, ORGANIZER];
export { rule };

export const PHASE: Phase = {
  id: 'main',
  admits: { kind: 'all' },
  within: 'all',
  rows: [],
  score: 'total',
  decimals: 2,
  rank: { on: 'exact', better: 'higher', ties: [], then: 'shared' },
};

/** An entry at a rank, with a score of that rank. */
export const ranked = (name: string, rank: number) => ({ entryId: `entry-${name}`, rank, score: 10_000 - 100 * rank });

/** Three entries of three units, ranked a, b, c. */
export const decidable = (over: Partial<Decidable> = {}): Decidable => ({
  roundId: ROUND,
  editionId: EDITION,
  committeeId: COMMITTEE,
  basis: 'result',
  phase: PHASE,
  result: {
    resultHash: RESULT,
    computedAt: '2021-12-08T09:00:00.000Z',
    ranking: ['a', 'b', 'c'].map((name, at) => ranked(name, at + 1)),
  },
  before: null,
  entries: ['a', 'b', 'c'].map(entryOf),
  outcome,
  rolls: [],
  party: { recuse: 'home', least: 0, attest: null, departures: true },
  notice: null,
  outdated: false,
  outstanding: [],
  annulments: [],
  annulled: [],
  taken: { kind: 'undecided' },
  ...over,
});

export const member = (personId: string, homeId: string | null = null) => ({
  personId,
  grantId: `grant-${personId}`,
  homeId,
});

export const bodyOf = (committeeId: string, ...members: readonly (string | ReturnType<typeof member>)[]) => ({
  committeeId,
  members: members.map((one) => (typeof one === 'string' ? member(one) : one)),
});

export const recordMinutes = (over: Partial<RecordMinutes> = {}): RecordMinutes => ({
  type: 'RecordMinutes',
  now: NOW,
  decisionId: DECISION,
  by: 'officer-1',
  decidable: decidable(),
  own: bodyOf(COMMITTEE, 'l1', 'l2', 'l3'),
  superior: null,
  decideBy: null,
  resultHash: RESULT,
  meetingOn: '2021-12-09',
  minutesNumber: '〔2021〕12号',
  file: FILE,
  present: ['l1', 'l2'],
  terms: { departures: [], choices: [], exceeding: [] },
  reasons: { departures: [], choices: [], exceeding: [] },
  ...over,
});

export const attest = (personId: string, over: Partial<AttestMinutes> = {}): AttestMinutes => ({
  type: 'AttestMinutes',
  now: NOW,
  personId,
  decidable: decidable(),
  ...over,
});

export const facts = <F extends Fact, R extends Refusal>(decision: readonly F[] | R): readonly F[] => {
  if (isRefusal(decision)) throw new Error(`${decision.reason} ${decision.field ?? ''}`);
  return decision;
};

/** The minutes that an order writes down, as the rule book keeps them. */
export const minutesOf = (order: RecordMinutes = recordMinutes()): Minutes => {
  const made = facts<DecisionFact, Refusal>(decisionDecider.decide(decisionDecider.initial, order));
  const state: DecisionState = made.reduce(decisionDecider.evolve, decisionDecider.initial);
  if (state.kind !== 'recorded') throw new Error('no minutes');
  return state.minutes;
};

/** The state of what is decided upon after these orders, each of which is accepted. */
export const taken = (of: Decidable, ...orders: readonly TakenOrder[]): Decidable => {
  let standing = of;
  for (const order of orders)
    for (const fact of facts<TakenFact, Refusal>(decideTaken(standing, order))) standing = withFact(standing, fact);
  return standing;
};

const withFact = (standing: Decidable, fact: TakenFact): Decidable => ({
  ...standing,
  taken: evolved(standing.taken, fact),
  annulled: fact.type === 'DecisionAnnulled.v1' ? [...standing.annulled, fact.data.decisionId] : standing.annulled,
});

export const evolved = (before: Taken, fact: TakenFact): Taken => {
  if (fact.type === 'DecisionTaken.v1') return { kind: 'decided', decision: decidedBy(fact) };
  if (before.kind === 'undecided') throw new Error('no decision');
  switch (fact.type) {
    case 'DecisionAnnulled.v1':
      return { kind: 'undecided' };
    case 'CircularIssued.v1':
      return { kind: 'commended', decision: before.decision, circular: issuedBy(fact) };
    default:
      return { ...before, decision: evolveDecided(before.decision, fact) };
  }
};

export const takeDecision = (minutes: Minutes = minutesOf()): TakenOrder => ({
  type: 'TakeDecision',
  now: NOW,
  minutes,
});

export const issueCircular = (awards: number, over: Partial<IssueCircular> = {}): IssueCircular => ({
  type: 'IssueCircular',
  now: NOW,
  documentNumber: '吉直党发〔2021〕30号',
  names: {
    committee: { zh: '省直机关工委', en: 'Provincial committee' },
    edition: { zh: '建功“十四五”', en: 'Merit campaign' },
    year: 2021,
    seriesId: 'series',
    level: 'working-committee',
    period: { from: '2021-01-01', to: '2021-12-31' },
    organizations: { 'unit-a': { zh: '甲厅', en: 'Unit A' } },
    classified: ['unit-b'],
    classifiedEntries: [],
  },
  openObjections: [],
  numbers: Array.from({ length: awards }, (_, at) => ({ honourId: `honour-${at}`, certificateNumber: `C${at}` })),
  ...over,
});
