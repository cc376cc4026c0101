import {
  computePhase,
  type PhaseInputs,
  type PhaseOutcome,
  type PhaseResult,
  type PhaseTables,
} from '@jiangong/scoring';
import type { Refusal } from '@jiangong/event-store';
import { ASSUMPTIONS_MAX } from '../limits.ts';

/** What somebody asks to leave out, or to compute by. Nothing of it is ever a fact. */
export type Assumption = Readonly<{
  withoutSeats: readonly string[];
  withoutEntries: readonly string[];
  parameters: Readonly<Record<string, string>>;
}>;

export type WhatIfRefusal = Refusal<'WHAT_IF_TOO_MUCH' | 'SEAT_UNKNOWN' | 'ENTRY_NOT_IN_ROUND'>;

/** What is assumed must be there to be left out. Nothing assumed tells what the rules give by the result as it is. */
export const assumptionRefusal = (
  { withoutSeats, withoutEntries, parameters }: Assumption,
  { seats, entries }: Pick<PhaseInputs, 'seats' | 'entries'>,
): WhatIfRefusal | undefined => {
  const assumed = withoutSeats.length + withoutEntries.length + Object.keys(parameters).length;
  if (assumed > ASSUMPTIONS_MAX) return { reason: 'WHAT_IF_TOO_MUCH', details: { assumptionsMax: ASSUMPTIONS_MAX } };
  const seat = withoutSeats.findIndex((id) => !seats.some(({ seatId }) => seatId === id));
  if (seat >= 0) return { reason: 'SEAT_UNKNOWN', field: `withoutSeats[${seat}]` };
  const entry = withoutEntries.findIndex((id) => !entries.some(({ entryId }) => entryId === id));
  return entry >= 0 ? { reason: 'ENTRY_NOT_IN_ROUND', field: `withoutEntries[${entry}]` } : undefined;
};

/** The same inputs without some seats and entries, as if they had never been. */
const without = (inputs: PhaseInputs, { withoutSeats, withoutEntries }: Assumption): PhaseInputs => {
  const [noSeat, noEntry] = [new Set(withoutSeats), new Set(withoutEntries)];
  const isIn = ({ entryId }: Readonly<{ entryId: string }>): boolean => !noEntry.has(entryId);
  return {
    ...inputs,
    entries: inputs.entries.filter(isIn),
    seats: inputs.seats.filter(({ seatId }) => !noSeat.has(seatId)),
    sheets: inputs.sheets
      .filter(({ seatId }) => !noSeat.has(seatId))
      .map((sheet) => ({ ...sheet, scores: sheet.scores.filter(isIn) })),
    recusals: inputs.recusals.filter((one) => isIn(one) && !(one.who === 'seat' && noSeat.has(one.id))),
    values: inputs.values.filter(isIn),
    carried: inputs.carried.filter(isIn),
    ...(inputs.ballots === undefined ? {} : { ballots: inputs.ballots.filter(isIn) }),
    ...(inputs.checks === undefined
      ? {}
      : {
          checks: {
            occurrences: inputs.checks.occurrences.filter(isIn),
            marks: inputs.checks.marks.filter(isIn),
            own: inputs.checks.own.filter(isIn),
            outside: inputs.checks.outside.filter(isIn),
          },
        }),
  };
};

type Question = Readonly<{ tables: PhaseTables; phase: string; inputs: PhaseInputs; assumption: Assumption }>;

/** What the result would be. Pure: the same question has the same answer, and nothing remembers that it was asked but the record of it. */
export const whatIf = ({ tables, phase, inputs, assumption }: Question): PhaseOutcome =>
  computePhase(tables, phase, without(inputs, assumption));

/** Rank and score of an entry before and under the assumption; null where it has none. Scores in units of 10^-decimals points, each of its own result. */
export type Moved = Readonly<{
  entryId: string;
  rankBefore: number | null;
  rankAfter: number | null;
  scoreBefore: number | null;
  scoreAfter: number | null;
}>;

/** Every entry of the result, by its rank there, those without one last. */
export const movedBy = (before: PhaseResult, after: PhaseResult): readonly Moved[] => {
  const then = new Map(after.entries.map((entry) => [entry.entryId, entry]));
  const row = (entryId: string, rank: number | null, score: number | null): Moved => ({
    ...{ entryId, rankBefore: rank, scoreBefore: score },
    rankAfter: then.get(entryId)?.rank ?? null,
    scoreAfter: then.get(entryId)?.score ?? null,
  });
  return [
    ...before.entries.map(({ entryId, rank, score }) => row(entryId, rank, score)),
    ...before.unranked.map(({ entryId }) => row(entryId, null, null)),
  ];
};
