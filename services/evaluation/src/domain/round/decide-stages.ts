import { setWindow } from './decide-opening.ts';
import type { RoundFact } from './facts.ts';
import type { SetStageWindow } from './orders.ts';
import type { ScoringRefusal } from './refusals.ts';
import { stagesIn, withStageWindow } from './stages.ts';
import { isRefused, liveRound } from './standing.ts';
import type { Round } from './state.ts';

/**
 * One of several stages in which a round's lists are filled, as the edition has it; the round's own window goes from the first opening to
 * the last closing. A stage of an open round never ends before it was heard of. Nothing moves where two persons gave the round its end.
 */
export const setStageWindow = (round: Round, order: SetStageWindow): readonly RoundFact[] | ScoringRefusal => {
  const live = liveRound(round);
  if (isRefused(live)) return live;
  const { stageId, opensAt, editionRevision, now } = order;
  if (!stagesIn(live).some((stage) => stage.stageId === stageId)) return [];
  if (live.kind !== 'prepared' && !(live.kind === 'open' && live.byStages)) return [];
  const before = live.stageWindows.find((window) => window.stageId === stageId);
  if (before !== undefined && editionRevision < before.editionRevision) return [];
  const closesAt = live.kind === 'open' && order.closesAt < now ? now : order.closesAt;
  const { roundId, editionId } = live;
  const window = { stageId, opensAt, closesAt, editionRevision };
  const windows = withStageWindow(live.stageWindows, window);
  const whole = setWindow(live, {
    type: 'SetWindow',
    now,
    opensAt: windows.map((each) => each.opensAt).toSorted()[0] ?? opensAt,
    closesAt:
      windows
        .map((each) => each.closesAt)
        .toSorted()
        .at(-1) ?? closesAt,
    editionRevision,
    entered: null,
  });
  if ('reason' in whole) return whole;
  const same = before?.opensAt === opensAt && before.closesAt === closesAt;
  return same ? whole : [{ type: 'StageWindowSet.v1', data: { roundId, editionId, ...window } }, ...whole];
};
