import type { ChecklistGround, OpenList } from './ground.ts';
import { isOpenIn, type SetStage, stageToName } from '../round/stages.ts';
import type { ChecklistRefusal } from './refusals.ts';

type Parted = Pick<ChecklistGround, 'stages' | 'standing'>;

/** The parties that find or mark something in a list. */
const fillingOf = ({ source, rules }: OpenList): readonly string[] => [
  ...source.reviews,
  ...Object.values(rules.owners),
  ...(source.own.by === 'party' ? [source.own.party] : []),
];

/** The stages that a party writes in; none: it has the round's whole window. */
export const stagesOfParty = ({ stages }: Pick<Parted, 'stages'>, party: string): readonly SetStage[] =>
  stages.filter(({ by }) => by.includes(party));

/**
 * The stages in which whoever is judged marks himself: by a party that can speak for what is judged, and has nothing else to do in the
 * list. None: the round's whole window.
 */
export const stagesOfSelf = ({ stages, standing }: Parted, list: OpenList): readonly SetStage[] => {
  const filling = fillingOf(list);
  return stages.filter(({ by }) => by.some((party) => standing.includes(party) && !filling.includes(party)));
};

/** What of the stages is one's own: of each party that fills lists, and of whoever is judged. */
export const turnsOf = (
  ground: ChecklistGround,
): Readonly<{ office: readonly (readonly SetStage[])[]; self: readonly (readonly SetStage[])[] }> => {
  const filling = ground.lists.flatMap(fillingOf);
  const selfScored = ground.isSubject ? ground.lists.filter(({ source }) => source.self) : [];
  return {
    office: ground.actsFor
      .filter(({ party }) => filling.includes(party))
      .map(({ party }) => stagesOfParty(ground, party)),
    self: selfScored.map((list) => stagesOfSelf(ground, list)),
  };
};

/** Why nobody with these stages writes now. */
export const turnRefusal = (stages: readonly SetStage[], now: string): ChecklistRefusal | undefined => {
  if (isOpenIn(stages, now)) return undefined;
  const { stageId = '', opensAt = '', closesAt = '' } = stageToName(stages, now) ?? {};
  return { reason: 'STAGE_NOT_YOURS_NOW', field: 'entryId', details: { stage: stageId, opensAt, closesAt } };
};
