import type { Operation, Phase, Row, TakeChecklist, TakePanel, TieKey, Weight } from '@jiangong/scoring';
import { isNaming } from '../naming.ts';
import { leastOf } from '../checks/take.ts';
import { refusalsOf } from '../checks/way-on.ts';
import { markWeights } from '../mark-weights.ts';
import { countOf } from '../parameters.ts';
import { periodsIn } from '../round-periods.ts';
import { hundredthsOf } from '../shape/word-forms.ts';
import type { PhaseRule, Step, TakeStep } from '../template/result.ts';
import type { ChecklistRule, PanelRule } from '../template/sources.ts';
import type { Template } from '../template/template.ts';
import type { CompiledPhase } from './compiled.ts';
import { severalQuestions, tableIdIn } from './electorate-tables.ts';

const reductionOf = ({ reduce, drop = [], trim = 'sheets', recusal = 'first' }: TakeStep): TakePanel['reduce'] => {
  if (reduce !== 'trimmed') return { how: reduce ?? 'mean' };
  const [high = 0, low = 0] = drop;
  return { how: 'trimmed', high, low, trim, recusal };
};

const takePanel = (step: TakeStep, panel: PanelRule): TakePanel => ({
  op: 'take-panel',
  source: step.take,
  criteria: step.criteria ?? panel.criteria.map(({ id }) => id),
  reduce: reductionOf(step),
  least: step.least === undefined ? leastOf(step) : countOf(step.least),
  missing: step.missing ?? 'leave-out',
});

/** A late entry averages its own periods: at least half of the round's, where the template says nothing else. */
const takeChecklist = (
  step: TakeStep,
  list: ChecklistRule,
  every: PhaseRule['every'],
  template: Template,
): TakeChecklist => ({
  op: 'take-checklist',
  source: step.take,
  view: step.view ?? 'last',
  unscored: list.unscored,
  areas: list.areas
    .filter(({ id }) => step.areas === undefined || step.areas.includes(id))
    .map(({ id, period, least }) => {
      const periods = periodsIn(every, template.period.length, period);
      return { area: id, periods, least: least ?? Math.ceil(periods / 2) };
    }),
});

const taken = (step: TakeStep, template: Template, every: PhaseRule['every']): Operation => {
  const source = template.sources[step.take];
  if (!source) throw new Error(`a validated template has the source ${step.take}`);
  if (source.kind === 'panel') return takePanel(step, source);
  if (source.kind === 'measure') return { op: 'take-measure', source: step.take, attempts: step.attempts ?? 'last' };
  if (source.kind === 'checklist') return takeChecklist(step, source, every, template);
  if (source.kind === 'bonus')
    return { op: 'take-bonus', source: step.take, groups: step.groups ?? source.groups.map(({ id }) => id) };
  const { take, electorate } = step;
  const asked = severalQuestions(source);
  return {
    op: 'take-ballot',
    source: electorate === undefined ? take : tableIdIn(source, take, electorate),
    ...(asked === undefined ? {} : { questions: step.questions ?? asked }),
  };
};

const bandsOf = (step: Extract<Step, { bands: string }>): Operation => ({
  op: 'bands',
  of: step.bands,
  when: step.atLeast ? 'at-least' : 'at-most',
  bands: (step.atLeast ?? step.atMost ?? []).map(([limit = '0', points = '0']) => ({
    limit: hundredthsOf(limit),
    points: hundredthsOf(points),
  })),
  else: hundredthsOf(step.else),
});

/** In the order of the steps, whatever the order in which the template's map names them. */
const weightsOf = (weigh: Readonly<Record<string, string>>, steps: readonly Step[]): readonly Weight[] =>
  steps.flatMap(({ id }) => (weigh[id] === undefined ? [] : [{ row: id, weight: hundredthsOf(weigh[id]) }]));

