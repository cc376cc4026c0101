import { actRules } from './acts.ts';
import { Faults, type Problem, problemsOf } from './faults.ts';
import { manyOf } from './template/names.ts';
import type { Template } from './template/template.ts';
import { NOWHERE } from './tree.ts';

/**
 * What of a valid template the platform can not play yet: acts for which a party's role has no permission today,
 * sources that the engine does not compute, and phases whose entries come from an earlier one. An edition of such a template can not be opened; it may be adopted and shown.
 */
export const notYetPlayed = (template: Template): readonly Problem[] => {
  const faults = new Faults();
  template.calendar.forEach(({ act, by }, at) => {
    manyOf(by).forEach((party, index) => {
      const role = template.parties[party]?.role;
      if (role !== undefined && actRules[act].actions[role] === undefined)
        faults.add('ACT_NOT_YET', ['calendar', at, 'by', ...(typeof by === 'string' ? [] : [index])], { act, role });
    });
  });
  for (const [id, { kind }] of Object.entries(template.sources))
    if (kind !== 'panel' && kind !== 'measure') faults.add('SOURCE_NOT_YET', ['sources', id], { given: id, kind });
  template.result.forEach(({ phase, admits }, at) => {
    if (admits !== 'all') faults.add('PHASE_NOT_YET', ['result', at, 'admits'], { phase });
  });
  return problemsOf({ ...NOWHERE, kind: 'text', text: '' }, faults.all);
};
