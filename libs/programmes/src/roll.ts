import type { CompiledTemplate } from './compile/compiled.ts';
import type { Act } from './template/calendar.ts';
import type { Template } from './template/template.ts';
import { type Moment, momentOf } from './stage-windows.ts';

/**
 * Organizations that are counted as of a day, by the kinds of the template: of a category, or (null) those that entries can belong to. Without
 * kinds it is a category that the office counts.
 */
export type RollWhole = Readonly<{ trackId: string | null; kinds: readonly string[] }>;

/** The roll of an edition: on which day, whether whoever stands on it enters, and what is counted. */
export type RollRule = Readonly<{
  years: number;
  month: number;
  day: number;
  enters: boolean;
  /** By the template's own days somebody brings something, or is judged, before the day has come: the roll is made then, as of that day. */
  ahead: boolean;
  wholes: readonly RollWhole[];
}>;

type OfTemplate = Pick<Template, 'intake'> &
  Readonly<{
    subjects: readonly Pick<Template['subjects'][number], 'id' | 'kind' | 'of' | 'asOf'>[];
    outcome: readonly Readonly<{ to: string; of?: string | undefined }>[];
    calendar: readonly Readonly<{ act: Act; phase: string | null; opens: Moment }>[];
  }>;

/** An entry belongs to the unit that it comes from. */
const HOMES: RollWhole = { trackId: null, kinds: ['Unit'] };

/** The day of the roll: the intake's, else the only one that categories name; undefined where there is none, or several. */
export const rollDayOf = ({ intake, subjects }: Pick<OfTemplate, 'intake' | 'subjects'>): string | undefined => {
  if (intake.asOf !== undefined) return intake.asOf;
  const days = new Set(subjects.flatMap(({ asOf }) => asOf ?? []));
  return days.size === 1 ? [...days][0] : undefined;
};

/** Whether the organizations of every category can be listed: their kinds are named. */
export const areListed = (subjects: OfTemplate['subjects']): boolean =>
  subjects.every(({ kind, of = [] }) => kind === 'organization' && of.length > 0);

/** A list of people that is computed: whoever is what its categories need stands on it, and enters by that. */
export const listsPeople = ({
  intake,
  subjects,
}: Readonly<{ intake: Pick<Template['intake'], 'how'>; subjects: readonly Readonly<{ kind: string }>[] }>): boolean =>
  intake.how === 'computed-list' && subjects.every(({ kind }) => kind === 'person');

/** Whether every member of what its categories need stands on the roll and enters by that, whom membership tells of. */
export const enrolsPeople = ({
  intake,
  subjects,
}: Readonly<{ intake: Pick<Template['intake'], 'how'>; subjects: readonly Readonly<{ kind: string }>[] }>): boolean =>
  intake.how === 'whole-roll' && subjects.every(({ kind }) => kind === 'person');

/**
 * Whether members stand on the roll, found by what its categories need: alone, or beside organizations of the kinds named, each put right by its
 * own rule.
 */
export const enrolsMembers = ({
  intake,
  subjects,
}: Readonly<{
  intake: Pick<Template['intake'], 'how'>;
  subjects: readonly Readonly<{ kind: string; of?: readonly string[] | undefined }>[];
}>): boolean =>
  intake.how === 'whole-roll' &&
  subjects.some(({ kind }) => kind === 'person') &&
  subjects.every(({ kind, of = [] }) => kind === 'person' || (kind === 'organization' && of.length > 0));

/** Whether whoever holds an office in organizations of the kinds named stands on the roll and enters by that, whom organizations tell of. */
export const enrolsOfficeHolders = ({
  intake,
  subjects,
}: Readonly<{
  intake: Pick<Template['intake'], 'how'>;
  subjects: readonly Readonly<{ kind: string; of?: readonly string[] | undefined }>[];
}>): boolean =>
  intake.how === 'whole-roll' && subjects.every(({ kind, of = [] }) => kind === 'office-holder' && of.length > 0);

/** Whether whoever holds an award enters by that, to be looked at again. */
export const listsHolders = ({ intake }: Readonly<{ intake: Pick<Template['intake'], 'how'> }>): boolean =>
  intake.how === 'holders';

/**
 * Whether those of every category can be counted: organizations of kinds that are named the platform counts; collectives and lines, which stand
 * in no tree, the office does.
 */
const COUNTED_BY_OFFICE: readonly string[] = ['collective', 'line'];

export const areCounted = (subjects: OfTemplate['subjects']): boolean =>
  subjects.every((subject) => COUNTED_BY_OFFICE.includes(subject.kind) || areListed([subject]));

const dayNumber = ({ years, month, day }: Readonly<{ years: number; month: number; day: number }>): number =>
  years * 10_000 + month * 100 + day;

/** Acts in which somebody is judged. */
const JUDGING: readonly Act[] = ['score', 'check', 'vote'];

/** Stages that nobody can begin without knowing who stands on the roll. */
const needsRoll =
  (enters: boolean) =>
  ({ act, phase }: OfTemplate['calendar'][number]): boolean =>
    JUDGING.includes(act) ||
    ((act === 'review' || act === 'recheck') && phase !== null) ||
    (enters && (act === 'declare' || act === 'plan'));

const rollOfTemplate = ({ intake, subjects, outcome, calendar }: OfTemplate): RollRule | null => {
  const enters = intake.how === 'whole-roll' || listsHolders({ intake }) || listsPeople({ intake, subjects });
  const counted = outcome.filter(({ of }) => of === 'roll');
  const day = rollDayOf({ intake, subjects });
  if ((!enters && counted.length === 0) || day === undefined) return null;
  const tracks = enters || counted.some(({ to }) => to === 'entry');
  const moment = momentOf(day);
  if (moment.kind !== 'day') throw new Error(`the day of a roll is no day: ${day}`);
  const isAhead = ({ opens }: OfTemplate['calendar'][number]): boolean =>
    opens.kind === 'day' && dayNumber(opens) < dayNumber(moment);
  return {
    ...{ years: moment.years, month: moment.month, day: moment.day, enters },
    ahead: !listsPeople({ intake, subjects }) && calendar.filter(needsRoll(enters)).some(isAhead),
    wholes: [
      ...(tracks
        ? subjects.map(({ id, kind, of = [] }) => ({ trackId: id, kinds: kind === 'person' ? ['person'] : of }))
        : []),
      ...(counted.some(({ to }) => to === 'home') ? [HOMES] : []),
    ],
  };
};

/** What of a compiled template an edition has to list or count; null: nothing. */
export const rollOf = ({ intake, subjects, outcome, calendar }: CompiledTemplate): RollRule | null =>
  rollOfTemplate({
    intake: intake as Template['intake'],
    subjects,
    calendar,
    outcome: outcome.map(({ ranking: { to, of } }) => ({ to, of })),
  });
