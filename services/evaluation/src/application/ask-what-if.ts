import type { PhaseOutcome, PhaseResult } from '@jiangong/scoring';
import type { Refusal } from '@jiangong/event-store';
import type { OutcomeTable } from '../domain/decision/outcome-table.ts';
import { wholeOf } from '../domain/round/decide-decision.ts';
import { phasesAfter } from '../domain/round/later-phase.ts';
import type { ClosedRound, Result } from '../domain/round/state.ts';
import type { RoundTables } from '../domain/round/tables.ts';
import { phaseTablesOf } from '../domain/round/tally-round.ts';
import { type AwardsUnder, awardsUnder, NO_AWARDS, rulesOnEntries } from '../domain/round/what-if-awards.ts';
import { type Assumption, assumptionRefusal, whatIf } from '../domain/round/what-if.ts';
import type { Evaluation } from './evaluation.ts';
import { recomputeResult } from './recompute-result.ts';
import { compileEdition, tablesOfPhase } from './round-tables.ts';
import { NotCompiled } from './source-rules.ts';

/** A result and its awards as they follow by themselves, both before and under the assumption; `rules` are those of both tables. */
export type WhatIf = Readonly<{
  before: PhaseResult;
  outcome: PhaseOutcome;
  rules: OutcomeTable;
  awardsBefore: AwardsUnder;
  awardsAfter: AwardsUnder;
}>;

const INVALID: Refusal = { reason: 'PARAMETERS_INVALID', field: 'parameters' };

/** The round's own frozen tables, or those that its template gives with other parameters. */
const tablesUnder = async (
  { knowledge }: Pick<Evaluation, 'knowledge'>,
  round: ClosedRound,
  { parameters }: Assumption,
): Promise<RoundTables | Refusal> => {
  if (Object.keys(parameters).length === 0) return round.tables;
  const text = await knowledge.template(round.committeeId, round.templateHash);
  if (text === undefined) return { reason: 'TEMPLATE_NOT_ADOPTED', field: 'roundId' };
  const edition = await knowledge.edition(round.editionId);
  if (edition === undefined) return { reason: 'EDITION_NOT_FOUND', field: 'roundId' };
  if (Object.keys(parameters).some((name) => !(name in round.parameters))) return INVALID;
  try {
    return tablesOfPhase(compileEdition(text, { ...round.parameters, ...parameters }, edition.year), round.phase);
  } catch (error) {
    if (error instanceof NotCompiled) return INVALID;
    throw error;
  }
};

const rulesOf = (before: RoundTables, after: RoundTables): OutcomeTable => [
  ...rulesOnEntries(before),
  ...rulesOnEntries(after).filter(({ id }) => !before.outcome.some((rule) => rule.id === id)),
];

/** Computes beside the log: the sheets that the result has read, and nothing is stored of what comes out. Its callers' reads are recorded. */
export const askWhatIf =
  (evaluation: Evaluation) =>
  async (round: ClosedRound, result: Result, assumption: Assumption): Promise<WhatIf | Refusal> => {
    const { inputs, result: before } = await recomputeResult(evaluation, round, result);
    const refusal = assumptionRefusal(assumption, inputs);
    if (refusal) return refusal;
    const tables = await tablesUnder(evaluation, round, assumption);
    if ('reason' in tables) return tables;
    // A phase whose ranks go on to another one gives nothing by itself.
    const decidable = phasesAfter(round.tables, round.phase).length > 0 ? null : wholeOf(round);
    if (decidable !== null && 'reason' in decidable) return decidable;
    const outcome = whatIf({ tables: phaseTablesOf({ tables }), phase: round.phase, inputs, assumption });
    return {
      ...{ before, outcome, rules: decidable === null ? [] : rulesOf(round.tables, tables) },
      awardsBefore: decidable === null ? NO_AWARDS : awardsUnder(decidable, round.tables, before, []),
      awardsAfter:
        decidable !== null && outcome.kind === 'computed'
          ? awardsUnder(decidable, tables, outcome.result, assumption.withoutEntries)
          : NO_AWARDS,
    };
  };
