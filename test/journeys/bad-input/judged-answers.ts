import { FIRST_LEADER, FIRST_OFFICER } from '../demo/world/people.ts';
import { type Row, officerOf, rejected, to, nowhere, row, mine } from './appeal-row.ts';
import { UNIT_A, UNIT_B, UNIT_C } from './judged-edition.ts';

const withdrawing: readonly Row[] = [
  row(
    'an appeal taken back by another unit',
    ['appealing', officerOf(UNIT_B), to(UNIT_A, 'open', 'withdraw')],
    [403, 'WRONG_SUBTREE', null],
  ),
  row(
    'an appeal taken back by who decides',
    ['appealing', FIRST_LEADER, to(UNIT_A, 'open', 'withdraw')],
    [403, 'NO_GRANT', null],
  ),
  row(
    'an appeal taken back by nobody',
    ['appealing', 'nobody', to(UNIT_A, 'open', 'withdraw')],
    [401, 'NOT_SIGNED_IN', null],
  ),
  row(
    'an appeal taken back without a word',
    ['appealing', mine, to(UNIT_A, 'open', 'withdraw', { why: '' })],
    [400, 'INVALID_FIELD', 'why'],
  ),
  row(
    'an appeal taken back that there is not',
    ['appealing', mine, nowhere('withdraw')],
    [404, 'APPEAL_UNKNOWN', 'appealId'],
  ),
  row(
    'an appeal taken back at another entry',
    ['appealing', mine, to(UNIT_A, 'rejected', 'withdraw')],
    [404, 'APPEAL_UNKNOWN', 'appealId'],
  ),
  row(
    'an answered appeal taken back',
    ['appealing', officerOf(UNIT_C), to(UNIT_C, 'rejected', 'withdraw')],
    [409, 'APPEAL_SETTLED', 'appealId'],
  ),
];

const answering: readonly Row[] = [
  row(
    'an appeal answered by who filed it',
    ['appealing', mine, to(UNIT_A, 'open', 'decide', rejected)],
    [403, 'NO_GRANT', null],
  ),
  row(
    'an appeal answered by the office',
    ['appealing', FIRST_OFFICER, to(UNIT_A, 'open', 'decide', rejected)],
    [403, 'NO_GRANT', null],
  ),
  row(
    'an appeal answered by who inspects',
    ['appealing', 'inspector-1', to(UNIT_A, 'open', 'decide', rejected)],
    [403, 'APPEAL_NOT_YOURS', 'appealId'],
  ),
  row(
    'an appeal answered by an evaluator',
    ['appealing', 'expert-6', to(UNIT_A, 'open', 'decide', rejected)],
    [403, 'NO_GRANT', null],
  ),
  row(
    'an appeal answered by nobody',
    ['appealing', 'nobody', to(UNIT_A, 'open', 'decide', rejected)],
    [401, 'NOT_SIGNED_IN', null],
  ),
  row(
    'an answer that is none',
    ['appealing', FIRST_LEADER, to(UNIT_A, 'open', 'decide', { ...rejected, verdict: { outcome: 'perhaps' } })],
    [400, 'INVALID_FIELD', 'verdict.outcome'],
  ),
  row(
    'an appeal upheld for nothing',
    ['appealing', FIRST_LEADER, to(UNIT_A, 'open', 'decide', { ...rejected, verdict: { outcome: 'upheld' } })],
    [400, 'INVALID_FIELD', 'verdict.remedy'],
  ),
  row(
    'an appeal upheld for a prize',
    [
      'appealing',
      FIRST_LEADER,
      to(UNIT_A, 'open', 'decide', { ...rejected, verdict: { outcome: 'upheld', remedy: 'first-prize' } }),
    ],
    [400, 'INVALID_FIELD', 'verdict.remedy'],
  ),
  row(
    'an appeal rejected for a correction',
    [
      'appealing',
      FIRST_LEADER,
      to(UNIT_A, 'open', 'decide', { ...rejected, verdict: { outcome: 'rejected', remedy: 'new-decision' } }),
    ],
    [400, 'UNKNOWN_FIELD', 'verdict.remedy'],
  ),
  row(
    'an answer without a reason',
    ['appealing', FIRST_LEADER, to(UNIT_A, 'open', 'decide', { ...rejected, why: '\n' })],
    [400, 'INVALID_FIELD', 'why'],
  ),
  row(
    'an answer to no appeal',
    ['appealing', FIRST_LEADER, nowhere('decide', rejected)],
    [404, 'APPEAL_UNKNOWN', 'appealId'],
  ),
  row(
    'an answer to what was taken back',
    ['appealing', FIRST_LEADER, to(UNIT_B, 'withdrawn', 'decide', rejected)],
    [409, 'APPEAL_SETTLED', 'appealId'],
  ),
  row(
    'a second answer',
    ['appealing', FIRST_LEADER, to(UNIT_C, 'rejected', 'decide', rejected)],
    [409, 'APPEAL_SETTLED', 'appealId'],
  ),
  row(
    'an open appeal taken up again',
    ['appealing', 'inspector-1', to(UNIT_A, 'open', 'reopen')],
    [409, 'APPEAL_NOT_DECIDED', 'appealId'],
  ),
  row(
    'what was taken back taken up again',
    ['appealing', 'inspector-1', to(UNIT_B, 'withdrawn', 'reopen')],
    [409, 'APPEAL_SETTLED', 'appealId'],
  ),
  row(
    'the own answer taken up again',
    ['appealing', 'leader-2', to(UNIT_C, 'rejected', 'reopen')],
    [403, 'OWN_VERDICT', 'appealId'],
  ),
  row(
    'an appeal taken up again by the office',
    ['appealing', FIRST_OFFICER, to(UNIT_C, 'rejected', 'reopen')],
    [403, 'NO_GRANT', null],
  ),
  row(
    'an appeal taken up again by who filed it',
    ['appealing', officerOf(UNIT_C), to(UNIT_C, 'rejected', 'reopen')],
    [403, 'NO_GRANT', null],
  ),
  row(
    'an appeal taken up again without a word',
    ['appealing', 'inspector-1', to(UNIT_C, 'rejected', 'reopen', { why: '' })],
    [400, 'INVALID_FIELD', 'why'],
  ),
  row(
    'an appeal taken up again that there is not',
    ['appealing', 'inspector-1', nowhere('reopen')],
    [404, 'APPEAL_UNKNOWN', 'appealId'],
  ),
  row(
    'an answer taken up again for the fifth time',
    ['appealing', 'inspector-1', to(UNIT_C, 'rejected', 'reopen')],
    [409, 'APPEAL_DECIDED_TOO_OFTEN', 'appealId'],
  ),
];

/** Appeals taken back, answered and taken up again by whom they do not concern, without a word, or once too often. */
export const judgedAnswers: readonly Row[] = [...withdrawing, ...answering];