const operationOf = (step: Step, template: Template, phase: PhaseRule): Operation => {
  if ('take' in step) return taken(step, template, phase.every);
  if ('carry' in step) return { op: 'carry', phase: step.carry, across: step.across, least: step.least ?? 1 };
  if ('sum' in step) return { op: 'sum', of: step.sum, minus: step.minus ?? [] };
  if ('weigh' in step) return { op: 'weigh', weights: weightsOf(step.weigh, phase.steps) };
  if ('mean' in step) return { op: 'mean', of: step.mean };
  if ('best' in step) return { op: 'best', of: step.best };
  if ('scale' in step) return { op: 'scale', of: step.scale, from: hundredthsOf(step.from), to: hundredthsOf(step.to) };
  if ('times' in step) return { op: 'times', of: step.times, by: step.by };
  if ('clamp' in step)
    return {
      op: 'clamp',
      of: step.clamp,
      ...(step.floor === undefined ? {} : { floor: hundredthsOf(step.floor) }),
      ...(step.cap === undefined ? {} : { cap: hundredthsOf(step.cap) }),
    };
  if ('bands' in step) return bandsOf(step);
  return { op: 'round', of: step.round, decimals: step.decimals, how: step.how };
};

/** A row in seconds or ranks may be better when lower; every other is in points. */
const betterOf = (row: string, { steps }: PhaseRule, template: Template): 'higher' | 'lower' => {
  const step = steps.find(({ id }) => id === row);
  const source = step && 'take' in step ? template.sources[step.take] : undefined;
  return source?.kind === 'measure' ? source.better : 'higher';
};

const tieOf = (tie: PhaseRule['rank']['ties'][number], phase: PhaseRule, template: Template): TieKey => {
  if (typeof tie === 'string') return { by: 'row', row: tie, better: betterOf(tie, phase, template) };
  const of = markWeights(template, phase, tie);
  if (!of) throw new Error(`a validated template says whose marks of ${tie.mark} break a tie`);
  return { by: 'mark', criterion: tie.mark, of, better: 'higher' };
};

const admissionOf = ({ admits }: PhaseRule): Phase['admits'] => {
  if (typeof admits === 'string') return { kind: 'all' };
  const { from, first, edge, edgeMax } = admits;
  const most = edgeMax === undefined ? {} : { edgeMax: countOf(edgeMax) };
  return { kind: 'from', phase: from, first: countOf(first), edge, ...most };
};

/** Below its floor a ballot is what its source says, where that says more than the step. */
const absentOf = (step: Step, { sources }: Template): Step['absent'] => {
  const source = 'take' in step ? sources[step.take] : undefined;
  return source?.kind === 'ballot' && source.below !== 'unranked' ? source.below : step.absent;
};

const compilePhase = (phase: PhaseRule, template: Template): CompiledPhase => ({
  id: phase.phase,
  name: phase.name ?? null,
  ...(phase.every === 'edition' ? {} : { every: phase.every }),
  admits: admissionOf(phase),
  within: phase.within,
  rows: phase.steps.map(
    (step) => ({ id: step.id, absent: absentOf(step, template), ...operationOf(step, template, phase) }) as Row,
  ),
  score: phase.score,
  decimals: phase.decimals,
  rank: {
    on: phase.rank.on,
    better: phase.rank.better,
    ties: phase.rank.ties.map((tie) => tieOf(tie, phase, template)),
    then: phase.rank.then,
  },
  waysOn: Object.fromEntries(
    phase.steps
      .filter((step) => refusalsOf(step, template).length > 0)
      .map((step) => [step.id, step.wayOn ?? ('reopen' as const)]),
  ),
});

/** What has no scores is decided over the list of what was let in: a phase without rows, by this id. */
export const CHOICE_PHASE = 'choice';

const choicePhase: CompiledPhase = {
  id: CHOICE_PHASE,
  name: null,
  admits: { kind: 'all' },
  within: 'all',
  rows: [],
  score: '',
  decimals: 0,
  rank: { on: 'rounded', better: 'higher', ties: [], then: 'shared' },
  waysOn: {},
};

/** The phases of the result, or the one in which is chosen where there is none. A naming is looked up, and decided over by itself. */
export const phasesOf = (template: Template): readonly CompiledPhase[] =>
  template.result.length === 0 && !isNaming(template)
    ? [choicePhase]
    : template.result.map((phase) => compilePhase(phase, template));
