import type { RefusalText } from '@jiangong/service-host';

const invalid = (zh: string, en: string): RefusalText => ({ status: 'INVALID_ARGUMENT', zh, en });
const notNow = (zh: string, en: string): RefusalText => ({ status: 'FAILED_PRECONDITION', zh, en });
const denied = (zh: string, en: string): RefusalText => ({ status: 'PERMISSION_DENIED', zh, en });
const unknown = (zh: string, en: string): RefusalText => ({ status: 'NOT_FOUND', zh, en });
const already = (zh: string, en: string): RefusalText => ({ status: 'ALREADY_EXISTS', zh, en });
const tooMany = (zh: string, en: string): RefusalText => ({ status: 'FAILED_PRECONDITION', zh, en });

/** What the refusals of appeals alone say, and of whatever waits for one. */
export const appealTexts = {
  APPEALS_NOT_TAKEN: notNow('活动方案没有安排申诉。', 'The template has no stage for appeals.'),
  APPEALS_NOT_BEGUN: notNow('申诉尚未开始。', 'Appeals are not taken yet.'),
  APPEAL_TOO_LATE: notNow('申诉期限已过。', 'The time for appeals is over.'),
  APPEAL_MATTER_UNKNOWN: invalid('未知的申诉事项。', 'This is not among what can be appealed.'),
  APPEAL_MATTER_NOT_JUDGED: invalid(
    '此次评分没有这一项，不能就此申诉。',
    'Nothing of the kind is judged in this round: it can not be appealed.',
  ),
  APPEALED_ALREADY: already(
    '就同一事项已经申诉过；原答复有误的，由另一人重新受理。',
    'This matter has been appealed already; where the answer was wrong, another person has it decided anew.',
  ),
  APPEALED_TOO_OFTEN: tooMany('该对象的申诉过多。', 'There are too many appeals of this entry.'),
  APPEAL_UNKNOWN: unknown('找不到这项申诉。', 'There is no such appeal.'),
  APPEAL_SETTLED: notNow('这项申诉已经办结。', 'This appeal has been settled already.'),
  APPEAL_NOT_DECIDED: notNow('这项申诉尚未作出答复。', 'This appeal has not been decided yet.'),
  APPEAL_NOT_YOURS: denied('申诉不由您答复。', 'Appeals are not yours to decide.'),
  NOT_THE_APPELLANT: denied('只有申诉方可以撤回申诉。', 'Only those who appealed can withdraw it.'),
  OWN_APPEAL: denied('不得答复自己提出的申诉。', 'Nobody decides an appeal of his own.'),
  OWN_VERDICT: denied(
    '原答复是您作出的，须由另一人重新受理。',
    'You decided it yourself: another person has to have it decided anew.',
  ),
  SCORED_BY_YOU: denied('您参与过评分或检查，不得答复申诉。', 'Who scored or checked does not decide the appeal.'),
  APPEAL_OUTCOME_UNKNOWN: invalid('未知的答复结果。', 'An appeal is upheld or rejected.'),
  APPEAL_REMEDY_UNKNOWN: invalid('申诉成立的，须写明如何办理。', 'An appeal that is upheld says what it leads to.'),
  APPEAL_REMEDY_IMPOSSIBLE: invalid('此项申诉不能这样办理。', 'This appeal can not lead to that.'),
  APPEAL_DECIDED_TOO_OFTEN: tooMany('这项申诉答复次数过多。', 'This appeal was decided too often.'),
  APPEAL_OPEN: notNow('尚有申诉没有答复。', 'An appeal has not been decided yet.'),
  APPEAL_UNMET: notNow(
    '申诉成立，结果尚未更正；请先更正并重新统计。',
    'An appeal was upheld, and the result is not corrected yet: put it right and compute it anew first.',
  ),
  APPEAL_UPHELD: notNow(
    '对结果的申诉成立，须撤销决定后重新研究。',
    'An appeal against the result was upheld: annul the decision and decide again.',
  ),
} as const satisfies Readonly<Record<string, RefusalText>>;
