import { countOf } from '../parameters.ts';
import { decimalTextOf, hundredthsOf } from '../shape/word-forms.ts';
import type { PhaseRule, Step, TakeStep } from '../template/result.ts';
import type { Path } from '../tree.ts';
import { bodyDecides, type Checked, hasAct } from './checked.ts';
import { checkTake } from './take.ts';
import { refusalsOf } from './way-on.ts';
import { canBeAskedAgain } from './sources.ts';
import { markWeights } from '../mark-weights.ts';

/** The steps that a step reads, with the key under which it names them. */
export const inputsOf = (
  step: Step,
): readonly (readonly [key: string | readonly (string | number)[], id: string])[] => {
  if ('sum' in step)
    return [
      ...step.sum.map((id, at) => [['sum', at], id] as const),
      ...(step.minus ?? []).map((id, at) => [['minus', at], id] as const),
    ];
  if ('weigh' in step) return Object.keys(step.weigh).map((id) => [['weigh', id], id] as const);
  if ('mean' in step) return step.mean.map((id, at) => [['mean', at], id] as const);
  if ('best' in step) return step.best.map((id, at) => [['best', at], id] as const);
  if ('scale' in step) return [['scale', step.scale]];
  if ('times' in step) return [['times', step.times] as const, ['by', step.by] as const];
  if ('clamp' in step) return [['clamp', step.clamp]];
  if ('bands' in step) return [['bands', step.bands]];
  if ('round' in step) return [['round', step.round]];
  return [];
};

const checkInputs = (step: Step, path: Path, { steps }: PhaseRule, checked: Checked): void => {
  const above = steps.slice(0, steps.indexOf(step)).map(({ id }) => id);
  const pointsOnly = !('bands' in step) && !('scale' in step);
  for (const [key, id] of inputsOf(step)) {
    const here = [...path, ...(typeof key === 'string' ? [key] : key)];
    if (!above.includes(id)) {
      const known = steps.some((other) => other.id === id);
      checked.faults.add(known ? 'STEP_FORWARD' : 'STEP_UNKNOWN', here, { given: id }, 'key');
      continue;
    }
    const unit = unitOf(
      steps.find((other) => other.id === id),
      checked,
    );
    if (pointsOnly && unit !== 'points' && unit !== 'percent')
      checked.faults.add('MEASURE_NOT_POINTS', here, { given: id, unit }, 'key');
  }
};

/** Measures may be seconds, ranks or counts; every other step is in points. */
const unitOf = (step: Step | undefined, { template }: Checked): string => {
  const source = step && 'take' in step ? template.sources[step.take] : undefined;
  return source?.kind === 'measure' ? source.unit : 'points';
};

const checkWeights = (step: Step, path: Path, { faults }: Checked): void => {
  if (!('weigh' in step)) return;
  const sum = Object.values(step.weigh).reduce((all, share) => all + hundredthsOf(share), 0);
  if (sum !== 10_000) faults.add('WEIGHTS_NOT_WHOLE', [...path, 'weigh'], { sum: `${decimalTextOf(sum)}%` });
};

const checkBandRows = (step: Step, path: Path, { faults }: Checked): void => {
  if (!('bands' in step)) return;
  const { atLeast, atMost } = step;
  if ((atLeast === undefined) === (atMost === undefined)) {
    faults.add('NOT_ONE_OF_KEYS', path, { choices: 'atLeast, atMost', given: atLeast ? 'atLeast, atMost' : '' });
    return;
  }
  const limits = (atLeast ?? atMost ?? []).map(([limit = '0']) => hundredthsOf(limit));
  const sign = atLeast ? 1 : -1;
  if (!limits.every((limit, at) => at === 0 || (limit - (limits[at - 1] as number)) * sign < 0))
    faults.add('NOT_DESCENDING', [...path, atLeast ? 'atLeast' : 'atMost']);
};

