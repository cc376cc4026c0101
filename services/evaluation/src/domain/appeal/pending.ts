import { type ClosedRound, entriesIn, isDecided, isRunning, type Round } from '../round/state.ts';
import type { PendingReason } from './refusals.ts';
import type { Appeal } from './state.ts';

/** The appeal that is waited for, and why. */
export type Awaited = Readonly<{ reason: PendingReason; appealId: string; entryId: string }>;

/** What a decision over the result, and what makes it known, wait for; null: for no appeal. */
export type PendingAppeals = Readonly<{ decision: Awaited | null; circular: Awaited | null }>;

/** Nobody waits for the appeal of an entry that is judged no more. */
export const standingAppeals = (round: Round): readonly Appeal[] => {
  if (!isRunning(round)) return [];
  const judged = new Set(entriesIn(round).map(({ entryId }) => entryId));
  return round.appeals.filter(({ entryId }) => judged.has(entryId));
};

const awaited = (appeal: Appeal | undefined, reason: PendingReason): Awaited | undefined =>
  appeal === undefined ? undefined : { reason, appealId: appeal.appealId, entryId: appeal.entryId };

export const pendingAppeals = (round: ClosedRound): PendingAppeals => {
  const appeals = standingAppeals(round);
  const upheld = appeals.filter(({ standing }) => standing === 'upheld');
  const open = awaited(
    appeals.find(({ standing }) => standing === 'open'),
    'APPEAL_OPEN',
  );
  const unmet = awaited(
    upheld.find(({ remedy, over }) => remedy === 'corrected-result' && over?.results === round.results.length),
    'APPEAL_UNMET',
  );
  const inForce = isDecided(round) ? round.decision.decisionId : null;
  const against = awaited(
    upheld.find(({ over }) => inForce !== null && over?.decisionId === inForce),
    'APPEAL_UPHELD',
  );
  return { decision: open ?? unmet ?? null, circular: open ?? against ?? unmet ?? null };
};
