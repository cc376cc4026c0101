import type { Audience, Subject, Template } from '../template.ts';

const entry: Subject = { kind: 'entry', field: 'entryId' };

const leader: Audience = { kind: 'leader' };
const unitOfficers: Audience = { kind: 'unit', roles: ['unit-officer'] };
const branchSecretaries: Audience = { kind: 'branch', roles: ['branch-secretary'] };
const committeeOfficers: Audience = { kind: 'unit', roles: ['committee-officer'] };
const inspectors: Audience = { kind: 'unit', roles: ['discipline-inspector'] };

const on = (name: string): string => `merit_projects.${name}.v1`;

/** Messages about one entry, in the order of its life. */
export const entryTemplates: readonly Template[] = [
  {
    id: 'entry-planned',
    version: 1,
    on: on('EntryPlanned'),
    audience: [unitOfficers, leader],
    subject: entry,
    title: { zh: '新项目待确认', en: 'An entry awaits confirmation' },
    body: {
      zh: '《{entry}》已立项，请本单位机关党委确认。',
      en: '‘{entry}’ has been planned; the unit is to confirm it.',
    },
  },
  {
    id: 'entry-confirmed',
    version: 1,
    on: on('EntryConfirmed'),
    audience: [branchSecretaries, leader],
    subject: entry,
    title: { zh: '项目已确认', en: 'Entry confirmed' },
    body: {
      zh: '《{entry}》已由本单位确认，可以开始实施。',
      en: 'The unit has confirmed ‘{entry}’; delivery may begin.',
    },
  },
  {
    id: 'entry-featured',
    version: 1,
    on: on('EntryFeatured'),
    audience: [unitOfficers, leader],
    subject: entry,
    title: { zh: '项目被重点宣传', en: 'Entry featured' },
    body: { zh: '《{entry}》被选为重点宣传项目。', en: '‘{entry}’ has been chosen to be featured.' },
  },
  {
    id: 'featuring-ended',
    version: 1,
    on: on('FeaturingEnded'),
    audience: [unitOfficers, leader],
    subject: entry,
    title: { zh: '重点宣传结束', en: 'Featuring ended' },
    body: { zh: '《{entry}》不再作为重点宣传项目。', en: '‘{entry}’ is no longer featured.' },
  },
  {
    id: 'entry-declared',
    version: 1,
    on: on('EntryDeclared'),
    audience: [committeeOfficers],
    subject: entry,
    title: { zh: '新申报待初审', en: 'A declaration awaits the first review' },
    body: { zh: '《{entry}》已申报，请初审。', en: '‘{entry}’ has been declared and awaits the first review.' },
  },
  {
    id: 'entry-returned',
    version: 1,
    on: on('EntryReturned'),
    audience: [unitOfficers, leader],
    subject: entry,
    title: { zh: '项目退回修改', en: 'Entry returned for revision' },
    body: {
      zh: '《{entry}》因{by}退回，请在 {redeclareUntil} 前修改并重新申报。',
      en: '‘{entry}’ was returned ({by}); revise it and declare it again by {redeclareUntil}.',
    },
  },
  {
    id: 'entry-withdrawn',
    version: 1,
    on: on('EntryWithdrawn'),
    audience: [committeeOfficers, leader],
    subject: entry,
    title: { zh: '项目已撤回', en: 'Entry withdrawn' },
    body: { zh: '《{entry}》已由本单位撤回。', en: 'The unit has withdrawn ‘{entry}’.' },
  },
  {
    id: 'entry-reviewed',
    version: 1,
    on: on('EntryReviewed'),
    audience: [unitOfficers, leader],
    subject: entry,
    title: { zh: '初审结果', en: 'Result of the first review' },
    body: { zh: '《{entry}》初审{outcome}。', en: 'First review of ‘{entry}’: {outcome}.' },
  },
  {
    id: 'clearance-requested',
    version: 1,
    on: on('ClearanceRequested'),
    audience: [inspectors],
    subject: entry,
    title: { zh: '请出具纪检意见', en: 'Clearance requested' },
    body: { zh: '请对《{entry}》出具纪检监察意见。', en: 'A clearance opinion on ‘{entry}’ is requested.' },
  },
  {
    id: 'clearance-given',
    version: 1,
    on: on('ClearanceGiven'),
    audience: [committeeOfficers],
    subject: entry,
    title: { zh: '纪检意见已出具', en: 'Clearance opinion given' },
    body: {
      zh: '对《{entry}》的纪检意见已出具，请查看并办理。',
      en: 'The clearance opinion on ‘{entry}’ has been given: go on with it.',
    },
  },
  {
    id: 'entry-blocked',
    version: 1,
    on: on('EntryBlocked'),
    audience: [committeeOfficers, unitOfficers],
    subject: entry,
    title: { zh: '纪检审核未通过', en: 'Entry not cleared' },
    body: { zh: '《{entry}》未通过纪检审核。', en: '‘{entry}’ has not been cleared.' },
  },
  {
    id: 'block-lifted',
    version: 1,
    on: on('BlockLifted'),
    audience: [committeeOfficers, unitOfficers],
    subject: entry,
    title: { zh: '纪检审核恢复', en: 'Block lifted' },
    body: { zh: '《{entry}》的纪检审核已恢复为通过。', en: 'The block on ‘{entry}’ has been lifted.' },
  },
  {
    id: 'entry-published',
    version: 1,
    on: on('EntryPublished'),
    audience: [unitOfficers, leader],
    subject: entry,
    title: { zh: '项目公示', en: 'Entry on public notice' },
    body: {
      zh: '《{entry}》开始公示，至 {noticeUntil} 止。',
      en: '‘{entry}’ is on public notice until {noticeUntil}.',
    },
  },
  {
    id: 'objection-received',
    version: 1,
    on: on('ObjectionReceived'),
    audience: [committeeOfficers, inspectors],
    subject: entry,
    title: { zh: '收到异议', en: 'Objection received' },
    body: {
      zh: '对《{entry}》收到一件异议，请在 {answerDueAt} 前答复。',
      en: 'An objection to ‘{entry}’ was received; answer it by {answerDueAt}.',
    },
  },
  {
    id: 'objection-settled',
    version: 1,
    on: on('ObjectionSettled'),
    audience: [unitOfficers, committeeOfficers],
    subject: entry,
    title: { zh: '异议已处理', en: 'Objection settled' },
    body: { zh: '对《{entry}》的异议已处理：{outcome}。', en: 'The objection to ‘{entry}’ is settled: {outcome}.' },
  },
  {
    id: 'entry-removed',
    version: 1,
    on: on('EntryRemoved'),
    audience: [unitOfficers, leader],
    subject: entry,
    title: { zh: '项目取消资格', en: 'Entry removed' },
    body: { zh: '《{entry}》不再参加本年度评选。', en: '‘{entry}’ no longer takes part in this edition.' },
  },
  {
    id: 'act-undone',
    version: 1,
    on: on('ActUndone'),
    audience: [committeeOfficers, unitOfficers, leader],
    subject: entry,
    title: { zh: '误操作已撤销', en: 'An act in error undone' },
    body: {
      zh: '对《{entry}》的一项误操作已撤销，该项目恢复到原来的环节。',
      en: 'An act in error on ‘{entry}’ was undone: it stands again where it stood.',
    },
  },
  {
    id: 'entry-handed-over',
    version: 1,
    on: on('EntryHandedOver'),
    audience: [committeeOfficers, unitOfficers, leader],
    subject: entry,
    title: { zh: '项目已移交', en: 'Entry handed over' },
    body: {
      zh: '《{entry}》已移交，自 {effectiveOn} 起由接收单位负责。',
      en: '‘{entry}’ has been handed over, from {effectiveOn} on.',
    },
  },
  {
    id: 'entry-missed',
    version: 1,
    on: on('EntryMissed'),
    audience: [committeeOfficers, unitOfficers, leader],
    subject: entry,
    title: { zh: '项目未进入评选', en: 'Entry not entered' },
    body: {
      zh: '参评项目确定时，《{entry}》{reason}，不再参加本年度评选。',
      en: 'When entries entered, ‘{entry}’ did not: {reason}. It no longer takes part in this edition.',
    },
  },
  {
    id: 'entry-commended',
    version: 2,
    on: 'evaluation.CircularIssued.v1',
    each: 'entry',
    audience: [unitOfficers, branchSecretaries, leader],
    subject: entry,
    title: { zh: '项目受到表彰', en: 'Entry commended' },
    body: { zh: '《{entry}》获{award}。', en: '‘{entry}’ has received the {award}.' },
  },
];
