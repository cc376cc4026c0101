import { candidatesNotYet } from './candidates.ts';
import type { Faults } from './faults.ts';
import { answeredBy } from './needs.ts';
import { isAskedAtAward, LOOKING_UP } from './needs-at-award.ts';
import { planNotYet } from './plans-not-yet.ts';
import { areListed, enrolsMembers, enrolsOfficeHolders, listsHolders, listsPeople, rollDayOf } from './roll.ts';
import { isNaming } from './naming.ts';
import { manyOf } from './template/names.ts';
import type { Quota } from './template/parties.ts';
import type { Template } from './template/template.ts';
import type { Test } from './template/tests.ts';

/** Ways in which entries come that the platform plays: somebody puts each forward, or all that stand on a roll enter. */
const PLAYED_INTAKES: readonly Template['intake']['how'][] = [
  'plan-then-declare',
  'nominate',
  'register',
  'whole-roll',
  'holders',
  'put-forward',
];

/** Acts in which somebody puts something forward: on a list everybody stands already. */
const PUTTING_FORWARD: readonly Template['calendar'][number]['act'][] = ['plan', 'propose'];

/** That it was planned is true of everything that is declared, where planning comes first: no rule has to test it. */
const isPlannedAnyway = ({ intake, calendar }: Template, test: Test): boolean =>
  intake.how === 'plan-then-declare' &&
  'fact' in test &&
  test.fact === 'entry.planned-in' &&
  calendar.every(({ act, id }) => act !== 'plan' || manyOf(test.is ?? []).includes(id));

type Subject = Template['subjects'][number];

/**
 * What the platform does not hear of is answered by a person: by whoever reviews, or else clears, or, of a roll, by the office that puts it
 * right, or, where nobody looks before they are judged, by the office before the body decides. Where there is nobody, and of what only a round finds, nobody could.
 */
const isAnswered = (template: Template, { kind }: Subject, test: Test): boolean => {
  const { intake, calendar } = template;
  if (isAskedAtAward(template, kind, test)) return true;
  const isLookedUp =
    intake.how === 'whole-roll' || listsHolders({ intake }) || calendar.some(({ act }) => LOOKING_UP.includes(act));
  return ('anyOf' in test ? test.anyOf : [test]).every((asked) => {
    const by = answeredBy(asked, kind, intake.how);
    return by === 'platform' || (by === 'person' && isLookedUp);
  });
};

/** Branches and Party members of a unit are counted where somebody puts forward; entries nobody counts. */
const isCountedQuota = ({ intake }: Template, { of, onePer = '' }: Quota): boolean =>
  of === 'unit' && /\s(?:branches|members)$/u.test(onePer) && intake.how !== 'whole-roll' && !listsHolders({ intake });

/** Facts by which people are found: without one of them it would be everybody. */
const FOUND_BY: readonly string[] = ['person.stage', 'person.standing-years'];

const isFoundBy = (test: Test): boolean => 'fact' in test && FOUND_BY.includes(test.fact);

/**
 * Of a roll of members whom nobody could find, or of whom one brings something, or reports what he never planned: nobody asks members for that
 * yet.
 */
const membersNotYet = ({ intake, subjects, calendar }: Template, faults: Faults): void => {
  const add = (...path: readonly (string | number)[]): void => faults.add('INTAKE_NOT_YET', path, { how: intake.how });
  subjects.forEach(({ kind, needs }, at) => {
    if (kind === 'person' && !needs.some(isFoundBy)) add('subjects', at, 'needs');
  });
  const isPlanned = calendar.some(({ act }) => act === 'plan');
  calendar.forEach(({ act }, at) => {
    if (act === 'declare' || (act === 'deliver' && !isPlanned)) add('calendar', at, 'act');
  });
};

const isOfOffice = (test: Test): boolean =>
  'fact' in test && test.fact === 'person.office' && (test.is !== undefined || test.oneOf !== undefined);

/** Of a roll of office-holders of whom the template does not say which office they hold: it would be everybody who holds any. */
const officeHoldersNotYet = ({ intake, subjects }: Template, faults: Faults): void =>
  subjects.forEach(({ needs }, at) => {
    if (!needs.some(isOfOffice)) faults.add('INTAKE_NOT_YET', ['subjects', at, 'needs'], { how: intake.how });
  });

