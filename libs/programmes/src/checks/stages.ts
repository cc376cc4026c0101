import {
  addCalendarDays,
  calendarDaysBetween,
  countWorkingDays,
  isYearNotKnown,
  shippedHolidays,
} from '@jiangong/calendar';
import { actRules } from '../acts.ts';
import { countOf } from '../parameters.ts';
import { momentOf, type StageTimes, type StageWindow, stageWindows } from '../stage-windows.ts';
import type { StageRule } from '../template/calendar.ts';
import { type Checked, hasAct, partiesOf } from './checked.ts';

/** A leap year, so the roomiest, for comparing days where no year was given. */
const ANY_YEAR = { year: 2024, holidays: shippedHolidays };

const checkParties = (stage: StageRule, path: readonly (string | number)[], { template, faults }: Checked): void => {
  const several = typeof stage.by !== 'string';
  const rule = actRules[stage.act];
  for (const [index, party] of partiesOf(stage).entries()) {
    const at = several ? [...path, 'by', index] : [...path, 'by'];
    const known = Object.hasOwn(template.parties, party) ? template.parties[party] : undefined;
    if (!known) faults.add('PARTY_UNKNOWN', at, { given: party });
    else if (!rule.roles.includes(known.role))
      faults.add('ACT_NOT_FOR_ROLE', at, { role: known.role, act: stage.act, choices: rule.roles.join(', ') });
    else if (stage.act === 'decide' && (known.least ?? 0) < 2)
      faults.add('BODY_WITHOUT_QUORUM', ['parties', party], { given: party });
  }
};

const checkNamed = (stage: StageRule, at: number, { template, faults }: Checked): boolean => {
  const path = ['calendar', at];
  const before = template.calendar.slice(0, at).map(({ id }) => id);
  const isBefore = (id: string, key: string): boolean => {
    if (before.includes(id)) return true;
    const known = template.calendar.some((other) => other.id === id);
    faults.add(known ? 'STAGE_FORWARD' : 'STAGE_UNKNOWN', [...path, key], { given: id });
    return false;
  };
  const moments = (['opens', 'closes'] as const).map((key) => {
    const moment = momentOf(stage[key]);
    return moment.kind === 'day' || isBefore(moment.stage, key);
  });
  if (stage.phase !== undefined && !template.result.some(({ phase }) => phase === stage.phase))
    faults.add('PHASE_UNKNOWN', [...path, 'phase'], { given: stage.phase });
  if (stage.act === 'score' && stage.phase === undefined) faults.add('STAGE_NEEDS_PHASE', path);
  return (stage.with === undefined || isBefore(stage.with, 'with')) && moments.every(Boolean);
};

/** These go over from one to the next on one day: an office takes up what the last one has finished. */
const MAY_SHARE_A_DAY = ['review', 'clear'];

type Placed = Readonly<{ stage: StageRule; at: number; window: StageWindow }>;

const checkOrder = (placed: readonly Placed[], { faults }: Checked): void => {
  placed.forEach(({ stage, at, window }, index) => {
    const path = ['calendar', at];
    if (window.closesOn < window.opensOn) faults.add('STAGE_REVERSED', [...path, 'closes']);
    const previous = placed[index - 1];
    if (!previous) return;
    if (window.opensOn < previous.window.opensOn) {
      faults.add('STAGE_OUT_OF_ORDER', [...path, 'opens'], { before: previous.stage.id });
      return;
    }
    if (stage.with !== undefined) return;
    const open = placed.slice(0, index).find((before) => {
      const shares = MAY_SHARE_A_DAY.includes(stage.act) && before.stage.act !== stage.act;
      return shares ? window.opensOn < before.window.closesOn : window.opensOn <= before.window.closesOn;
    });
    if (open) faults.add('STAGES_OVERLAP', [...path, 'opens'], { before: open.stage.id });
  });
};

const checkGaps = (placed: readonly Placed[], { faults, year }: Checked): void => {
  for (const [index, { stage, at, window }] of placed.entries()) {
    const next = placed.slice(index + 1).find(({ stage: { with: beside } }) => beside === undefined);
    if (stage.gap === undefined || !next) continue;
    const gap = countOf(stage.gap);
    const days = calendarDaysBetween(window.opensOn, next.window.opensOn) - 1;
    // A week can be worked on all seven days (make-up days), so without a year only the days themselves bound it.
    const lastDay = addCalendarDays(next.window.opensOn, -1);
    const fits = year ? countWorkingDays(year.holidays, window.opensOn, lastDay) : days;
    const path = ['calendar', at, 'gap'];
    if (isYearNotKnown(fits)) faults.add('YEAR_NOT_KNOWN', path, { year: fits.details.year });
    else if (fits < gap) faults.add('GAP_DOES_NOT_FIT', path, { gap, next: next.stage.id, fits: Math.max(fits, 0) });
  }
};

/** What kind of intake needs which acts. */
const NEEDED_ACTS = {
  'plan-then-declare': ['plan', 'declare'],
  nominate: ['declare'],
  'whole-roll': [],
  register: ['declare'],
  'computed-list': [],
  holders: [],
  'put-forward': ['propose'],
} as const;

const checkIntake = ({ template, faults }: Checked): void => {
  const { intake, parties, subjects } = template;
  for (const act of NEEDED_ACTS[intake.how])
    if (!hasAct(template, act)) faults.add('ACT_MISSING', ['intake', 'how'], { how: intake.how, act });
  const needs = {
    holders: 'holdersOf',
    'put-forward': 'from',
    nominate: 'by',
    register: 'by',
    'plan-then-declare': 'by',
  };
  const field = (needs as Readonly<Record<string, 'holdersOf' | 'from' | 'by' | undefined>>)[intake.how];
  if (field && intake[field] === undefined) faults.add('INTAKE_FIELD_MISSING', ['intake'], { how: intake.how, field });
  for (const key of ['by', 'exclude'] as const) {
    const party = intake[key];
    if (party !== undefined && !Object.hasOwn(parties, party))
      faults.add('PARTY_UNKNOWN', ['intake', key], { given: party });
  }
  const quotas = [
    [['intake', 'quota'], intake.quota] as const,
    ...subjects.map(({ quota }, at) => [['subjects', at, 'quota'], quota] as const),
  ];
  for (const [path, quota] of quotas)
    if (quota && (quota.count === undefined) === (quota.onePer === undefined)) faults.add('QUOTA_NOT_ONE', path);
  for (const [at, { kind, of }] of subjects.entries())
    if (of && kind !== 'organization' && kind !== 'office-holder') faults.add('KINDS_NOT_HERE', ['subjects', at, 'of']);
};

/** Parties that may not act, stages out of order, gaps that do not fit, acts that the intake needs. */
export const checkStages = (checked: Checked): void => {
  const { calendar } = checked.template;
  checkIntake(checked);
  calendar.forEach((stage, at) => checkParties(stage, ['calendar', at], checked));
  const named = calendar.map((stage, at) => checkNamed(stage, at, checked));
  if (!named.every(Boolean)) return;
  const times = calendar.map(({ id, opens, closes }): StageTimes => ({
    id,
    opens: momentOf(opens),
    closes: momentOf(closes),
  }));
  const windows = stageWindows(times, checked.year ?? ANY_YEAR);
  if ('reason' in windows) {
    if (checked.year) checked.faults.add('YEAR_NOT_KNOWN', ['calendar'], { year: windows.details.year });
    return;
  }
  const placed = calendar.map((stage, at): Placed => ({ stage, at, window: windows[at] as StageWindow }));
  checkOrder(placed, checked);
  checkGaps(placed, checked);
};
