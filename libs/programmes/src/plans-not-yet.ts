import type { Faults } from './faults.ts';
import { enrolsOfficeHolders, listsHolders } from './roll.ts';
import { manyOf } from './template/names.ts';
import type { Template } from './template/template.ts';

/** In which roles somebody plans and delivers for an organization on a roll. */
const FOR_ORGANIZATIONS: readonly string[] = ['branch-secretary', 'unit-officer'];

type PartyRule = Template['parties'][string];

/** Whether a party of the stage can speak for such a subject: each member for himself, an organization through its officers. */
const speaksFor = (kind: string, { role, scope }: PartyRule): boolean =>
  kind === 'person' ? role === 'member' && scope === 'own' : FOR_ORGANIZATIONS.includes(role);

/**
 * Of a roll on which something is proposed, or planned by whom nobody asks: office-holders and holders of an award plan nothing, and whoever
 * plans brings no declaration besides. Each category has somebody who plans for it, or all of it would be overdue for ever.
 */
export const planNotYet = (template: Template, faults: Faults): void => {
  const { intake, subjects, parties, calendar } = template;
  const add = (...path: readonly (string | number)[]): void => faults.add('INTAKE_NOT_YET', path, { how: intake.how });
  const brings = calendar.some(({ act }) => act === 'declare');
  const mayPlan = !listsHolders({ intake }) && !enrolsOfficeHolders(template) && !brings;
  const isPlanned = calendar.some(({ act }) => act === 'plan');
  calendar.forEach(({ act, by }, at) => {
    if (act === 'propose' || (act === 'plan' && !mayPlan)) add('calendar', at, 'act');
    else if (act === 'plan' || (act === 'deliver' && isPlanned)) {
      const named = manyOf(by).flatMap((party) => parties[party] ?? []);
      if (!subjects.every(({ kind }) => named.some((party) => speaksFor(kind, party)))) add('calendar', at, 'by');
    }
  });
};
