import { addCalendarDays, type Instant, startOfDay } from '@jiangong/calendar';
import { type AskedRoll, type EditionTables, listsPeople, type TemplateRoll } from '../programme.ts';
import type { Scheduled } from './calendar-rules.ts';
import type { RollAsked } from './facts.ts';
import type { EditionRefusal } from './refusals.ts';
import { type EditionRoll, entranceOf } from './state.ts';

type Roll = Pick<AskedRoll, 'asOf' | 'enters'> & Readonly<{ ahead: boolean }>;

/** The stage in which whoever stands on the roll brings something of its own. */
const bringingOf = (stages: readonly Scheduled[]): Scheduled | undefined =>
  stages.find(({ act }) => act === 'declare') ?? stages.find(({ act }) => act === 'plan');

/** Stages that nobody can begin without knowing who stands on the roll: on one by which entries enter, whoever stands on it may bring something. */
const firstOf = ({ enters }: Pick<Roll, 'enters'>, stages: readonly Scheduled[]): readonly Scheduled[] =>
  [enters ? bringingOf(stages) : undefined, entranceOf(stages)].filter((stage) => stage !== undefined);

/**
 * A list of people is made when its stage opens, whatever the day as of which it is; a roll that the template has ahead of its day when the
 * first stage opens that needs it, and on the day before at the latest; every other roll on its day.
 */
const listsAtOf = (roll: Roll, tables: Pick<EditionTables, 'intake'>, stages: readonly Scheduled[]): Instant => {
  const onDay = startOfDay(roll.asOf);
  if (listsPeople(tables)) return stages.find(({ act }) => act === 'declare')?.opensAt ?? onDay;
  if (!roll.ahead) return onDay;
  return firstOf(roll, stages).reduce(
    (earliest, { opensAt }) => (opensAt < earliest ? opensAt : earliest),
    startOfDay(addCalendarDays(roll.asOf, -1)),
  );
};

type OfEdition = Readonly<{ editionId: string; tables: Pick<EditionTables, 'intake'> }>;

/** Whether a roll is made before its day has come, by what is known of that day then. */
export const isListedAhead = ({ asOf, listsAt }: Pick<EditionRoll, 'asOf' | 'listsAt'>): boolean =>
  listsAt < startOfDay(asOf);

/** What was asked for at the opening, as the template said it. */
export const asAsked = (roll: EditionRoll | null): TemplateRoll | null =>
  roll === null ? null : { ...roll, ahead: isListedAhead(roll) };

/** What an opening stores of the roll that its template asks for. */
export const rollAsked = (
  { editionId, tables }: OfEdition,
  roll: TemplateRoll | null,
  stages: readonly Scheduled[],
): readonly RollAsked[] => {
  if (roll === null) return [];
  const { asOf, enters, wholes } = roll;
  return [
    { type: 'RollAsked.v1', data: { editionId, asOf, enters, wholes, listsAt: listsAtOf(roll, tables, stages) } },
  ];
};

/** The list moves with the stage in which it is made: it is asked for anew. */
export const rollMoved = (
  of: OfEdition,
  roll: EditionRoll | null,
  stages: readonly Scheduled[],
): readonly RollAsked[] => {
  const asked = asAsked(roll);
  if (roll === null || asked === null) return [];
  return listsAtOf(asked, of.tables, stages) === roll.listsAt ? [] : rollAsked(of, asked, stages);
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
 * Nobody is judged, and no share taken, before the day of the roll has come, but where the template itself has the roll made ahead of it:
 * it is not known who stands on it. Nor is anything brought by whoever does.
 */
export const rollDayRefusal = (
  { roll, tables }: Readonly<{ roll: Roll | null; tables: Pick<EditionTables, 'intake'> }>,
  stages: readonly Scheduled[],
  prefix: string,
): EditionRefusal | undefined => {
  if (roll === null) return undefined;
  const listed = { asOf: roll.asOf, at: listsAtOf(roll, tables, stages) };
  // On a list of people nobody brings anything: its stage of declaring is that in which it is made.
  const isBrought = roll.enters && !listsPeople(tables);
  const declaring = isBrought ? bringingOf(stages) : undefined;
  return (
    notBefore(listed, declaring, prefix, { reason: 'ROLL_AFTER_DECLARING_OPENS', name: 'declaringOpensAt' }) ??
    notBefore(listed, entranceOf(stages), prefix, { reason: 'ROLL_AFTER_SCORING_OPENS', name: 'scoringOpensAt' })
  );
};
