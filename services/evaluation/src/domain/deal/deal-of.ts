import { isRunning, type PreparedRound, type RunningRound, type Seat } from '../round/state.ts';
import type { Share } from './facts.ts';
import type { DealRules } from './rules.ts';

/** How this round's entries are dealt out; undefined: every seat judges all of them. */
export const dealRulesOf = ({ tables, phase }: Pick<PreparedRound, 'tables' | 'phase'>): DealRules | undefined => {
  const rows = tables.phases.find(({ id }) => id === phase)?.rows ?? [];
  const taken = new Set(rows.flatMap((row) => ('source' in row ? [row.source] : [])));
  return tables.deals?.find(({ sourceId }) => taken.has(sourceId));
};

/** Who judged what, as a result is computed from it; nothing where every seat judges everything. */
export const sharesOf = (round: RunningRound): Readonly<{ shares?: readonly Share[] }> =>
  dealRulesOf(round) === undefined ? {} : { shares: round.dealing.shares ?? [] };

/**
 * The one rule of what a seat judges and its holder reads, beside the rules of who may at all: these entries and no others. `all`: nothing is
 * dealt out here; an empty set: nothing was dealt to it yet.
 */
export const dealtTo = (
  round: PreparedRound,
  { seatId, sourceId }: Pick<Seat, 'seatId' | 'sourceId'>,
): ReadonlySet<string> | 'all' => {
  if (dealRulesOf(round)?.sourceId !== sourceId) return 'all';
  const shares = isRunning(round) ? (round.dealing.shares ?? []) : [];
  return new Set(shares.find((share) => share.seatId === seatId)?.entryIds);
};
