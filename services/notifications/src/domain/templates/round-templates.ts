import type { Audience, Subject, Template } from '../template.ts';

const round: Subject = { kind: 'round', field: 'roundId' };
const officers: Audience = { kind: 'committee', roles: ['committee-officer'] };
const secondPersons: Audience = { kind: 'committee', roles: ['committee-leader', 'discipline-inspector'] };

/** Messages about what goes wrong in a round and is put right. Nothing of what it is about: that is read where it is recorded. */
export const roundTemplates: readonly Template[] = [
  {
    id: 'round-reopened',
    version: 1,
    on: 'evaluation.RoundReopened.v1',
    audience: [{ kind: 'evaluators' }],
    subject: round,
    title: { zh: '评分补评', en: 'Scoring is open again' },
    body: {
      zh: '“{edition}”的评分重新开放，请查看您的席位是否需要提交评分表。',
      en: 'Scoring for “{edition}” is open again for some seats: see whether yours is one of them.',
    },
  },
  {
    id: 'evaluator-reminded',
    version: 1,
    on: 'evaluation.EvaluatorReminded.v1',
    audience: [{ kind: 'evaluator-pending' }],
    subject: round,
    title: { zh: '请提交评分表', en: 'Your score sheet is awaited' },
    body: {
      zh: '工作人员提醒您：“{edition}”的评分表尚未提交，请在截止前完成并提交。',
      en: 'The office reminds you: your sheet for “{edition}” is not handed in yet. Finish and submit it before the end.',
    },
  },
  {
    id: 'reopening-requested',
    version: 1,
    on: 'evaluation.ReopeningRequested.v1',
    audience: [officers],
    subject: round,
    title: { zh: '评委申请重新开放评分表', en: 'An evaluator asks for his sheet to be opened again' },
    body: {
      zh: '“{edition}”有评委申请重新开放评分表，请提出重新开放，或说明不予开放的理由。',
      en: 'An evaluator of “{edition}” asks for his sheet to be opened again: propose its reopening, or say why it stays sealed.',
    },
  },
  {
    id: 'reopening-declined',
    version: 1,
    on: 'evaluation.ReopeningDeclined.v1',
    audience: [{ kind: 'person' }],
    subject: round,
    title: { zh: '评分表未予重新开放', en: 'Your sheet stays sealed' },
    body: {
      zh: '您申请重新开放“{edition}”的评分表，工作人员未予同意；理由见您的评分表页面。',
      en: 'The office did not agree to open your sheet for “{edition}” again; the reason stands on the page of your sheet.',
    },
  },
  {
    id: 'act-proposed',
    version: 1,
    on: 'evaluation.ActProposed.v1',
    audience: [secondPersons],
    subject: round,
    title: { zh: '有一项评分事项待您处理', en: 'A proposal about a round awaits an answer' },
    body: {
      zh: '“{edition}”的评分有一项提议，须由另一职责的人员执行或不予采纳。',
      en: 'Something is proposed about the round of “{edition}”: somebody of another role carries it out or turns it down.',
    },
  },
  {
    id: 'round-annulled',
    version: 1,
    on: 'evaluation.RoundAnnulled.v1',
    audience: [officers],
    subject: round,
    title: { zh: '评分已作废', en: 'A round was annulled' },
    body: {
      zh: '“{edition}”的评分已经作废；活动继续的，请为下一次评分指定评委。',
      en: 'The round of “{edition}” was annulled: unless the edition ended, assign seats in the next one.',
    },
  },
];
