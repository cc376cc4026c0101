import type { PhaseOutcome, PhaseResult, PhaseTables } from '@jiangong/scoring';
import type { Refusal } from '@jiangong/event-store';
import type { ClosedRound, Result } from '../domain/round/state.ts';
import { phaseTablesOf } from '../domain/round/tally-round.ts';
import { type Assumption, assumptionRefusal, whatIf } from '../domain/round/what-if.ts';
import type { Evaluation } from './evaluation.ts';
import { recomputeResult } from './recompute-result.ts';
import { compileEdition, NotCompiled } from './round-tables.ts';

export type WhatIf = Readonly<{ before: PhaseResult; outcome: PhaseOutcome }>;

const INVALID: Refusal = { reason: 'PARAMETERS_INVALID', field: 'parameters' };

/** The round's own frozen tables, or those that its template gives with other parameters. */
const tablesUnder = async (
  { knowledge }: Evaluation,
  round: ClosedRound,
  { parameters }: Assumption,
): Promise<PhaseTables | Refusal> => {
  if (Object.keys(parameters).length === 0) return phaseTablesOf(round);
  const text = await knowledge.template(round.committeeId, round.templateHash);
  if (text === undefined) return { reason: 'TEMPLATE_NOT_ADOPTED', field: 'roundId' };
  if (Object.keys(parameters).some((name) => !(name in round.parameters))) return INVALID;
  try {
    return phaseTablesOf(compileEdition(text, { ...round.parameters, ...parameters }));
  } catch (error) {
    if (error instanceof NotCompiled) return INVALID;
    throw error;
  }
};

/** Computes beside the log: the sheets that the result has read, and nothing is stored of what comes out. Its callers' reads are recorded. */
export const askWhatIf =
  (evaluation: Evaluation) =>
  async (round: ClosedRound, result: Result, assumption: Assumption): Promise<WhatIf | Refusal> => {
    const { inputs, result: before } = await recomputeResult(evaluation, round, result);
    const refusal = assumptionRefusal(assumption, inputs);
    if (refusal) return refusal;
    const tables = await tablesUnder(evaluation, round, assumption);
    if ('reason' in tables) return tables;
    return { before, outcome: whatIf({ tables, phase: round.phase, inputs, assumption }) };
  };
