import {
  computeOutcome,
  type Outcome,
  type OutcomeInputs,
  type Phase,
  type PhaseResult,
  type RuleOutcome,
  type Undetermined,
} from '@jiangong/scoring';
import { givenFacts } from '../answer/looked-up-facts.ts';
import type { Choice } from './award.ts';
import type { Decidable, DecidableResult } from './decidable.ts';
import { isDecidedHere } from './decided-here.ts';
import type { DecidedEntry } from './decided-entry.ts';
import { queriesIn, vetoSourceOf } from '../round/asked-of-result.ts';
import type { AwardRule, OutcomeTable } from './outcome-table.ts';

type Picked = OutcomeInputs['choices'];

/** Rules that give entries what they were put forward for; a departure is from one of these to another. */
export const isOnEntries = ({ to, order }: AwardRule): boolean => to === 'entry' && order.length === 0;

const HUNDREDTHS = 100;

/** The class that an entry is ranked in. */
const classOf = ({ track, homeId }: Pick<DecidedEntry, 'track' | 'homeId'>, { within }: Phase): string | null => {
  switch (within) {
    case 'all':
      return null;
    case 'category':
      return track;
    case 'home':
      return homeId;
  }
};

const rowsOf = (asked: DecidableResult['asked'], entryId: string): PhaseResult['entries'][number]['rows'] =>
  (asked?.find((one) => one.entryId === entryId)?.steps ?? []).map((step) => ({ ...step, absent: null, panel: null }));

/** The result as the rules read it: ranks, the printed score for thresholds, and the rows that they ask for. */
export const rankingOf = (
  phase: Phase,
  result: Pick<DecidableResult, 'ranking' | 'asked'>,
  entries: readonly Pick<DecidedEntry, 'entryId' | 'track' | 'homeId'>[],
): PhaseResult => {
  const known = new Map(entries.map((entry) => [entry.entryId, entry]));
  const denominator = String(10 ** phase.decimals);
  return {
    resultVersion: 2,
    algorithm: '',
    phase: phase.id,
    decimals: phase.decimals,
    missingSheets: [],
    entries: result.ranking.flatMap(({ entryId, rank, score }) => {
      const entry = known.get(entryId);
      if (entry === undefined) return [];
      const value = { numerator: String(score * HUNDREDTHS), denominator };
      return [
        {
          entryId,
          within: classOf(entry, phase),
          rank,
          score,
          ...value,
          rows: rowsOf(result.asked, entryId),
          tie: null,
        },
      ];
    }),
    unranked: [],
  };
};

/** What was found that shuts out of honours, as answers to the very questions of the rules; items are asked for in hundredths. */
const vetoFacts = (outcome: OutcomeTable, asked: DecidableResult['asked']): OutcomeInputs['facts'] =>
  queriesIn(outcome).flatMap((query) => {
    const source = vetoSourceOf(query);
    if (source === undefined) return [];
    return (asked ?? []).flatMap(({ entryId, vetoes }) =>
      vetoes
        .filter(({ sourceId }) => sourceId === source)
        .map(({ count }) => ({ subject: entryId, query, value: count * HUNDREDTHS })),
    );
  });

const inputsOf = ({ phase, result, entries, outcome, rolls, lookedUp }: Decidable, choices: Picked): OutcomeInputs => ({
  ranking: phase === null || result === null ? null : { phase, result: rankingOf(phase, result, entries) },
  entries: entries.map(({ entryId, track, homeId, branchId, answerable }) => ({
    entryId,
    category: track,
    home: branchId ?? homeId,
    leaders: answerable,
    authors: answerable,
    secretaries: answerable,
  })),
  rolls,
  facts: [...vetoFacts(outcome, result?.asked), ...givenFacts(lookedUp)],
  choices,
});

export const outcomeOf = (decidable: Decidable, choices: Picked): Outcome =>
  computeOutcome(decidable.outcome, inputsOf(decidable, choices));

export const ruleOf = ({ rules }: Outcome, id: string): RuleOutcome => {
  const found = rules.find(({ rule }) => rule === id);
  if (found === undefined) throw new Error(`the outcome has no rule ${id}`);
  return found;
};

/** Everybody that a rule picked, each once. */
export const pickedBy = (outcome: Outcome, id: string): readonly string[] => [
  ...new Set(ruleOf(outcome, id).given.map(({ subject }) => subject)),
];

/** A rule after the body's choice: who it gives to, how many more than planned by itself, and who it left open. */
export type Earned = Readonly<{
  rule: AwardRule;
  picked: readonly string[];
  beyond: number;
  open: readonly string[];
  room: number;
  /** Who could get it, and what has to be known of each first. */
  undetermined: readonly Undetermined[];
  /** Of a rule that is the body's choice as a whole: who is open in each class, and how many of them at most. */
  limits: readonly Readonly<{ subjects: readonly string[]; atMost: number }>[];
}>;

const beyondOf = ({ windows }: RuleOutcome): number => windows.reduce((sum, { beyond }) => sum + beyond, 0);

/**
 * What the result and the body's choices give, rule by rule, before any departure: whom the body does not let in at an edge is
 * looked at by the next rule.
 */
export const earnedOf = (decidable: Decidable, choices: readonly Choice[]): readonly Earned[] => {
  const settled: { rule: string; subjects: readonly string[] }[] = [];
  return decidable.outcome.map((rule) => {
    const found = ruleOf(outcomeOf(decidable, settled), rule.id);
    const picked = [...new Set(found.given.map(({ subject }) => subject))];
    // Whom another part leaves open its own body chooses among.
    const here = found.open.filter(({ subjects }) => subjects.some((id) => isDecidedHere(decidable, id)));
    const open = here.flatMap(({ subjects }) => subjects);
    const room = here.reduce((sum, { places }) => sum + places, 0);
    const chosen = choices.find((choice) => choice.rule === rule.id)?.entryIds ?? [];
    const all = open.length === 0 ? picked : [...picked, ...chosen.filter((id) => open.includes(id))];
    if (open.length > 0) settled.push({ rule: rule.id, subjects: all });
    const limits = rule.pick.by === 'choice' ? here.map(({ subjects, places }) => ({ subjects, atMost: places })) : [];
    return { rule, picked: all, beyond: beyondOf(found), open, room, undetermined: found.undetermined, limits };
  });
};

export const exceededBy = (
  outcome: Outcome,
  id: string,
): Readonly<{ planned: number; given: number; beyond: number }> => {
  const found = ruleOf(outcome, id);
  return {
    planned: found.windows.reduce((sum, { planned }) => sum + (planned ?? 0), 0),
    given: found.windows.reduce((sum, { given }) => sum + given, 0),
    beyond: beyondOf(found),
  };
};
