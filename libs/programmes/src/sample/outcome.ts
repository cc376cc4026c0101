import {
  computeOutcome,
  type FactTest,
  type GivenFact,
  type Outcome,
  type OutcomeEntry,
  type PhaseResult,
  scoresNobody,
} from '@jiangong/scoring';
import type { CompiledPhase, CompiledRule, CompiledTemplate } from '../compile/compiled.ts';
import type { Words } from '../need-words.ts';
import { points } from '../rule-book/points-and-ranks.ts';
import { named, said } from '../rule-book/rule-words.ts';
import type { Sample, SampleGiven, SampleRank } from './told.ts';

const ENTRIES = 24;
const HOMES = 8;
const RANKS_SHOWN = 8;
const HOLDERS_SHOWN = 6;
/** Scores fall from 97.5 in equal steps, so that thresholds are met by some and missed by others. */
const [BEST, STEP] = [9_750, 170];

const STEMS = '甲乙丙丁戊己庚辛壬癸';
const numbered = (at: number): Words =>
  at < STEMS.length ? said(STEMS.charAt(at), String.fromCodePoint(65 + at)) : said(`${at + 1}`, `${at + 1}`);

const KINDS: Readonly<Record<CompiledTemplate['subjects'][number]['kind'], Words>> = {
  project: said('示例项目', 'Sample project '),
  organization: said('示例单位', 'Sample unit '),
  person: said('示例人员', 'Sample person '),
  'office-holder': said('示例任职者', 'Sample office-holder '),
  collective: said('示例集体', 'Sample collective '),
  line: said('示例条线', 'Sample line '),
  work: said('示例作品', 'Sample work '),
};
const HELD_BY = {
  leader: said('示例负责人', 'Sample leader '),
  author: said('示例作者', 'Sample author '),
  home: said('示例厅局', 'Sample office '),
  secretary: said('示例书记', 'Sample secretary '),
} as const;

const called = (what: Words, at: number): Words => said(`${what.zh}${numbered(at).zh}`, `${what.en}${numbered(at).en}`);

type Invented = Readonly<{ entries: readonly OutcomeEntry[]; names: ReadonlyMap<string, Words> }>;

/** Everybody who is judged, with whoever may hold what he is given. */
const invented = ({ subjects }: CompiledTemplate): Invented => {
  const names = new Map<string, Words>();
  const entries = Array.from({ length: ENTRIES }, (_, at): OutcomeEntry => {
    const subject = subjects[at % subjects.length];
    const home = `home-${at % HOMES}`;
    names.set(`entry-${at}`, called(KINDS[subject?.kind ?? 'organization'], at));
    names.set(home, called(HELD_BY.home, at % HOMES));
    for (const kind of ['leader', 'author'] as const) names.set(`${kind}-${at}`, called(HELD_BY[kind], at));
    names.set(`secretary-${at % HOMES}`, called(HELD_BY.secretary, at % HOMES));
    return {
      entryId: `entry-${at}`,
      ...(subject === undefined ? {} : { category: subject.id }),
      home,
      leaders: [`leader-${at}`],
      authors: [`author-${at}`],
      secretaries: [`secretary-${at % HOMES}`],
    };
  });
  return { entries, names };
};

const classOf = ({ within }: Pick<CompiledPhase, 'within'>, { category, home }: OutcomeEntry): string | null => {
  if (within === 'all') return null;
  return (within === 'category' ? category : home) ?? null;
};

/** A result as the last phase would leave it, in which the first that is listed is the first. */
const resultOf = (phase: CompiledPhase, entries: readonly OutcomeEntry[]): PhaseResult => {
  const places = new Map<string | null, number>();
  return {
    ...{ resultVersion: 2, algorithm: '', phase: phase.id, decimals: phase.decimals, missingSheets: [], unranked: [] },
    entries: entries.map((entry, at) => {
      const within = classOf(phase, entry);
      const rank = (places.get(within) ?? 0) + 1;
      places.set(within, rank);
      const value = BEST - at * STEP;
      const score = Math.round((value * 10 ** phase.decimals) / 100);
      return {
        ...{ entryId: entry.entryId, within, rank, score, numerator: String(value), denominator: '1' },
        // Rules that ask how one did in a single row find the same.
        rows: phase.rows.map(({ id: row }) => ({
          ...{ row, numerator: String(value), denominator: '1', absent: null, panel: null },
        })),
        tie: null,
      };
    }),
  };
};

