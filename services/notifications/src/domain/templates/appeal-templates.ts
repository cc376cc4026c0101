import type { Audience, Subject, Template } from '../template.ts';

const round: Subject = { kind: 'round', field: 'roundId' };
const deciding: Audience = { kind: 'committee', roles: ['committee-leader', 'discipline-inspector'] };
const office: Audience = { kind: 'committee', roles: ['committee-officer'] };

/** Messages about appeals: that one waits, and that one was decided. What it is about and why is read on its page, where that is recorded. */
export const appealTemplates: readonly Template[] = [
  {
    id: 'appeal-filed',
    version: 1,
    on: 'evaluation.AppealFiled.v1',
    audience: [deciding],
    subject: round,
    title: { zh: '有一项申诉待答复', en: 'An appeal awaits an answer' },
    body: {
      zh: '“{edition}”中，《{entry}》对结果提出申诉。答复之前，不作决定，也不印发通报。',
      en: '“{edition}”: an appeal was filed for ‘{entry}’. Until it is answered nothing is decided, and no circular goes out.',
    },
  },
  {
    id: 'appeals-close-soon',
    version: 1,
    on: 'notifications.ReminderDue.v1',
    audience: [{ kind: 'appealing' }],
    subject: { kind: 'edition', field: 'editionId' },
    title: { zh: '申诉期限还剩 {daysLeft} 天', en: '{daysLeft} day(s) left for appeals' },
    body: {
      zh: '“{edition}”的{stage}阶段将于 {lastDay} 结束，对结果有异议的，请在此之前提出申诉；逾期不再受理。',
      en: '“{edition}”: the stage “{stage}” ends on {lastDay}. Whoever wants to appeal against a result does so before; later ones are not taken.',
    },
  },
  {
    id: 'appeal-reopened',
    version: 1,
    on: 'evaluation.AppealReopened.v1',
    audience: [deciding, { kind: 'subject' }],
    subject: round,
    title: { zh: '一项申诉重新受理', en: 'An appeal is decided anew' },
    body: {
      zh: '“{edition}”中，《{entry}》的一项申诉已重新受理，原答复不再有效。',
      en: '“{edition}”: an appeal for ‘{entry}’ was taken up again; the answer that it had stands no longer.',
    },
  },
  {
    id: 'appeal-decided',
    version: 1,
    on: 'evaluation.AppealDecided.v1',
    audience: [{ kind: 'subject' }],
    subject: round,
    title: { zh: '您的申诉已答复', en: 'Your appeal was decided' },
    body: {
      zh: '“{edition}”中，《{entry}》的申诉已有答复，结果和理由见申诉页面。',
      en: '“{edition}”: the appeal for ‘{entry}’ was decided; how and why stands on its page.',
    },
  },
  {
    id: 'appeal-to-follow',
    version: 1,
    on: 'evaluation.AppealDecided.v1',
    audience: [office],
    subject: round,
    title: { zh: '一项申诉已答复', en: 'An appeal was decided' },
    body: {
      zh: '“{edition}”中，《{entry}》的申诉已有答复。申诉成立的，请按答复更正并重新统计，或撤销决定后重新研究。',
      en: '“{edition}”: an appeal for ‘{entry}’ was decided. Where it was upheld, put right what it says and compute anew, or have the decision annulled and taken again.',
    },
  },
];
