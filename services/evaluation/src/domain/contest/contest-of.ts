import type { Phase } from '@jiangong/scoring';
import { structuralCause } from '../round/may-score.ts';
import type { ScoringRefusal } from '../round/refusals.ts';
import { isRefused, undecided } from '../round/standing.ts';
import {
  asJudged,
  type Entry,
  isRunning,
  type PreparedRound,
  type Round,
  type RunningRound,
  type Seat,
} from '../round/state.ts';
import type { ContestRules } from './rules.ts';

/** How this round is judged entry by entry; undefined where every sheet is about all entries. */
export const contestRulesOf = ({
  tables,
  phase,
}: Pick<PreparedRound, 'tables' | 'phase'>): ContestRules | undefined => {
  const rows = tables.phases.find(({ id }) => id === phase)?.rows ?? [];
  const taken = new Set(rows.flatMap((row) => ('source' in row ? [row.source] : [])));
  return tables.contests?.find(({ sourceId }) => taken.has(sourceId));
};

/** Whether the phase takes more than what is marked on the stage. */
const takesMore = ({ rows }: Pick<Phase, 'rows'>, sourceId: string): boolean =>
  rows.some((row) => 'source' in row && row.source !== sourceId);

/**
 * A phase as far as it follows from the stage: where it takes other values, too, what was marked there by itself, of which there is one row.
 * An entry is on the stage before all that it is measured by may be known.
 */
const onStageAlone = (phase: Phase, sourceId: string): Phase => {
  if (!takesMore(phase, sourceId)) return phase;
  const rows = phase.rows.filter((row) => row.op === 'take-panel' && row.source === sourceId);
  return { ...phase, rows, score: rows[0]?.id ?? '', rank: { ...phase.rank, better: 'higher', ties: [] } };
};

/** Whether what is shown of an entry is what it was given on the stage, and not its score. */
export const isStageAlone = ({ tables, phase }: Pick<PreparedRound, 'tables' | 'phase'>): boolean => {
  const rules = contestRulesOf({ tables, phase });
  const own = tables.phases.find(({ id }) => id === phase);
  return rules !== undefined && own !== undefined && takesMore(own, rules.sourceId);
};

/** The tables by which a score is shown before the tally. */
export const shownTables = <R extends Pick<PreparedRound, 'tables' | 'phase'>>(round: R): R['tables'] => {
  const rules = contestRulesOf(round);
  const { tables, phase } = round;
  if (rules === undefined) return tables;
  return {
    ...tables,
    phases: tables.phases.map((one) => (one.id === phase ? onStageAlone(one, rules.sourceId) : one)),
  };
};

/** Sources of this round whose seats mark one entry at a time. */
export const contestSources = ({ tables }: Pick<PreparedRound, 'tables'>): readonly string[] =>
  (tables.contests ?? []).map(({ sourceId }) => sourceId);

export type Held = Readonly<{ live: RunningRound; rules: ContestRules }>;

/** A contest in which something may still happen, its round open or closed. */
export const heldContest = (round: Round): Held | ScoringRefusal => {
  const live = undecided(round);
  if (isRefused(live)) return live;
  const rules = contestRulesOf(live);
  if (rules === undefined) return { reason: 'NOT_A_CONTEST', field: 'roundId' };
  return isRunning(live) ? { live, rules } : { reason: 'ROUND_NOT_OPEN', field: 'roundId' };
};

/** A contest whose entries can be called and marked now. */
export const openContest = (round: Round, now: string): Held | ScoringRefusal => {
  const held = heldContest(round);
  if ('reason' in held) return held;
  const { live } = held;
  return live.kind === 'open' && now < live.closesAt ? held : { reason: 'ROUND_CLOSED', field: 'roundId' };
};

/** Whether a seat marks an entry, as far as the round knows: neither by what its holder is, nor by his word, recused from it. */
const marks = (round: PreparedRound, seat: Seat, entry: Entry): boolean => {
  const own = round.tables.seating.find(({ sourceId }) => sourceId === seat.sourceId)?.own ?? 'skip';
  const declared = round.recusals.some(
    ({ personId, entryId }) => personId === seat.personId && entryId === entry.entryId,
  );
  return !declared && structuralCause(seat, own, asJudged(entry), seat.homeId) === null;
};

/** Seats whose marks an entry waits for. */
export const seatsFor = (round: PreparedRound, entryId: string): readonly Seat[] => {
  const entry = round.entries.find((one) => one.entryId === entryId);
  const sources = contestSources(round);
  return entry === undefined
    ? []
    : round.seats.filter(
        (seat) => seat.held === 'held' && sources.includes(seat.sourceId) && marks(round, seat, entry),
      );
};
