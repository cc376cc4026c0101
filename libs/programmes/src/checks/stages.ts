import { shippedHolidays } from '@jiangong/calendar';
import { actRules } from '../acts.ts';
import { countOf } from '../parameters.ts';
import { stageOrderFaults } from '../stage-order.ts';
import { momentOf, type StageTimes, stageWindows } from '../stage-windows.ts';
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
    else if (stage.act === 'decide' && (known.attest ?? 0) > (known.least ?? 0))
      faults.add('ATTEST_ABOVE_QUORUM', ['parties', party, 'attest'], {
        attest: known.attest ?? 0,
        least: known.least ?? 0,
      });
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
  // Of one phase a stage need not say that it is its.
  if (stage.act === 'score' && stage.phase === undefined && template.result.length !== 1)
    faults.add('STAGE_NEEDS_PHASE', path);
  return (stage.with === undefined || isBefore(stage.with, 'with')) && moments.every(Boolean);
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
  if (intake.how === 'put-forward' && intake.from !== undefined)
    if (!template.result.some(({ phase }) => phase === intake.from))
      faults.add('PHASE_UNKNOWN', ['intake', 'from'], { given: intake.from });
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
  const stages = calendar.map(({ id, act, with: beside = null, gap }) => ({
    id,
    act,
    with: beside,
    gap: gap === undefined || !checked.gaps ? null : countOf(gap),
  }));
  for (const { reason, stageId, field, details } of stageOrderFaults(stages, windows, checked.year?.holidays))
    checked.faults.add(reason, ['calendar', calendar.findIndex(({ id }) => id === stageId), field], details);
};