/** Decision 56: whoever is lacking can be asked again, or a body ranks without it and says why. */
const checkWayOn = (step: Step, path: Path, checked: Checked): void => {
  const source = 'take' in step ? checked.template.sources[step.take] : undefined;
  const body = bodyDecides(checked.template);
  const open = step.wayOn === 'body' ? body : source !== undefined && canBeAskedAgain(checked, source);
  if (open) return;
  for (const key of refusalsOf(step, checked.template)) checked.faults.add('REFUSE_WITHOUT_WAY_ON', [...path, key]);
};

const checkRank = (phase: PhaseRule, path: Path, checked: Checked): void => {
  const { template, faults } = checked;
  const { steps, rank, score } = phase;
  const known = (id: string): boolean => steps.some((step) => step.id === id);
  if (!known(score)) faults.add('STEP_UNKNOWN', [...path, 'score'], { given: score });
  rank.ties.forEach((tie, at) => {
    const here = [...path, 'rank', 'ties', at];
    if (typeof tie === 'string') {
      if (!known(tie)) faults.add('STEP_UNKNOWN', here, { given: tie });
      return;
    }
    if (tie.of !== undefined && !known(tie.of)) faults.add('STEP_UNKNOWN', [...here, 'of'], { given: tie.of });
    else if (panelsWith(phase, tie.mark, checked).length === 0)
      faults.add('PART_UNKNOWN', [...here, 'mark'], { source: phase.phase, given: tie.mark });
    else if (!markWeights(template, phase, tie)) faults.add('TIE_AMBIGUOUS', here, { given: tie.mark });
  });
  const sheets = steps.some((step) => 'take' in step && template.sources[step.take]?.kind === 'panel');
  if (rank.then === 'draw' && !sheets) faults.add('DRAW_WITHOUT_SHEETS', [...path, 'rank', 'then']);
  if (rank.then === 'body' && !hasAct(template, 'decide')) faults.add('TIE_WITHOUT_BODY', [...path, 'rank', 'then']);
};

const panelsWith = ({ steps }: PhaseRule, criterion: string, { template }: Checked): readonly TakeStep[] =>
  steps.flatMap((step) => {
    const source = 'take' in step ? template.sources[step.take] : undefined;
    return source?.kind === 'panel' && source.criteria.some(({ id }) => id === criterion) ? [step as TakeStep] : [];
  });

const checkAdmission = (phase: PhaseRule, at: number, { template, faults }: Checked): void => {
  const earlier = template.result.slice(0, at).map((other) => other.phase);
  const named: readonly (readonly [Path, string])[] = [
    ...(typeof phase.admits === 'string' ? [] : [[['admits', 'from'], phase.admits.from] as const]),
    ...phase.steps.flatMap((step, index) =>
      'carry' in step ? [[['steps', index, 'carry'], step.carry] as const] : [],
    ),
  ];
  for (const [key, id] of named)
    if (!earlier.includes(id)) {
      const known = template.result.some((other) => other.phase === id);
      faults.add(known ? 'PHASE_FORWARD' : 'PHASE_UNKNOWN', ['result', at, ...key], { given: id });
    }
  if (typeof phase.admits !== 'string' && countOf(phase.admits.first) < 1)
    faults.add('NUMBER_OUT_OF_RANGE', ['result', at, 'admits', 'first'], { given: 0, min: 1, max: 10_000 });
};

/** Who of equal ones goes on is the word of those who decide. */
const checkEdge = ({ admits }: PhaseRule, at: number, { template, faults }: Checked): void => {
  if (typeof admits !== 'string' && admits.edge === 'body' && !hasAct(template, 'decide'))
    faults.add('EDGE_NEEDS_A_BODY', ['result', at, 'admits', 'edge']);
};

/** Steps that read what is not above them, weights that are not the whole, refusals without a way on, ties that nothing settles. */
export const checkResult = (checked: Checked): void => {
  checked.template.result.forEach((phase, index) => {
    checkAdmission(phase, index, checked);
    checkEdge(phase, index, checked);
    phase.steps.forEach((step, at) => {
      const path = ['result', index, 'steps', at];
      if ('take' in step) checkTake(step, path, phase, checked);
      checkInputs(step, path, phase, checked);
      checkWeights(step, path, checked);
      checkBandRows(step, path, checked);
      checkWayOn(step, path, checked);
    });
    checkRank(phase, ['result', index], checked);
  });
};
