import { compile, type CompiledTemplate, namingDayOf, readCanonical } from '@jiangong/programmes';
import type { FactTest } from '@jiangong/scoring';
import type { NamingTables } from '../domain/naming/orders.ts';
import type { Reading } from '../domain/naming/facts.ts';
import { decidingParty, secondNotice } from '../domain/round/decide-decision.ts';
import { refusal } from './reasons.ts';
import { tablesOf } from './round-tables.ts';

/** What a template with these parameters asks of a naming over a series. */
export type NamingProgramme = Readonly<{
  kind: 'programme';
  /** So many editions of the series are looked at. */
  years: number;
  reading: Reading;
  /** The day as of which a list of years up to this one is computed; undefined where the template names none. */
  dayAfter: (lastYear: number) => string | undefined;
  tables: NamingTables;
}>;

type Refused = ReturnType<typeof refusal>;

type AtLeast = Extract<FactTest, { atLeast: number }>;

/** How often something is counted over the editions of the series, once an edition. */
const countedOverSeries = (tests: readonly FactTest[], fact: string): AtLeast | undefined =>
  tests.find(
    (test): test is AtLeast =>
      'atLeast' in test &&
      test.query.fact === fact &&
      test.query['over'] === 'series' &&
      test.query['distinct'] === 'edition' &&
      (test.query['code'] === undefined || test.query['holder'] === 'home'),
  );

type Asked = Readonly<{ years: number; reading: Reading; firstPrize: string }>;

/**
 * The one thing that a naming is computed by today: whoever declared in every edition, with a prize of one code in one of them, or in
 * each. A template whose lists ask for anything else computes no naming.
 */
const askedBy = ({ intake, outcome }: CompiledTemplate): Asked | undefined => {
  const [rule, second] = outcome;
  if (intake.how !== 'computed-list' || rule === undefined || second !== undefined) return undefined;
  const { needs, never } = rule.ranking;
  const declared = countedOverSeries(needs, 'count.declared');
  const prizes = countedOverSeries(needs, 'count.honours');
  const firstPrize = prizes?.query['code'];
  if (declared === undefined || prizes === undefined || typeof firstPrize !== 'string') return undefined;
  if (needs.length !== 2 || never.length > 0) return undefined;
  const years = declared.atLeast;
  if (prizes.atLeast === years) return { years, reading: 'first-prize-every-year', firstPrize };
  return prizes.atLeast === 1 ? { years, reading: 'first-prize-once', firstPrize } : undefined;
};

/** Compiles an adopted template with the parameters that the order sets of it, into what `NamingComputed` stores. */
export const compileNaming = (
  templateHash: string,
  canonicalText: string,
  parameters: Readonly<Record<string, string>>,
): NamingProgramme | Refused => {
  const read = readCanonical(canonicalText);
  if (read.kind !== 'template') return refusal('TEMPLATE_OF_NO_NAMING', 'templateHash');
  const compilation = compile(read.template, parameters);
  if (compilation.kind === 'refused') return refusal('PARAMETERS_INVALID', 'parameters');
  const { compiled } = compilation;
  const asked = askedBy(compiled);
  const { series } = compiled;
  if (asked === undefined || series === null || series === undefined)
    return refusal('TEMPLATE_OF_NO_NAMING', 'templateHash');
  const { years, reading, firstPrize } = asked;
  // Its years come one by one from the honours looked at: nothing of its tables is about a time of its own.
  const tables = tablesOf(compiled, 0);
  return {
    kind: 'programme',
    years,
    reading,
    dayAfter: (lastYear) => namingDayOf(compiled, lastYear),
    tables: {
      templateHash,
      parameters: compiled.parameters,
      series: series.id,
      firstPrize,
      abandoned: series.abandoned,
      // Who is in has been computed, and stands in the list with its reasons: the rule tests it no second time.
      outcome: tables.outcome.map((rule) => ({ ...rule, needs: [] })),
      party: decidingParty(tables),
      notice: secondNotice(tables),
    },
  };
};
