import type { ChecklistGround, OpenList } from './ground.ts';
import type { SetStage } from '../round/stages.ts';
import type { ChecklistRefusal } from './refusals.ts';

type Parted = Pick<ChecklistGround, 'stages' | 'standing'>;

/** The stages that a party writes in; none: it has the round's whole window. */
export const stagesOfParty = ({ stages }: Pick<Parted, 'stages'>, party: string): readonly SetStage[] =>
  stages.filter(({ by }) => by.includes(party));

/**
 * The stages in which whoever is judged marks himself: by a party that can speak for what is judged, and has nothing else to do in the
 * list. None: the round's whole window.
 */
export const stagesOfSelf = ({ stages, standing }: Parted, { source, rules }: OpenList): readonly SetStage[] => {
  const filling = [...source.reviews, ...Object.values(rules.owners)];
  return stages.filter(({ by }) => by.some((party) => standing.includes(party) && !filling.includes(party)));
};

export const isOpenIn = (stages: readonly SetStage[], now: string): boolean =>
  stages.length === 0 || stages.some(({ opensAt, closesAt }) => opensAt <= now && now < closesAt);

/** The stage to wait for; where all are over, the last that was. */
export const stageToName = (stages: readonly SetStage[], now: string): SetStage | undefined => {
  const sorted = stages.toSorted((a, b) => (a.opensAt < b.opensAt ? -1 : 1));
  return sorted.find(({ opensAt }) => opensAt > now) ?? sorted.at(-1);
};

/** Why nobody with these stages writes now. */
export const turnRefusal = (stages: readonly SetStage[], now: string): ChecklistRefusal | undefined => {
  if (isOpenIn(stages, now)) return undefined;
  const { stageId = '', opensAt = '', closesAt = '' } = stageToName(stages, now) ?? {};
  return { reason: 'STAGE_NOT_YOURS_NOW', field: 'entryId', details: { stage: stageId, opensAt, closesAt } };
};
