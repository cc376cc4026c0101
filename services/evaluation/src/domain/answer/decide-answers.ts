import type { FactValue } from '@jiangong/scoring';
import { textRefusal } from '@jiangong/wording';
import {
  type ClosedRound,
  entryOf,
  isClosed,
  isDecided,
  isPrepared,
  latestResult,
  type Round,
} from '../round/state.ts';
import { knownOf } from './cards-before.ts';
import type { AnswerFact } from './facts.ts';
import type { AnswerGround } from './ground.ts';
import { ANSWER_CHARACTERS_MAX, ANSWER_CORRECTIONS_MAX } from './limits.ts';
import type { AnswerOrder } from './orders.ts';
import { type Question, valueOf } from './question.ts';
import type { AnswerRefusal } from './refusals.ts';
import type { FactAnswer } from './state.ts';

const SHA256 = /^[0-9a-f]{64}$/u;

/** A round over whose result a body may be about to decide, or why nothing is looked up for it now. */
export const answerable = (round: Round): ClosedRound | AnswerRefusal => {
  if (!isPrepared(round)) return { reason: 'ROUND_NOT_FOUND', field: 'roundId' };
  if (round.kind === 'annulled') return { reason: 'ROUND_ANNULLED', field: 'roundId' };
  if (!isClosed(round)) return { reason: 'ROUND_NOT_CLOSED', field: 'roundId' };
  if (latestResult(round) === undefined) return { reason: 'RESULT_NOT_COMPUTED', field: 'roundId' };
  // What was decided is undone first: an answer changes what follows from a result.
  return isDecided(round) ? { reason: 'DECISION_TAKEN_ALREADY', field: 'roundId' } : round;
};

/** Nobody answers for himself, for what he answers for or acts for, or for what comes from where he belongs. */
export const concernedBy = (ground: AnswerGround): AnswerRefusal | undefined => {
  const { personId, isSubject, subjectId, answerable: own, homeId, ownHomeId } = ground;
  if (subjectId === personId || own.includes(personId)) return { reason: 'OWN_ENTRY', field: 'entryId' };
  return isSubject || ownHomeId === homeId || ownHomeId === subjectId
    ? { reason: 'OWN_ORGANIZATION', field: 'entryId' }
    : undefined;
};

/** An answer is given once; from then on another person puts it right. */
const standingRefusal = (order: AnswerOrder, before: FactAnswer | undefined): AnswerRefusal | undefined => {
  const field = 'questionId';
  if (order.type === 'AnswerFact') return before && { reason: 'FACT_ANSWERED_ALREADY', field };
  if (before === undefined) return { reason: 'FACT_HAS_NO_ANSWER', field };
  if (before.answeredBy === order.ground.personId) return { reason: 'OWN_ANSWER', field };
  return before.corrections >= ANSWER_CORRECTIONS_MAX
    ? { reason: 'FACT_CORRECTED_TOO_OFTEN', field, details: { correctionsMax: ANSWER_CORRECTIONS_MAX } }
    : undefined;
};

const saidOf = (
  order: AnswerOrder,
  question: Question,
  before: FactAnswer | undefined,
): AnswerRefusal | Readonly<{ value: FactValue }> => {
  const { file, why } = order;
  const value = valueOf(question, order.value);
  if (value === undefined)
    return { reason: 'FACT_VALUE_INVALID', field: 'value', details: { answer: question.answer } };
  const known = knownOf(question.query, order.entryId, order.before);
  if (known !== undefined && value !== known)
    return { reason: 'FACT_KNOWN_OTHERWISE', field: 'value', details: { known } };
  if (file !== '' && !SHA256.test(file)) return { reason: 'FILE_INVALID', field: 'file' };
  if (before?.value === value && (before.file ?? '') === file) return { reason: 'FACT_ANSWER_STANDS', field: 'value' };
  return textRefusal(why, { field: 'why', charactersMax: ANSWER_CHARACTERS_MAX, lines: 'many' }) ?? { value };
};

/** The rule book of what is looked up. It stands in the round's own stream: so no decision is taken beside it. */
export const decideAnswers = (round: Round, order: AnswerOrder): readonly AnswerFact[] | AnswerRefusal => {
  const live = answerable(round);
  if (!('kind' in live)) return live;
  const { entryId, questionId, ground, file, why, now } = order;
  const entry = entryOf(live, entryId);
  if (entry === undefined || entry.out !== null) return { reason: 'ENTRY_NOT_IN_ROUND', field: 'entryId' };
  const question = live.tables.lookedUp?.find((one) => one.questionId === questionId);
  if (question === undefined) return { reason: 'FACT_NOT_ASKED', field: 'questionId' };
  const { grantId, personId } = ground;
  if (grantId === null) return { reason: 'FACT_NOT_YOURS', field: 'entryId' };
  const before = live.answers?.find((one) => one.entryId === entryId && one.questionId === questionId);
  const refusal = concernedBy(ground) ?? standingRefusal(order, before);
  if (refusal) return refusal;
  const said = saidOf(order, question, before);
  if ('reason' in said) return said;
  const { roundId, editionId } = live;
  const data = {
    ...{ roundId, editionId, entryId, questionId, value: said.value },
    ...{ file: file === '' ? null : file, grantId, prose: { why } },
  };
  return order.type === 'AnswerFact'
    ? [{ type: 'FactAnswered.v1', data: { ...data, answeredBy: personId, answeredAt: now } }]
    : [{ type: 'FactAnswerCorrected.v1', data: { ...data, correctedBy: personId, correctedAt: now } }];
};