/** An answer by which a test holds, or by which it does not. */
const answerTo = (test: FactTest, holds: boolean): readonly Omit<GivenFact, 'subject'>[] => {
  if ('anyOf' in test)
    return holds ? answerTo(test.anyOf[0] as FactTest, true) : test.anyOf.flatMap((one) => answerTo(one, false));
  const { query } = test;
  if ('atLeast' in test) return [{ query, value: holds ? test.atLeast : test.atLeast - 1 }];
  if ('atMost' in test) return [{ query, value: holds ? test.atMost : test.atMost + 1 }];
  const wanted = 'is' in test ? test.is : test.oneOf[0];
  if (holds) return wanted === undefined ? [] : [{ query, value: wanted }];
  return [{ query, value: typeof wanted === 'boolean' ? !wanted : typeof wanted === 'number' ? wanted + 1 : '' }];
};

/** In a sample everybody meets what is asked and nobody is kept out; holders that are ordered stand in the order of the list. */
const answersOf = (rules: readonly CompiledRule[], subjects: readonly string[]): readonly GivenFact[] => {
  const tested = rules.flatMap(({ ranking }) => [
    ...ranking.needs.flatMap((test) => answerTo(test, true)),
    ...ranking.never.flatMap((test) => answerTo(test, false)),
  ]);
  const ordered = rules.flatMap(({ ranking }) => ranking.order);
  const seen = new Set<string>();
  return subjects
    .flatMap((subject, at) => [
      ...tested.map((one) => ({ subject, ...one })),
      ...ordered.map(({ query, better }) => ({ subject, query, value: better === 'higher' ? ENTRIES - at : at })),
    ])
    .filter(({ subject, query }) => {
      const key = `${subject} ${JSON.stringify(query)}`;
      return !seen.has(key) && seen.add(key);
    });
};

/** How many stand on a roll: everybody whom the sample lists. */
const rollsOf = (rules: readonly CompiledRule[], entries: readonly OutcomeEntry[]) =>
  rules.flatMap(({ id: rule, ranking }) => {
    if (ranking.of !== 'roll') return [];
    const classes = entries.map((entry) => classOf(ranking, entry));
    return [...new Set(classes)].map((within) => ({
      ...{ rule, within, count: classes.filter((one) => one === within).length },
    }));
  });

const givenBy = (outcome: Outcome, rules: readonly CompiledRule[], names: Invented['names']): readonly SampleGiven[] =>
  rules.flatMap(({ id, name }) => {
    const found = outcome.rules.find(({ rule }) => rule === id);
    if (found === undefined) return [];
    const holders = [...new Set(found.given.map(({ holder }) => holder))].map(
      (holder) => names.get(holder) ?? said(holder, holder),
    );
    const choice = found.open.find(({ why }) => why === 'choice');
    return [
      {
        rule: named(name),
        holders: holders.slice(0, HOLDERS_SHOWN),
        more: Math.max(0, holders.length - HOLDERS_SHOWN),
        chosen: choice?.atMost ?? null,
      },
    ];
  });

/** Who stands where, and who would get what: by the template's own rules over scores that are invented. */
export const sampleOutcome = (compiled: CompiledTemplate): Pick<Sample, 'ranking' | 'given'> => {
  const { phases, outcome: rules, subjects } = compiled;
  const { entries, names } = invented(compiled);
  const phase = phases.findLast((one) => !scoresNobody(one));
  const result = phase === undefined ? undefined : resultOf(phase, entries);
  const outcome = computeOutcome(
    rules.map(({ ranking }) => ranking),
    {
      ranking: phase === undefined || result === undefined ? null : { phase, result },
      entries,
      rolls: rollsOf(rules, entries),
      facts: answersOf(rules, [...names.keys()]),
      choices: [],
    },
  );
  const shown = result?.entries.slice(0, RANKS_SHOWN) ?? [];
  const classNames = new Map(subjects.map(({ id, name }) => [id, named(name)]));
  const ranking = shown.map(({ entryId, within, rank, numerator }): SampleRank => {
    const entry = entries.find((one) => one.entryId === entryId);
    const none = said('', '');
    return {
      rank,
      within: within === null ? null : (classNames.get(within) ?? names.get(within) ?? null),
      name: names.get(entryId) ?? none,
      home: names.get(entry?.home ?? '') ?? none,
      score: points(Number(numerator)),
    };
  });
  return { ranking, given: givenBy(outcome, rules, names) };
};
