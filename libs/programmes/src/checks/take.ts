import { countOf } from '../parameters.ts';
import type { PhaseRule, TakeStep } from '../template/result.ts';
import type { SourceRule } from '../template/sources.ts';
import type { Path } from '../tree.ts';
import { checkTakenChecklist } from './checklist.ts';
import type { Checked } from './checked.ts';

/** The fields of a `take` that go with each kind of source, besides those of every step. */
const FIELDS = {
  panel: ['reduce', 'drop', 'trim', 'recusal', 'least', 'missing', 'criteria'],
  checklist: ['areas', 'view'],
  bonus: ['groups'],
  measure: ['attempts'],
  ballot: ['electorate', 'questions'],
} as const satisfies Readonly<Record<SourceRule['kind'], readonly (keyof TakeStep)[]>>;

const ALL_FIELDS = Object.values(FIELDS).flat();

/** Parts of a source that a step may name: criteria, areas, groups, questions, electorates. */
const partsOf = (source: SourceRule): Readonly<Partial<Record<keyof TakeStep, readonly string[]>>> => {
  const idsOf = (parts: readonly Readonly<{ id: string }>[]): readonly string[] => parts.map(({ id }) => id);
  switch (source.kind) {
    case 'panel':
      return { criteria: idsOf(source.criteria) };
    case 'checklist':
      return { areas: idsOf(source.areas) };
    case 'bonus':
      return { groups: idsOf(source.groups) };
    case 'ballot':
      return { questions: source.questions ?? [], electorate: idsOf(source.electorates) };
    case 'measure':
      return {};
  }
};

/** The least number of sheets after which something is left to count. */
export const leastOf = ({ drop, reduce }: TakeStep): number =>
  reduce === 'trimmed' ? (drop ?? []).reduce((sum, one) => sum + one, 0) + 1 : 1;

const checkPanelStep = (step: TakeStep, path: Path, { faults }: Checked): void => {
  const needed = step.reduce === 'trimmed' ? (['drop', 'trim', 'recusal'] as const) : (['reduce'] as const);
  for (const field of needed) if (step[field] === undefined) faults.add('STEP_FIELD_MISSING', path, { field });
  if (step.missing === undefined) faults.add('STEP_FIELD_MISSING', path, { field: 'missing' });
  if (step.reduce !== 'trimmed')
    for (const field of ['drop', 'trim'] as const)
      if (step[field] !== undefined)
        faults.add('STEP_FIELD_NOT_HERE', [...path, field], { field, kind: `panel (${step.reduce ?? 'mean'})` }, 'key');
  const min = leastOf(step);
  if (step.least !== undefined && countOf(step.least) < min)
    faults.add('LEAST_BELOW_DROPS', [...path, 'least'], { min });
};

/** A `take` names a source that is there, says what its kind asks for and nothing else, and names only parts it has. */
export const checkTake = (step: TakeStep, path: Path, phase: PhaseRule, checked: Checked): void => {
  const { template, faults } = checked;
  const source = Object.hasOwn(template.sources, step.take) ? template.sources[step.take] : undefined;
  if (!source) {
    faults.add('SOURCE_UNKNOWN', [...path, 'take'], { given: step.take });
    return;
  }
  const allowed: readonly string[] = FIELDS[source.kind];
  for (const field of ALL_FIELDS)
    if (step[field] !== undefined && !allowed.includes(field))
      faults.add('STEP_FIELD_NOT_HERE', [...path, field], { field, kind: source.kind }, 'key');
  for (const [field, parts] of Object.entries(partsOf(source))) {
    const given = step[field as keyof TakeStep];
    for (const part of typeof given === 'string' ? [given] : ((given as readonly string[] | undefined) ?? []))
      if (!parts.includes(part)) faults.add('PART_UNKNOWN', [...path, field], { source: step.take, given: part });
  }
  if (source.kind === 'panel') checkPanelStep(step, path, checked);
  if (source.kind === 'checklist') checkTakenChecklist(step, path, { source, phase }, checked);
};
