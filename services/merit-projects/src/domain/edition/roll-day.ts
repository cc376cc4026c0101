import { type Instant, startOfDay } from '@jiangong/calendar';
import { type AskedRoll, type EditionTables, listsPeople } from '../programme.ts';
import type { Scheduled } from './calendar-rules.ts';
import type { RollAsked } from './facts.ts';
import type { EditionRefusal } from './refusals.ts';
import { entranceOf } from './state.ts';

/** A list of people is made when its stage opens, whatever the day as of which it is; every other roll on its day. */
const listsAtOf = (
  { asOf }: Pick<AskedRoll, 'asOf'>,
  tables: Pick<EditionTables, 'intake'>,
  stages: readonly Scheduled[],
): Instant =>
  (listsPeople(tables) ? stages.find(({ act }) => act === 'declare')?.opensAt : undefined) ?? startOfDay(asOf);

type OfEdition = Readonly<{ editionId: string; tables: Pick<EditionTables, 'intake'> }>;

/** What an opening stores of the roll that its template asks for. */
export const rollAsked = (
  { editionId, tables }: OfEdition,
  roll: AskedRoll | null,
  stages: readonly Scheduled[],
): readonly RollAsked[] =>
  roll === null
    ? []
    : [{ type: 'RollAsked.v1', data: { editionId, ...roll, listsAt: listsAtOf(roll, tables, stages) } }];

/** The list moves with the stage in which it is made: it is asked for anew. */
export const rollMoved = (
  of: OfEdition,
  roll: (AskedRoll & Readonly<{ listsAt: Instant }>) | null,
  stages: readonly Scheduled[],
): readonly RollAsked[] => {
  if (roll === null || !listsPeople(of.tables) || listsAtOf(roll, of.tables, stages) === roll.listsAt) return [];
  const { asOf, enters, wholes } = roll;
  return rollAsked(of, { asOf, enters, wholes }, stages);
};

const notBefore = (
  { asOf, at }: Readonly<{ asOf: string; at: Instant }>,
  stage: Scheduled | undefined,
  prefix: string,
  refused: Readonly<{ reason: 'ROLL_AFTER_SCORING_OPENS' | 'ROLL_AFTER_DECLARING_OPENS'; name: string }>,
): EditionRefusal | undefined => {
  if (stage === undefined || at <= stage.opensAt) return undefined;
  const field = prefix === '' ? 'opensOn' : `${prefix}${stage.stageId}.opensOn`;
  return { reason: refused.reason, field, details: { asOf, [refused.name]: stage.opensAt } };
};

/**
 * Nobody is judged, and no share taken, before the day of the roll has come: it is not known who stands on it. Nor is anything brought by
 * whoever does.
 */
export const rollDayRefusal = (
  {
    roll,
    tables,
  }: Readonly<{
    roll: Pick<AskedRoll, 'asOf' | 'enters'> | null;
    tables: Pick<EditionTables, 'intake'>;
  }>,
  stages: readonly Scheduled[],
  prefix: string,
): EditionRefusal | undefined => {
  if (roll === null) return undefined;
  const listed = { asOf: roll.asOf, at: listsAtOf(roll, tables, stages) };
  // On a list of people nobody brings anything: its stage of declaring is that in which it is made.
  const isBrought = roll.enters && !listsPeople(tables);
  const declaring = isBrought ? stages.find(({ act }) => act === 'declare') : undefined;
  return (
    notBefore(listed, declaring, prefix, { reason: 'ROLL_AFTER_DECLARING_OPENS', name: 'declaringOpensAt' }) ??
    notBefore(listed, entranceOf(stages), prefix, { reason: 'ROLL_AFTER_SCORING_OPENS', name: 'scoringOpensAt' })
  );
};
