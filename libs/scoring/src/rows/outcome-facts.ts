import { canonicalBytes } from '@jiangong/event-store';
import { compareRationals, type Rational } from '../rational.ts';
import { times, total } from './exact.ts';
import type { FactQuery, FactTest, FactValue, HolderKind } from './outcome-rule.ts';
import type { Stander } from './outcome-standing.ts';
import type { OutcomeInputs } from './outcome-types.ts';

/** A query's identity: its RFC 8785 form. */
export const factKey = (query: FactQuery): string => canonicalBytes(query).toString('utf8');

type Answer = Rational | string | boolean;

const whole = (value: number): Rational => ({ numerator: BigInt(value), denominator: 1n });
const answerOf = (value: FactValue): Answer => (typeof value === 'number' ? whole(value) : value);
const isNumber = (answer: Answer): answer is Rational => typeof answer === 'object';
const kinds = ({ kind }: FactQuery): readonly string[] | undefined =>
  kind === undefined ? undefined : Array.isArray(kind) ? (kind as readonly string[]) : [String(kind)];

/** Whom a fact is asked of: an entry, or a holder with its entries. */
export type Subject = Readonly<{ id: string; kind: HolderKind; entries: readonly Stander[] }>;

/** What earlier rules gave: entries picked, and holders picked by facts. */
export type GivenSoFar = ReadonlyMap<
  string,
  Readonly<{ to: HolderKind; entries: ReadonlySet<string>; holders: ReadonlySet<string>; byFacts: boolean }>
>;

/** Answers queries from the result where it can, else from the given facts; undefined: unknown. */
export class Facts {
  private readonly given: ReadonlyMap<string, FactValue>;
  private readonly lowerIsBetter: boolean;

  constructor(inputs: OutcomeInputs) {
    this.given = new Map(inputs.facts.map(({ subject, query, value }) => [`${subject} ${factKey(query)}`, value]));
    this.lowerIsBetter = inputs.ranking?.phase.rank.better === 'lower';
  }

  answer(query: FactQuery, subject: Subject, so: GivenSoFar): Answer | undefined {
    switch (query.fact) {
      case 'count.awards':
        return whole(this.awards(kinds(query) ?? [...so.keys()], subject, so));
      case 'count.entries':
        return whole(subject.entries.length);
      case 'best.rank':
      case 'mean.rank':
      case 'best.result':
      case 'mean.result':
        return this.ofEntries(query, subject, so);
      case 'step':
        return this.step(kinds(query)?.[0], subject);
      case 'entry.category':
        return subject.entries[0]?.entry.category;
      default: {
        const value = this.given.get(`${subject.id} ${factKey(query)}`);
        return value === undefined ? undefined : answerOf(value);
      }
    }
  }

  private awards(rules: readonly string[], { id, kind, entries }: Subject, so: GivenSoFar): number {
    let count = 0;
    for (const rule of rules) {
      const given = so.get(rule);
      if (given === undefined) continue;
      if (given.byFacts) count += given.to === kind && given.holders.has(id) ? 1 : 0;
      else count += entries.filter(({ entry }) => given.entries.has(entry.entryId)).length;
    }
    return count;
  }

  private ofEntries(query: FactQuery, { entries }: Subject, so: GivenSoFar): Rational | undefined {
    const only = kinds(query);
    const looked = entries.filter(
      ({ entry, ranked }) =>
        ranked !== null && (only === undefined || only.some((rule) => so.get(rule)?.entries.has(entry.entryId))),
    );
    const [which, what] = query.fact.split('.');
    const values = looked.map(({ ranked, value }) =>
      what === 'rank' ? whole(ranked?.rank ?? 0) : (value ?? whole(0)),
    );
    if (values.length === 0) return undefined;
    if (which === 'mean') return times(total(values), 1n, BigInt(values.length));
    const lower = what === 'rank' || this.lowerIsBetter;
    return values.reduce((best, one) => (compareRationals(one, best) < 0 === lower ? one : best));
  }

  private step(row: string | undefined, { entries }: Subject): Rational | undefined {
    const cell = entries[0]?.ranked?.rows.find((one) => one.row === row);
    return typeof cell?.numerator === 'string' && typeof cell.denominator === 'string'
      ? { numerator: BigInt(cell.numerator), denominator: BigInt(cell.denominator) }
      : undefined;
  }
}

const same = (answer: Answer, value: FactValue): boolean => {
  const other = answerOf(value);
  return isNumber(answer) && isNumber(other) ? compareRationals(answer, other) === 0 : answer === other;
};

const holds = (answer: Answer, test: Exclude<FactTest, { anyOf: readonly FactTest[] }>): boolean => {
  if ('is' in test) return same(answer, test.is);
  if ('oneOf' in test) return test.oneOf.some((value) => same(answer, value));
  if (!isNumber(answer)) return false;
  return 'atLeast' in test
    ? compareRationals(answer, whole(test.atLeast)) >= 0
    : compareRationals(answer, whole(test.atMost)) <= 0;
};

/** Whether a test holds; the queries without an answer where that can not be said. */
export const testOf = (
  test: FactTest,
  ask: (query: FactQuery) => Answer | undefined,
): boolean | readonly FactQuery[] => {
  if ('anyOf' in test) {
    const results = test.anyOf.map((one) => testOf(one, ask));
    if (results.includes(true)) return true;
    const unknown = results.flatMap((result) => (typeof result === 'boolean' ? [] : result));
    return unknown.length > 0 ? unknown : false;
  }
  const answer = ask(test.query);
  return answer === undefined ? [test.query] : holds(answer, test);
};

/** Better first; who has no answer comes last; 0 where equal. Texts and flags have no order. */
export const compareAnswers = (a: Answer | undefined, b: Answer | undefined, better: 'higher' | 'lower'): number => {
  const [left, right] = [
    a !== undefined && isNumber(a) ? a : undefined,
    b !== undefined && isNumber(b) ? b : undefined,
  ];
  if (left === undefined || right === undefined) return left === right ? 0 : left === undefined ? 1 : -1;
  return better === 'higher' ? compareRationals(right, left) : compareRationals(left, right);
};
