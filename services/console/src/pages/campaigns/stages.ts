import type { Schemas } from '../../api/client.ts';

export type Edition = Schemas['Edition'];
export type Stage = Edition['stages'][number];
type Days = Readonly<{ opensOn: string; closesOn: string }>;

const DAY_MS = 86_400_000;
/** The width of a line, in parts. */
export const LINE = 1_000;

const dayNumber = (day: string): number => Date.parse(`${day}T00:00Z`) / DAY_MS;

export type Line = Readonly<{
  /** Where a stage's bar begins, and how long it is. */
  barOf: (days: Days) => Readonly<{ x: number; width: number }>;
  /** Where a day's noon stands; undefined: it lies outside. */
  placeOf: (day: string) => number | undefined;
  /** First days of months, each with where it begins. */
  months: readonly Readonly<{ month: string; x: number }>[];
}>;

/** A line over all stages of an edition, whole months long. */
export const lineOf = (stages: readonly Days[]): Line => {
  const first = stages.map(({ opensOn }) => opensOn).toSorted()[0] ?? '2000-01-01';
  const last =
    stages
      .map(({ closesOn }) => closesOn)
      .toSorted()
      .at(-1) ?? first;
  const start = `${first.slice(0, 7)}-01`;
  const [year = 2000, month = 1] = last.split('-').map(Number);
  const end = new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
  const from = dayNumber(start);
  const days = dayNumber(end) - from;
  const at = (day: string): number => ((dayNumber(day) - from) / days) * LINE;
  const months: { month: string; x: number }[] = [];
  for (let day = start; day < end;) {
    months.push({ month: day.slice(0, 7), x: at(day) });
    const [y = 2000, m = 1] = day.split('-').map(Number);
    day = new Date(Date.UTC(y, m, 1)).toISOString().slice(0, 10);
  }
  return {
    months,
    barOf: ({ opensOn, closesOn }) => {
      const x = at(opensOn);
      return { x, width: Math.max(LINE / days, at(closesOn) + LINE / days - x) };
    },
    placeOf: (day) => (day < start || day >= end ? undefined : at(day) + LINE / days / 2),
  };
};

/** Which of several stages of the same act a stage is, from 1; 0: there is one only. */
export const ordinalOf = (stages: readonly Pick<Stage, 'stageId' | 'act'>[], stageId: string): number => {
  const act = stages.find((stage) => stage.stageId === stageId)?.act;
  const alike = stages.filter((stage) => stage.act === act);
  return alike.length < 2 ? 0 : alike.findIndex((stage) => stage.stageId === stageId) + 1;
};

const SCORES_AND_HONOURS: readonly Stage['act'][] = [
  'score',
  'check',
  'vote',
  'decide',
  'commend',
  'appeal',
  'recheck',
  'put-forward',
];

/** Opened again by two persons alone (services/merit-projects, `touchesScores`). */
export const touchesScores = ({ act, phase }: Pick<Stage, 'act' | 'phase'>): boolean =>
  SCORES_AND_HONOURS.includes(act) || (act === 'review' && phase !== null);

type Turned = Pick<Stage, 'stageId' | 'act' | 'phase' | 'progress'>;

/** The stage before whose opening entries enter (services/merit-projects, `entranceOf`). */
const entranceOf = (stages: readonly Turned[]): Turned | undefined =>
  stages.find(({ act, phase }) => act === 'score' || phase !== null) ?? stages.find(({ act }) => act === 'decide');

/** Only what is over is opened again, and what entries go through before they enter only until they have (`reopeningRefusal`). */
export const mayReopen = (stages: readonly Turned[], stage: Turned): boolean => {
  const entrance = entranceOf(stages);
  const at = (stageId: string | undefined): number => stages.findIndex((one) => one.stageId === stageId);
  const isBefore = entrance !== undefined && at(stage.stageId) < at(entrance.stageId);
  return stage.progress === 'closed' && (!isBefore || entrance.progress === 'ahead');
};

/** In which a unit may be let in late (services/merit-projects, `INTAKE_ACTS`). */
export const LATE_ACTS: readonly Stage['act'][] = ['plan', 'propose', 'deliver', 'declare'];
