import type { Audience, Subject, Template } from '../template.ts';

const edition: Subject = { kind: 'edition', field: 'editionId' };
const round: Subject = { kind: 'round', field: 'roundId' };

const everyUnit: Audience = { kind: 'below', roles: ['unit-officer', 'branch-secretary'] };
/** Of what it decided by itself a unit's officers are told, and the office above. */
const decidingUnit: Audience = { kind: 'deciding-unit', roles: ['unit-officer', 'committee-officer'] };
const unitOfficers: Audience = { kind: 'below', roles: ['unit-officer'] };
const committeeOfficers: Audience = { kind: 'committee', roles: ['committee-officer'] };
const leaders: Audience = { kind: 'committee', roles: ['committee-leader'] };

/** Messages about an edition, its stages, its rounds and its honours. */
export const editionTemplates: readonly Template[] = [
  {
    id: 'edition-opened',
    version: 1,
    on: 'merit_projects.EditionOpened.v1',
    audience: [everyUnit],
    subject: edition,
    title: { zh: '新年度活动', en: 'A new edition' },
    body: { zh: '“{edition}”已经开展，请关注各阶段时间。', en: '“{edition}” has begun; mind the dates of its stages.' },
  },
  {
    id: 'stage-opened',
    version: 1,
    on: 'merit_projects.StageOpened.v1',
    audience: [{ kind: 'stage' }],
    subject: edition,
    title: { zh: '{stage}阶段开始', en: 'Stage open: {stage}' },
    body: { zh: '“{edition}”进入{stage}阶段。', en: '“{edition}”: the stage “{stage}” is open.' },
  },
  {
    id: 'stage-closes-soon',
    version: 1,
    on: 'notifications.ReminderDue.v1',
    audience: [{ kind: 'stage-pending' }],
    subject: edition,
    title: { zh: '{stage}阶段还剩 {daysLeft} 天', en: '{daysLeft} day(s) left: {stage}' },
    body: {
      zh: '“{edition}”的{stage}阶段将于 {lastDay} 结束，您尚有事项未办。',
      en: '“{edition}”: the stage “{stage}” ends on {lastDay}, and something is left for you to do.',
    },
  },
  {
    id: 'nominator-reminded',
    version: 1,
    on: 'merit_projects.NominatorReminded.v1',
    audience: [{ kind: 'unit', roles: ['unit-officer'] }],
    subject: edition,
    title: { zh: '请尽快办理{awaited}', en: 'Awaited from your unit: {awaited}' },
    body: {
      zh: '工作人员提醒：“{edition}”中贵单位的{awaited}尚未办理，最后一天是 {awaitedUntil}。',
      en: 'The office reminds your unit of “{edition}”: {awaited} is awaited; the last day is {awaitedUntil}.',
    },
  },
  {
    id: 'evaluator-assigned',
    version: 1,
    on: 'evaluation.SeatAssigned.v1',
    audience: [{ kind: 'person' }],
    subject: round,
    title: { zh: '您被聘为评委', en: 'You are an evaluator' },
    body: {
      zh: '您被聘为“{edition}”的评委。如需回避，请及时申报。',
      en: 'You are an evaluator of “{edition}”. Declare a recusal in time if you must.',
    },
  },
  {
    id: 'round-opened',
    version: 1,
    on: 'evaluation.RoundOpened.v1',
    audience: [{ kind: 'evaluators' }],
    subject: round,
    title: { zh: '评分开始', en: 'Scoring is open' },
    body: {
      zh: '“{edition}”开始评分，请填写并提交评分表。',
      en: 'Scoring for “{edition}” is open: fill in and submit your score sheet.',
    },
  },
  {
    id: 'round-closed',
    version: 2,
    on: 'evaluation.RoundClosed.v1',
    audience: [committeeOfficers],
    subject: round,
    title: { zh: '{doing}结束', en: 'The end of {doing}' },
    body: { zh: '“{edition}”的{doing}已经结束，请汇总。', en: '“{edition}”: {doing} has ended; tally the result.' },
  },
  {
    id: 'result-computed',
    version: 2,
    on: 'evaluation.ResultComputed.v1',
    only: { field: 'goesOnTo', said: false },
    audience: [leaders],
    subject: round,
    title: { zh: '汇总结果待研究', en: 'A result awaits the decision' },
    body: {
      zh: '“{edition}”的汇总结果已经形成，请领导班子研究确定。',
      en: 'The result of “{edition}” is ready for the leadership to decide.',
    },
  },
  {
    id: 'result-goes-on',
    version: 1,
    on: 'evaluation.ResultComputed.v1',
    only: { field: 'goesOnTo', said: true },
    audience: [committeeOfficers],
    subject: round,
    title: { zh: '本环节结果已形成', en: 'The result of a phase is ready' },
    body: {
      zh: '“{edition}”本环节的汇总结果已经形成，按名次进入下一环节；本环节不作评选决定。',
      en: 'The result of this phase of “{edition}” is ready: its ranks lead on to the next phase, and nothing is decided over it.',
    },
  },
  {
    id: 'going-on-awaited',
    version: 1,
    on: 'evaluation.ResultComputed.v1',
    only: { field: 'edges', said: true },
    audience: [committeeOfficers, leaders],
    subject: round,
    title: { zh: '并列者待选定', en: 'Equal ones await a choice' },
    body: {
      zh: '“{edition}”有参评对象在晋级线上并列，须由工作人员提出、领导确认谁进入下一环节。',
      en: 'In “{edition}” some rank alike across the edge of the next phase: the office proposes who goes on, a leader confirms it.',
    },
  },
  {
    id: 'decision-taken',
    version: 1,
    on: 'evaluation.DecisionTaken.v1',
    audience: [committeeOfficers, decidingUnit],
    subject: round,
    title: { zh: '领导班子已研究确定', en: 'The leadership has decided' },
    body: {
      zh: '“{edition}”的奖项已研究确定，见会议纪要 {minutesNumber}，请印发通报。',
      en: 'The awards of “{edition}” are decided (minutes {minutesNumber}): issue the commendation.',
    },
  },
  {
    id: 'commendation-issued',
    version: 1,
    on: 'evaluation.CircularIssued.v1',
    audience: [unitOfficers, decidingUnit],
    subject: round,
    title: { zh: '表彰通报', en: 'Commendation by circular' },
    body: {
      zh: '“{edition}”表彰通报已印发：{documentNumber}。',
      en: 'The circular of “{edition}” has been issued: {documentNumber}.',
    },
  },
  {
    id: 'leader-awarded',
    version: 1,
    on: 'evaluation.CircularIssued.v1',
    each: 'leader',
    audience: [{ kind: 'person' }],
    subject: { kind: 'entry', field: 'entryId' },
    title: { zh: '突出业绩项目带头人', en: 'Outstanding entry leader' },
    body: {
      zh: '您在“{edition}”中被评为突出业绩项目带头人。',
      en: 'You are an outstanding entry leader of “{edition}”.',
    },
  },
  {
    id: 'organization-awarded',
    version: 1,
    on: 'evaluation.CircularIssued.v1',
    each: 'organization',
    audience: [{ kind: 'unit', roles: ['unit-officer'] }],
    subject: { kind: 'organization', field: 'organizationId' },
    title: { zh: '本单位获奖', en: 'Your unit is honoured' },
    body: { zh: '本单位在“{edition}”中获{award}。', en: 'Your unit has received the {award} of “{edition}”.' },
  },
  {
    id: 'pacesetter-named',
    version: 1,
    on: 'evaluation.CircularIssued.v1',
    each: 'named',
    audience: [{ kind: 'unit', roles: ['unit-officer'] }],
    subject: { kind: 'organization', field: 'organizationId' },
    title: { zh: '本单位被命名为标兵单位', en: 'Your unit is a pacesetter unit' },
    body: { zh: '本单位被命名为标兵单位。', en: 'Your unit has been named a pacesetter unit.' },
  },
];
