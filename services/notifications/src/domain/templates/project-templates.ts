import type { Audience, Subject, Template } from '../template.ts';

const project: Subject = { kind: 'project', field: 'projectId' };

const leader: Audience = { kind: 'leader' };
const unitOfficers: Audience = { kind: 'unit', roles: ['unit-officer'] };
const branchSecretaries: Audience = { kind: 'branch', roles: ['branch-secretary'] };
const committeeOfficers: Audience = { kind: 'unit', roles: ['committee-officer'] };
const inspectors: Audience = { kind: 'unit', roles: ['discipline-inspector'] };

const on = (name: string): string => `merit_projects.${name}.v1`;

/** Messages about one project, in the order of its life. */
export const projectTemplates: readonly Template[] = [
  {
    id: 'project-planned',
    version: 1,
    on: on('ProjectPlanned'),
    audience: [unitOfficers, leader],
    subject: project,
    title: { zh: '新项目待确认', en: 'A project awaits confirmation' },
    body: {
      zh: '《{project}》已立项，请本单位机关党委确认。',
      en: '‘{project}’ has been planned; the unit is to confirm it.',
    },
  },
  {
    id: 'project-confirmed',
    version: 1,
    on: on('ProjectConfirmed'),
    audience: [branchSecretaries, leader],
    subject: project,
    title: { zh: '项目已确认', en: 'Project confirmed' },
    body: {
      zh: '《{project}》已由本单位确认，可以开始实施。',
      en: 'The unit has confirmed ‘{project}’; delivery may begin.',
    },
  },
  {
    id: 'project-featured',
    version: 1,
    on: on('ProjectFeatured'),
    audience: [unitOfficers, leader],
    subject: project,
    title: { zh: '项目被重点宣传', en: 'Project featured' },
    body: { zh: '《{project}》被选为重点宣传项目。', en: '‘{project}’ has been chosen to be featured.' },
  },
  {
    id: 'project-declared',
    version: 1,
    on: on('ProjectDeclared'),
    audience: [committeeOfficers],
    subject: project,
    title: { zh: '新申报待初审', en: 'A declaration awaits the first review' },
    body: { zh: '《{project}》已申报，请初审。', en: '‘{project}’ has been declared and awaits the first review.' },
  },
  {
    id: 'project-returned',
    version: 1,
    on: on('ProjectReturned'),
    audience: [unitOfficers, leader],
    subject: project,
    title: { zh: '项目退回修改', en: 'Project returned for revision' },
    body: {
      zh: '《{project}》因{by}退回，请在 {redeclareUntil} 前修改并重新申报。',
      en: '‘{project}’ was returned ({by}); revise it and declare it again by {redeclareUntil}.',
    },
  },
  {
    id: 'project-withdrawn',
    version: 1,
    on: on('ProjectWithdrawn'),
    audience: [committeeOfficers, leader],
    subject: project,
    title: { zh: '项目已撤回', en: 'Project withdrawn' },
    body: { zh: '《{project}》已由本单位撤回。', en: 'The unit has withdrawn ‘{project}’.' },
  },
  {
    id: 'project-screened',
    version: 1,
    on: on('ProjectScreened'),
    audience: [unitOfficers, leader],
    subject: project,
    title: { zh: '初审结果', en: 'Result of the first review' },
    body: { zh: '《{project}》初审{outcome}。', en: 'First review of ‘{project}’: {outcome}.' },
  },
  {
    id: 'clearance-requested',
    version: 1,
    on: on('ClearanceRequested'),
    audience: [inspectors],
    subject: project,
    title: { zh: '请出具纪检意见', en: 'Clearance requested' },
    body: { zh: '请对《{project}》出具纪检监察意见。', en: 'A clearance opinion on ‘{project}’ is requested.' },
  },
  {
    id: 'project-cleared',
    version: 1,
    on: on('ProjectCleared'),
    audience: [committeeOfficers],
    subject: project,
    title: { zh: '纪检审核通过', en: 'Project cleared' },
    body: { zh: '《{project}》通过纪检审核，可以公示。', en: '‘{project}’ has been cleared and may be published.' },
  },
  {
    id: 'project-blocked',
    version: 1,
    on: on('ProjectBlocked'),
    audience: [committeeOfficers, unitOfficers],
    subject: project,
    title: { zh: '纪检审核未通过', en: 'Project not cleared' },
    body: { zh: '《{project}》未通过纪检审核。', en: '‘{project}’ has not been cleared.' },
  },
  {
    id: 'project-published',
    version: 1,
    on: on('ProjectPublished'),
    audience: [unitOfficers, leader],
    subject: project,
    title: { zh: '项目公示', en: 'Project on public notice' },
    body: {
      zh: '《{project}》开始公示，至 {noticeUntil} 止。',
      en: '‘{project}’ is on public notice until {noticeUntil}.',
    },
  },
  {
    id: 'objection-received',
    version: 1,
    on: on('ObjectionReceived'),
    audience: [committeeOfficers, inspectors],
    subject: project,
    title: { zh: '收到异议', en: 'Objection received' },
    body: {
      zh: '对《{project}》收到一件异议，请在 {answerDueAt} 前答复。',
      en: 'An objection to ‘{project}’ was received; answer it by {answerDueAt}.',
    },
  },
  {
    id: 'objection-settled',
    version: 1,
    on: on('ObjectionSettled'),
    audience: [unitOfficers, committeeOfficers],
    subject: project,
    title: { zh: '异议已处理', en: 'Objection settled' },
    body: { zh: '对《{project}》的异议已处理：{outcome}。', en: 'The objection to ‘{project}’ is settled: {outcome}.' },
  },
  {
    id: 'project-removed',
    version: 1,
    on: on('ProjectRemoved'),
    audience: [unitOfficers, leader],
    subject: project,
    title: { zh: '项目取消资格', en: 'Project removed' },
    body: { zh: '《{project}》不再参加本年度评选。', en: '‘{project}’ no longer takes part in this edition.' },
  },
  {
    id: 'project-missed-evaluation',
    version: 1,
    on: on('ProjectMissedEvaluation'),
    audience: [committeeOfficers, unitOfficers, leader],
    subject: project,
    title: { zh: '项目未进入评分', en: 'Project not scored' },
    body: {
      zh: '评分开始时《{project}》的公示或异议尚未办结，不再参加本年度评选。',
      en: 'When scoring opened, the notice of ‘{project}’ or an objection to it was not concluded; it no longer takes part in this edition.',
    },
  },
  {
    id: 'project-commended',
    version: 1,
    on: on('ProjectCommended'),
    audience: [unitOfficers, branchSecretaries, leader],
    subject: project,
    title: { zh: '项目受到表彰', en: 'Project commended' },
    body: {
      zh: '《{project}》获{award}，见 {documentNumber}。',
      en: '‘{project}’ has received the {award}; see {documentNumber}.',
    },
  },
];
