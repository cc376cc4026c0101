import { liveRound, isRefused } from '../round/standing.ts';
import { phasesAfter } from '../round/later-phase.ts';
import type { Round } from '../round/state.ts';
import type { AppealFact } from './facts.ts';
import type { SetAppealWindow } from './orders.ts';
import type { AppealRefusal } from './refusals.ts';

/** A stage in which appeals are taken, as the edition has it: over the rounds that something is decided upon. */
export const setAppealWindow = (round: Round, order: SetAppealWindow): readonly AppealFact[] | AppealRefusal => {
  const live = liveRound(round);
  if (isRefused(live)) return live as AppealRefusal;
  const { stageId, opensAt, closesAt, editionRevision } = order;
  const isTaken = live.tables.appeals?.stages.some((stage) => stage.stageId === stageId) ?? false;
  if (!isTaken || phasesAfter(live.tables, live.phase).length > 0) return [];
  const before = live.appealWindows.find((window) => window.stageId === stageId);
  if (before !== undefined && editionRevision < before.editionRevision) return [];
  if (before?.opensAt === opensAt && before.closesAt === closesAt) return [];
  const { roundId, editionId } = live;
  return [{ type: 'AppealWindowSet.v1', data: { roundId, editionId, stageId, opensAt, closesAt, editionRevision } }];
};
