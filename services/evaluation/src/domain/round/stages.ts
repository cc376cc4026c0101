import type { PreparedRound, RunningRound, StageWindow } from './state.ts';
import type { RoundStage } from './tables.ts';

/** The stages in which this round's lists are filled, in the order of time; none where it has one window. */
export const stagesIn = ({ tables, phase }: Pick<PreparedRound, 'tables' | 'phase'>): readonly RoundStage[] =>
  (tables.stages ?? []).filter((stage) => stage.phase === phase);

export const withStageWindow = (windows: readonly StageWindow[], one: StageWindow): readonly StageWindow[] => [
  ...windows.filter(({ stageId }) => stageId !== one.stageId),
  one,
];

/** Whether an open round ends with the last of several stages, also once some were reopened. */
export const followsStages = (round: RunningRound): boolean => round.byStages && stagesIn(round).length > 0;

/** Whether another stage goes on once this one is over. */
export const goesOn = ({ stageWindows }: Pick<PreparedRound, 'stageWindows'>, stageId: string): boolean => {
  const own = stageWindows.find((window) => window.stageId === stageId);
  return own !== undefined && stageWindows.some(({ closesAt }) => closesAt > own.closesAt);
};

/** A stage with its window. */
export type SetStage = RoundStage & Pick<StageWindow, 'opensAt' | 'closesAt'>;

/**
 * The stages by which writing is parted now; none where the round has one window, or where two persons opened it, late or again: they
 * opened it for everybody.
 */
export const partingStages = (round: PreparedRound): readonly SetStage[] => {
  if ('byStages' in round && !round.byStages) return [];
  return stagesIn(round).flatMap((stage) => {
    const window = round.stageWindows.find(({ stageId }) => stageId === stage.stageId);
    return window === undefined ? [] : [{ ...stage, opensAt: window.opensAt, closesAt: window.closesAt }];
  });
};
