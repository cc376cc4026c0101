import type { StoredEvent } from '@jiangong/event-store';
import type { CallContext } from '@jiangong/service-host';
import { knownOf } from '../domain/answer/cards-before.ts';
import { answerable, concernedBy } from '../domain/answer/decide-answers.ts';
import { answerGroundOf } from '../domain/answer/ground.ts';
import type { AnswerOrder } from '../domain/answer/orders.ts';
import type { Question } from '../domain/answer/question.ts';
import { possiblyAskedOf, type Unanswered, unansweredOf } from '../domain/answer/reach.ts';
import type { FactAnswer } from '../domain/answer/state.ts';
import { earnedOf } from '../domain/decision/outcome.ts';
import { wholeOf } from '../domain/round/decide-decision.ts';
import type { Candidate } from '../domain/round/holders.ts';
import type { RoundFact } from '../domain/round/facts.ts';
import type { RoundRefusal } from '../domain/round/refusals.ts';
import { entryOf, isDecided, isPrepared, isRunning, type PreparedRound, type Round } from '../domain/round/state.ts';
import { callerIn, type OfEntry } from './change-checklist.ts';
import { type Evaluation, sentBy } from './evaluation.ts';
import { cardsBefore } from './part-before.ts';
import { proseKey } from './prose-codec.ts';
import type { Outcome } from './reasons.ts';
import { roundStream } from './streams.ts';
import { writings } from './written.ts';

type Given = OfEntry & Readonly<{ questionId: string; value: string; file: string; why: string }>;

/** What the office looks up of an entry, or puts right. What it goes by is no part of the request's hash but by a keyed fingerprint. */
export const answerFact =
  (evaluation: Evaluation, type: AnswerOrder['type']) =>
  async (
    { roundId, entryId, questionId, value, file, why }: Given,
    call: CallContext,
  ): Promise<Outcome<RoundFact, RoundRefusal>> => {
    const { round } = await evaluation.readRound(roundId);
    const standing = answerGroundOf(round, entryId, await callerIn(evaluation, round, call));
    const fingerprint = await evaluation.ground.privacy.fingerprint(proseKey(roundId), { why });
    const before = isPrepared(round) ? await cardsBefore(evaluation, round) : undefined;
    const known = before === undefined ? {} : { before };
    const order: AnswerOrder = {
      type,
      entryId,
      questionId,
      value,
      file,
      why,
      ...known,
      ground: standing,
      now: call.now,
    };
    return evaluation.sendRound(
      roundId,
      order,
      sentBy(call, type, { roundId, entryId, questionId, value, file, fingerprint }),
    );
  };

/** One question about one entry. `answer`: null while it is awaited, or possibly asked for; `hindrance`: why the caller does not answer it now. */
export type ShownAnswer = Unanswered &
  Readonly<{
    title: string;
    homeId: string;
    standing: 'awaited' | 'possible' | 'answered';
    answer: FactAnswer | null;
    why: string;
    /** What the decision over the part of the period before says of it; null: it says nothing. */
    known: number | null;
    hindrance: string;
  }>;

export type ShownAnswers = Readonly<{
  questions: readonly Question[];
  answers: readonly ShownAnswer[];
  unanswered: number;
  hindrance: string;
}>;

type Asked = Readonly<{ awaited: readonly Unanswered[]; possible: readonly Unanswered[] }>;
const NOTHING_ASKED: Asked = { awaited: [], possible: [] };

/** Of entries within reach of an award by what is known now, and of those that the body's choice may bring there. */
const askedIn = (round: Round): Asked => {
  if (isDecided(round)) return NOTHING_ASKED;
  const decidable = wholeOf(round);
  if ('reason' in decidable || decidable.result === null) return NOTHING_ASKED;
  const { lookedUp, entries } = decidable;
  const earned = earnedOf(decidable, []);
  const awaited = unansweredOf(lookedUp, earned);
  const possible = possiblyAskedOf(lookedUp, earned, entries).filter(
    (one) => !awaited.some(({ entryId, questionId }) => entryId === one.entryId && questionId === one.questionId),
  );
  return { awaited, possible };
};

/** Of what is asked now: how much somebody may answer, and how much of that is answered. */
export const answersOf = (round: Round, person: Candidate): Readonly<{ answered: number; asked: number }> => {
  const isHis = ({ entryId }: Pick<Unanswered, 'entryId'>): boolean => {
    const ground = answerGroundOf(round, entryId, person);
    return ground.grantId !== null && concernedBy(ground) === undefined;
  };
  const answered = (isRunning(round) ? (round.answers ?? []) : []).filter(isHis).length;
  return { answered, asked: answered + askedIn(round).awaited.filter(isHis).length };
};

const reasonOf = (round: PreparedRound): string => {
  const live = answerable(round);
  return 'kind' in live ? '' : live.reason;
};

const isAbout =
  ({ entryId, questionId }: Unanswered) =>
  ({ type, data }: StoredEvent): boolean => {
    const of = data as Partial<Unanswered>;
    return type.startsWith('FactAnswer') && of.entryId === entryId && of.questionId === questionId;
  };

/** What is asked of the entries within reach of an award, and every answer, with what it goes by. */
export const showAnswers =
  (evaluation: Evaluation) =>
  async (roundId: string, call: CallContext): Promise<ShownAnswers | undefined> => {
    const { round } = await evaluation.readRound(roundId);
    if (!isPrepared(round)) return undefined;
    const questions = round.tables.lookedUp ?? [];
    const { awaited, possible } = questions.length === 0 ? NOTHING_ASKED : askedIn(round);
    const given = isRunning(round) ? (round.answers ?? []) : [];
    const person = await callerIn(evaluation, round, call);
    const events = given.length === 0 ? [] : await evaluation.ground.store.readStream(roundStream(roundId));
    const write = writings(evaluation);
    const before = questions.length === 0 ? undefined : await cardsBefore(evaluation, round);
    const knownIn = ({ entryId, questionId }: Unanswered): number | null => {
      const question = questions.find((one) => one.questionId === questionId);
      return question === undefined ? null : (knownOf(question.query, entryId, before) ?? null);
    };
    const hindrance = reasonOf(round);
    const shown = async (
      one: Unanswered,
      standing: ShownAnswer['standing'],
      answer: FactAnswer | null = null,
    ): Promise<ShownAnswer> => {
      const ground = answerGroundOf(round, one.entryId, person);
      const entry = entryOf(round, one.entryId);
      const last = events.findLast(isAbout(one));
      const own = answer?.answeredBy === person.personId ? 'OWN_ANSWER' : '';
      const kept = ground.grantId === null ? 'FACT_NOT_YOURS' : (concernedBy(ground)?.reason ?? own);
      const { entryId, questionId } = one;
      return {
        ...{ entryId, questionId, standing, answer, title: entry?.title ?? '', homeId: entry?.homeId ?? '' },
        why: answer === null || last === undefined ? '' : (await write(last, 'why', answer.answeredBy)).text,
        known: knownIn(one),
        hindrance: hindrance === '' ? kept : hindrance,
      };
    };
    const answers = await Promise.all([
      ...awaited.map((one) => shown(one, 'awaited')),
      ...given.map((one) => shown(one, 'answered', one)),
      ...possible.map((one) => shown(one, 'possible')),
    ]);
    return { questions, answers, unanswered: awaited.length, hindrance };
  };
