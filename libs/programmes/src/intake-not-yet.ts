import type { Faults } from './faults.ts';
import { areListed, rollDayOf } from './roll.ts';
import { manyOf } from './template/names.ts';
import type { Template } from './template/template.ts';
import type { Test } from './template/tests.ts';

/** Ways in which entries come that the platform plays: somebody puts each forward, or all that stand on a roll enter. */
const PLAYED_INTAKES: readonly Template['intake']['how'][] = ['plan-then-declare', 'nominate', 'whole-roll'];

/** Acts in which somebody puts something forward: on a roll everybody stands already. */
const PUTTING_FORWARD: readonly Template['calendar'][number]['act'][] = ['plan', 'propose', 'deliver', 'declare'];

/** That it was planned is true of everything that is declared, where planning comes first: no rule has to test it. */
const isPlannedAnyway = ({ intake, calendar }: Template, test: Test): boolean =>
  intake.how === 'plan-then-declare' &&
  'fact' in test &&
  test.fact === 'entry.planned-in' &&
  calendar.every(({ act, id }) => act !== 'plan' || manyOf(test.is ?? []).includes(id));

/** Of a roll of which nobody knows who stands on it, or whose entries somebody would still have to bring something for. */
const rollNotYet = ({ intake, subjects, calendar }: Template, faults: Faults): void => {
  const add = (...path: readonly (string | number)[]): void => faults.add('INTAKE_NOT_YET', path, { how: intake.how });
  if (rollDayOf({ intake, subjects }) === undefined) add('intake', 'how');
  subjects.forEach((subject, at) => {
    if (!areListed([subject])) add('subjects', at, 'kind');
    if (subject.documents !== undefined) add('subjects', at, 'documents');
  });
  if (intake.documents.length > 0) add('intake', 'documents');
  if (intake.quota !== undefined) add('intake', 'quota');
  calendar.forEach(({ act }, at) => {
    if (PUTTING_FORWARD.includes(act)) add('calendar', at, 'act');
  });
};

/** What would decide who may enter and how many, and is not tested: an edition without it would let in whom its rules keep out. */
export const intakeNotYet = (template: Template, faults: Faults): void => {
  const { intake, subjects } = template;
  if (!PLAYED_INTAKES.includes(intake.how)) faults.add('INTAKE_NOT_YET', ['intake', 'how'], { how: intake.how });
  if (intake.how === 'whole-roll') rollNotYet(template, faults);
  if (intake.quota?.onePer !== undefined) faults.add('QUOTA_NOT_YET', ['intake', 'quota', 'onePer']);
  subjects.forEach(({ id, needs, quota }, at) => {
    if (quota?.onePer !== undefined) faults.add('QUOTA_NOT_YET', ['subjects', at, 'quota', 'onePer']);
    needs.forEach((test, index) => {
      if (!isPlannedAnyway(template, test))
        faults.add('NEED_NOT_YET', ['subjects', at, 'needs', index], { subject: id });
    });
  });
};
