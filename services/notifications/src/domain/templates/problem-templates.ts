import type { Audience, Subject, Template } from '../template.ts';

const problem: Subject = { kind: 'problem', field: 'problemId' };
const edition: Subject = { kind: 'edition', field: 'editionId' };
const OWNER: readonly Audience[] = [{ kind: 'unit', roles: ['unit-officer', 'branch-secretary'] }];
const OFFICE: readonly Audience[] = [{ kind: 'committee', roles: ['committee-officer'] }];

/** Messages about problems. What comes by the dozen is told once a day; what was found is read on the list, by those who may. */
export const problemTemplates: readonly Template[] = [
  {
    id: 'problem-found',
    version: 1,
    onceADay: 'owner',
    on: 'merit_projects.ProblemFound.v1',
    audience: OWNER,
    subject: edition,
    title: { zh: '问题列入清单', en: 'Problems were put on the list' },
    body: {
      zh: '“{edition}”把与贵单位有关的问题列入了问题清单，请查看。',
      en: '“{edition}”: problems that are about your organization were put on the list. Read them there.',
    },
  },
  {
    id: 'problem-assigned',
    version: 1,
    onceADay: 'owner',
    on: 'merit_projects.ProblemAssigned.v1',
    audience: OWNER,
    subject: edition,
    title: { zh: '有问题交由贵单位整改', en: 'Problems to solve' },
    body: {
      zh: '“{edition}”有问题交由贵单位整改，期限和要求见问题清单。',
      en: '“{edition}”: problems were given to your organization to be solved; their last days stand on the list.',
    },
  },
  {
    id: 'problem-extended',
    version: 1,
    on: 'merit_projects.ProblemExtended.v1',
    audience: OWNER,
    subject: problem,
    title: { zh: '整改期限已延长', en: 'More days to solve a problem' },
    body: {
      zh: '问题“{problem}”的整改期限延至 {dueOn}。',
      en: '‘{problem}’ is to be solved by {dueOn} now.',
    },
  },
  {
    id: 'problem-handed-in',
    version: 1,
    onceADay: 'owner',
    on: 'merit_projects.ProblemHandedIn.v1',
    audience: OFFICE,
    subject: edition,
    title: { zh: '有整改结果待核查', en: 'Problems to check' },
    body: {
      zh: '“{edition}”有单位提交了整改结果，请核查。',
      en: '“{edition}”: problems were handed in as solved and wait to be checked.',
    },
  },
  {
    id: 'problem-sent-back',
    version: 1,
    on: 'merit_projects.ProblemSentBack.v1',
    audience: OWNER,
    subject: problem,
    title: { zh: '整改结果被退回', en: 'A problem was sent back' },
    body: {
      zh: '问题“{problem}”的整改结果被退回，请于 {dueOn} 前重新整改并提交。',
      en: '‘{problem}’ was sent back: solve it and hand it in again by {dueOn}.',
    },
  },
  {
    id: 'problem-closed',
    version: 1,
    onceADay: 'owner',
    on: 'merit_projects.ProblemClosed.v1',
    audience: OWNER,
    subject: edition,
    title: { zh: '问题已销号', en: 'Problems were closed' },
    body: {
      zh: '“{edition}”中贵单位的问题有的已经销号，见问题清单。',
      en: '“{edition}”: problems of your organization were closed; see the list.',
    },
  },
  {
    id: 'problem-reopened',
    version: 1,
    on: 'merit_projects.ProblemReopened.v1',
    audience: OWNER,
    subject: problem,
    title: { zh: '问题被重新打开', en: 'A problem was reopened' },
    body: {
      zh: '问题“{problem}”被重新打开，请于 {dueOn} 前整改。',
      en: '‘{problem}’ was opened again: solve it by {dueOn}.',
    },
  },
  {
    id: 'problem-withdrawn',
    version: 1,
    on: 'merit_projects.ProblemWithdrawn.v1',
    audience: OWNER,
    subject: problem,
    title: { zh: '问题已撤销', en: 'A problem was withdrawn' },
    body: {
      zh: '问题“{problem}”因认定有误已经撤销。',
      en: '‘{problem}’ was withdrawn: it had been found in error.',
    },
  },
];
