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

export const isOpenIn = (stages: readonly SetStage[], now: string): boolean =>
  stages.length === 0 || stages.some(({ opensAt, closesAt }) => opensAt <= now && now < closesAt);

/** The stage to wait for; where all are over, the last that was. */
export const stageToName = (stages: readonly SetStage[], now: string): SetStage | undefined => {
  const sorted = stages.toSorted((a, b) => (a.opensAt < b.opensAt ? -1 : 1));
  return sorted.find(({ opensAt }) => opensAt > now) ?? sorted.at(-1);
};

/** Why a party writes nothing now that has stages of its own; null: it has none, or one is open. */
export const stageHindrance = (
  round: PreparedRound,
  party: string | null,
  now: string,
): 'STAGE_NOT_YOURS_NOW' | null => {
  const own = partingStages(round).filter(({ by }) => party !== null && by.includes(party));
  return isOpenIn(own, now) ? null : 'STAGE_NOT_YOURS_NOW';
};

/** Whether none of a party's own stages has begun yet. */
export const isBeforeStages = (round: PreparedRound, party: string, now: string): boolean => {
  const own = partingStages(round).filter(({ by }) => by.includes(party));
  return own.length > 0 && own.every(({ opensAt }) => now < opensAt);
};
