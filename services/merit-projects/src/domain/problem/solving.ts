import { localDateOf } from '@jiangong/calendar';
import { evidenceRefusal } from '../entries/checks.ts';
import * as checks from './checks.ts';
import type { Decision } from './finding.ts';
import type { AddMeasure, HandInProblem, RemoveMeasure, TakeBackProblem } from './orders.ts';
import * as limits from './limits.ts';
import type { Problem } from './state.ts';

type Of<K extends Problem['kind']> = Extract<Problem, { kind: K }>;

export const addMeasure = ({ told, owner }: Of<'assigned'>, order: AddMeasure): Decision => {
  const { measureId, measure, evidence, now, by } = order;
  const refusal =
    checks.ownerRefusal(owner, by) ?? checks.proseRefusal(measure, 'measure') ?? evidenceRefusal(evidence);
  if (refusal) return refusal;
  const tooOften = checks.turnsRefusal(told.measured, now, limits.MEASURES_MAX);
  if (tooOften) return tooOften;
  const what = { measureId, toldOn: localDateOf(now), evidence: [...evidence], prose: { measure } };
  return [{ type: 'ProblemEvidenceAdded.v1', data: { ...checks.refOf(told), ...checks.whoOf(by), ...what } }];
};

/** A wrong file, or a measure that was none. The bytes stay where no list names them; what must go is destroyed by two persons. */
export const removeMeasure = ({ told, owner }: Of<'assigned'>, order: RemoveMeasure): Decision => {
  const { measureId, why, by } = order;
  const refusal = checks.ownerRefusal(owner, by) ?? checks.whyRefusal(why);
  if (refusal) return refusal;
  if (!Object.hasOwn(told.measures, measureId)) return { reason: 'PROBLEM_MEASURE_NOT_FOUND', field: 'measureId' };
  return [
    {
      type: 'ProblemEvidenceRemoved.v1',
      data: { ...checks.refOf(told), ...checks.whoOf(by), measureId, prose: { why } },
    },
  ];
};

/** Also behind its day, which the fact says. There is a file to be looked at, and something that was not there last time. */
export const handIn = ({ told, owner }: Of<'assigned'>, { note, now, by }: HandInProblem): Decision => {
  const refusal = checks.ownerRefusal(owner, by) ?? checks.whyRefusal(note, 'note');
  if (refusal) return refusal;
  if (!Object.values(told.measures).some((files) => files > 0)) return { reason: 'PROBLEM_EVIDENCE_MISSING' };
  if (!told.fresh) return { reason: 'PROBLEM_NOTHING_NEW' };
  const tooOften = checks.turnsRefusal(told.handIns, now);
  if (tooOften) return tooOften;
  const handedInOn = localDateOf(now);
  const data = {
    ...checks.refOf(told),
    ...checks.whoOf(by),
    handedInOn,
    late: handedInOn > owner.dueOn,
    prose: { note },
  };
  return [{ type: 'ProblemHandedIn.v1', data }];
};

export const takeBack = ({ told, owner }: Of<'handed-in'>, { why, by }: TakeBackProblem): Decision => {
  const refusal = checks.ownerRefusal(owner, by) ?? checks.whyRefusal(why);
  return (
    refusal ?? [{ type: 'ProblemTakenBack.v1', data: { ...checks.refOf(told), ...checks.whoOf(by), prose: { why } } }]
  );
};