/** Of a roll, or of holders of an award, of whom nobody knows who stands on it, or that asks for documents and has no stage in which they are brought. */
const rollNotYet = (template: Template, faults: Faults): void => {
  const { intake, subjects, calendar } = template;
  const add = (...path: readonly (string | number)[]): void => faults.add('INTAKE_NOT_YET', path, { how: intake.how });
  const isBrought = calendar.some(({ act }) => act === 'declare');
  if (rollDayOf({ intake, subjects }) === undefined) add('intake', 'how');
  subjects.forEach((subject, at) => {
    if (!areListed([subject]) && !enrolsMembers(template) && !enrolsOfficeHolders(template))
      add('subjects', at, 'kind');
    if (subject.documents !== undefined && !isBrought) add('subjects', at, 'documents');
  });
  if (intake.documents.length > 0 && !isBrought) add('intake', 'documents');
  if (intake.quota !== undefined) add('intake', 'quota');
  planNotYet(template, faults);
  if (enrolsMembers(template)) membersNotYet(template, faults);
  if (enrolsOfficeHolders(template)) officeHoldersNotYet(template, faults);
};

/** That they hold the award is asked as of the day on which they are taken in, and of no other. */
const holdersNotYet = ({ intake, subjects }: Template, faults: Faults): void =>
  subjects.forEach(({ asOf }, at) => {
    if (asOf !== undefined && asOf !== rollDayOf({ intake, subjects }))
      faults.add('INTAKE_NOT_YET', ['subjects', at, 'asOf'], { how: intake.how });
  });

/** Offices that may propose to take somebody off a list. */
const EXCLUDING: readonly string[] = ['unit-officer', 'committee-officer', 'committee-leader', 'discipline-inspector'];

/** A list of people that nobody could compute, or that would be everybody. It is made when its stage opens, as of a day. */
const peopleNotYet = ({ intake, subjects, parties, calendar }: Template, faults: Faults): void => {
  const add = (...path: readonly (string | number)[]): void => faults.add('INTAKE_NOT_YET', path, { how: intake.how });
  if (rollDayOf({ intake, subjects }) === undefined) add('intake', 'how');
  if (intake.documents.length > 0) add('intake', 'documents');
  if (intake.quota !== undefined) add('intake', 'quota');
  if (intake.exclude !== undefined && !EXCLUDING.includes(parties[intake.exclude]?.role ?? ''))
    add('intake', 'exclude');
  subjects.forEach(({ needs, documents, quota }, at) => {
    if (!needs.some(isFoundBy)) add('subjects', at, 'needs');
    if (documents !== undefined) add('subjects', at, 'documents');
    if (quota !== undefined) add('subjects', at, 'quota');
  });
  calendar.forEach(({ act }, at) => {
    if (act !== 'declare' && PUTTING_FORWARD.includes(act)) add('calendar', at, 'act');
  });
};

/** By a code somebody without an account enters a work: nothing else, and in no other way. */
const registerNotYet = ({ intake, subjects, parties, calendar }: Template, faults: Faults): void => {
  const add = (...path: readonly (string | number)[]): void => faults.add('INTAKE_NOT_YET', path, { how: intake.how });
  const isPublic = (party: string): boolean => parties[party]?.role === 'public';
  if (!isPublic(intake.by ?? '')) add('intake', 'by');
  subjects.forEach(({ kind }, at) => {
    if (kind !== 'work') add('subjects', at, 'kind');
  });
  calendar.forEach(({ act, by }, at) => {
    if (PUTTING_FORWARD.includes(act) || act === 'deliver') add('calendar', at, 'act');
    else if (act === 'declare' && !manyOf(by).every(isPublic)) add('calendar', at, 'by');
  });
};

const listNotYet = (template: Template, faults: Faults): void => {
  const { intake } = template;
  if (listsPeople(template)) return peopleNotYet(template, faults);
  if (!isNaming(template)) faults.add('INTAKE_NOT_YET', ['intake', 'how'], { how: intake.how });
};

/** What would decide who may enter and how many, and is not tested: an edition without it would let in whom its rules keep out. */
export const intakeNotYet = (template: Template, faults: Faults): void => {
  const { intake, subjects } = template;
  if (intake.how === 'computed-list') listNotYet(template, faults);
  else if (!PLAYED_INTAKES.includes(intake.how)) faults.add('INTAKE_NOT_YET', ['intake', 'how'], { how: intake.how });
  if (intake.how === 'register') registerNotYet(template, faults);
  if (intake.how === 'put-forward') candidatesNotYet(template, faults);
  if (intake.how === 'whole-roll' || listsHolders(template)) rollNotYet(template, faults);
  if (listsHolders(template)) holdersNotYet(template, faults);
  const counted = (quota: Quota | undefined): boolean => quota?.onePer === undefined || isCountedQuota(template, quota);
  if (!counted(intake.quota)) faults.add('QUOTA_NOT_YET', ['intake', 'quota', 'onePer']);
  subjects.forEach((subject, at) => {
    if (!counted(subject.quota)) faults.add('QUOTA_NOT_YET', ['subjects', at, 'quota', 'onePer']);
    subject.needs.forEach((test, index) => {
      if (!isPlannedAnyway(template, test) && !isAnswered(template, subject, test))
        faults.add('NEED_NOT_YET', ['subjects', at, 'needs', index], { subject: subject.id });
    });
  });
};
