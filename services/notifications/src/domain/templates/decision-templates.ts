import type { Audience, Subject, Template } from '../template.ts';

const round: Subject = { kind: 'round', field: 'roundId' };
const series: Subject = { kind: 'series', field: 'seriesId' };
const organization: Subject = { kind: 'organization', field: 'homeId' };

const leaders: Audience = { kind: 'committee', roles: ['committee-leader'] };
const everyUnit: Audience = { kind: 'below', roles: ['unit-officer', 'branch-secretary'] };
/** Of a notice or a circular of its own a unit's officers are told, and the office above. */
const decidingUnit: Audience = { kind: 'deciding-unit', roles: ['unit-officer', 'committee-officer'] };
const secondPersons: Audience = { kind: 'committee', roles: ['committee-leader', 'discipline-inspector'] };
const officers: Audience = { kind: 'committee', roles: ['committee-officer'] };
const unitOfficers: Audience = { kind: 'unit', roles: ['unit-officer'] };

/** Messages about what a body decides, and about honours that are withdrawn or restored. */
export const decisionTemplates: readonly Template[] = [
  {
    id: 'minutes-recorded',
    version: 1,
    on: 'evaluation.MinutesRecorded.v1',
    audience: [leaders],
    subject: round,
    title: { zh: '会议纪要待签认', en: 'Minutes await attestation' },
    body: {
      zh: '会议纪要 {minutesNumber} 已登记，到会成员请核对后本人签认。',
      en: 'The minutes {minutesNumber} are recorded: if you were present, check and attest them yourself.',
    },
  },
  {
    id: 'annulment-proposed',
    version: 1,
    on: 'evaluation.AnnulmentProposed.v1',
    audience: [secondPersons],
    subject: round,
    title: { zh: '有人提出撤销决定', en: 'Somebody proposes to undo a decision' },
    body: {
      zh: '有人提出撤销已作出的决定，须由另一职责的人员处理。',
      en: 'Somebody proposes to undo a decision: somebody of another role has to answer.',
    },
  },
  {
    id: 'decision-annulled',
    version: 1,
    on: 'evaluation.DecisionAnnulled.v1',
    audience: [leaders, officers, decidingUnit],
    subject: round,
    title: { zh: '决定已撤销', en: 'A decision was undone' },
    body: { zh: '已作出的决定被撤销，请重新研究。', en: 'The decision was undone: it has to be taken anew.' },
  },
  {
    id: 'proposal-published',
    version: 1,
    on: 'evaluation.ProposalPublished.v1',
    audience: [everyUnit, decidingUnit],
    subject: round,
    title: { zh: '拟表彰对象公示', en: 'Notice of proposed honours' },
    body: {
      zh: '“{edition}”拟表彰对象开始公示，如有异议请在公示期内提出。',
      en: 'Whom “{edition}” is to honour is on public notice: raise objections while it lasts.',
    },
  },
  {
    id: 'honour-withdrawn',
    version: 1,
    on: 'evaluation.HonourWithdrawn.v1',
    audience: [unitOfficers],
    subject: organization,
    title: { zh: '荣誉被撤销', en: 'An honour was withdrawn' },
    body: { zh: '本单位的一项荣誉已被撤销。', en: 'An honour of your unit has been withdrawn.' },
  },
  {
    id: 'honour-restored',
    version: 1,
    on: 'evaluation.HonourRestored.v1',
    audience: [unitOfficers],
    subject: organization,
    title: { zh: '荣誉已恢复', en: 'An honour was restored' },
    body: { zh: '本单位的一项荣誉已恢复。', en: 'An honour of your unit stands again.' },
  },
  {
    id: 'plaque-recalled',
    version: 1,
    on: 'evaluation.PlaqueRecalled.v1',
    audience: [unitOfficers],
    subject: organization,
    title: { zh: '请交回奖牌', en: 'Give the plaque back' },
    body: {
      zh: '请于 {dueOn} 前交回已撤销荣誉的奖牌。',
      en: 'Give the plaque of the withdrawn honour back by {dueOn}.',
    },
  },
  {
    id: 'naming-computed',
    version: 1,
    on: 'evaluation.NamingComputed.v1',
    audience: [leaders],
    subject: series,
    title: { zh: '标兵单位名单待研究', en: 'A list of pacesetter units awaits the decision' },
    body: {
      zh: '标兵单位已测算完成，请领导班子研究确定。',
      en: 'The list of pacesetter units is ready for the leadership.',
    },
  },
  {
    id: 'naming-outdated',
    version: 1,
    on: 'evaluation.NamingOutdated.v1',
    audience: [leaders, officers],
    subject: series,
    title: { zh: '标兵单位命名可复议', en: 'A naming can be reviewed' },
    body: {
      zh: '命名所依据的荣誉发生变动，可提出撤销并重新研究。',
      en: 'An honour that a naming rests on has changed: it can be annulled and decided anew.',
    },
  },
];
