import { type ClosedRound, entriesIn, decisionsIn, isRunning, type Round } from '../round/state.ts';
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

const upheldIn = (round: Round): readonly Appeal[] =>
  standingAppeals(round).filter(({ standing }) => standing === 'upheld');

/** Of an upheld appeal: the result that it asked to have corrected is still the latest one. */
const isUnmet =
  ({ results }: ClosedRound) =>
  ({ remedy, over }: Appeal): boolean =>
    remedy === 'corrected-result' && over?.results === results.length;

/** Of an upheld appeal: the decision against which it was upheld is in force. */
const isAgainst =
  (round: ClosedRound) =>
  ({ over }: Appeal): boolean =>
    over?.decisionId !== undefined && over.decisionId === decisionsIn(round)[0]?.decisionId;

/** Upheld appeals, and how many of them have led to what they ask for. */
export const upheldAppeals = (round: ClosedRound): Readonly<{ met: number; all: number }> => {
  const upheld = upheldIn(round);
  const [unmet, against] = [isUnmet(round), isAgainst(round)];
  return { met: upheld.filter((appeal) => !unmet(appeal) && !against(appeal)).length, all: upheld.length };
};

export const pendingAppeals = (round: ClosedRound): PendingAppeals => {
  const appeals = standingAppeals(round);
  const upheld = upheldIn(round);
  const open = awaited(
    appeals.find(({ standing }) => standing === 'open'),
    'APPEAL_OPEN',
  );
  const unmet = awaited(upheld.find(isUnmet(round)), 'APPEAL_UNMET');
  const against = awaited(upheld.find(isAgainst(round)), 'APPEAL_UPHELD');
  return { decision: open ?? unmet ?? null, circular: open ?? against ?? unmet ?? null };
};
