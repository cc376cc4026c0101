import { startOfDay } from '@jiangong/calendar';
import type { AskedRoll } from '../programme.ts';
import type { Scheduled } from './calendar-rules.ts';
import type { RollAsked } from './facts.ts';
import type { EditionRefusal } from './refusals.ts';
import { entranceOf } from './state.ts';

/** What an opening stores of the roll that its template asks for. */
export const rollAsked = (editionId: string, roll: AskedRoll | null): readonly RollAsked[] =>
  roll === null ? [] : [{ type: 'RollAsked.v1', data: { editionId, ...roll, listsAt: startOfDay(roll.asOf) } }];

/** Nobody is judged, and no share taken, before the day of the roll has come: it is not known who stands on it. */
export const rollDayRefusal = (
  roll: Pick<AskedRoll, 'asOf'> | null,
  stages: readonly Scheduled[],
  prefix: string,
): EditionRefusal | undefined => {
  const entrance = entranceOf(stages);
  if (roll === null || entrance === undefined || startOfDay(roll.asOf) <= entrance.opensAt) return undefined;
  const field = prefix === '' ? 'opensOn' : `${prefix}${entrance.stageId}.opensOn`;
  return { reason: 'ROLL_AFTER_SCORING_OPENS', field, details: { asOf: roll.asOf, scoringOpensAt: entrance.opensAt } };
};
