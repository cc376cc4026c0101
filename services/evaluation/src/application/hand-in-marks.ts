import { requestIdOf } from '@jiangong/event-store';
import type { CallContext } from '@jiangong/service-host';
import { onStage, partOf } from '../domain/contest/state.ts';
import { isRunning } from '../domain/round/state.ts';
import type { CriterionMark, SheetFact, SheetSubmitted } from '../domain/sheet/facts.ts';
import type { SheetRefusal } from '../domain/sheet/refusals.ts';
import type { SheetRound } from '../domain/sheet/state.ts';
import type { Evaluation } from './evaluation.ts';
import { type AboutOne, type Own, ownSheet } from './own-sheet.ts';
import type { Outcome } from './reasons.ts';
import { submitOwn } from './score-sheets.ts';
import { savesKey } from './sheet-codec.ts';
import { sheetStream } from './streams.ts';
import { submittedIn } from './submitted-sheets.ts';

type Asked = Readonly<{ roundId: string; entryId: string; marks: readonly CriterionMark[] }>;

/** Criteria of one entry are at most so many; what is more was not meant. */
const MARKS_MAX = 100;

const calledIn = async (evaluation: Evaluation, roundId: string): Promise<AboutOne | undefined> => {
  const { round } = await evaluation.readRound(roundId);
  const turn = isRunning(round) ? onStage(round.contest) : undefined;
  return turn === undefined ? undefined : { entryId: turn.entryId, part: partOf(turn) };
};

/** The latest turn of an entry: whoever saw no answer asks again, and it may be over by then. */
const turnAsked = async (evaluation: Evaluation, roundId: string, entryId: string) => {
  const { round } = await evaluation.readRound(roundId);
  const turn = isRunning(round) ? round.contest.turns.findLast((one) => one.entryId === entryId) : undefined;
  if (turn === undefined) return undefined;
  return { about: { entryId, part: partOf(turn) }, isUnderWay: turn.standing === 'on-stage' };
};

const notOnStage = { kind: 'refused', refusal: { reason: 'ENTRY_NOT_ON_STAGE', field: 'entryId' } } as const;

/**
 * The marks of the entry that is called, written down and handed in at once: nobody has to find two buttons while a hall waits. Whoever
 * was answered by nothing sends the same again.
 */
export const handInMarks =
  (evaluation: Evaluation) =>
  async ({ roundId, entryId, marks }: Asked, call: CallContext): Promise<Outcome<SheetFact, SheetRefusal>> => {
    const turn = await turnAsked(evaluation, roundId, entryId);
    if (turn === undefined) return notOnStage;
    const own = await ownSheet(evaluation, roundId, call, turn.about);
    const { ground, handleSheet } = evaluation;
    const kept = marks.slice(0, MARKS_MAX).map(({ criterionId, mark }) => ({ criterionId, mark }));
    const scores = [{ entryId, marks: kept }];
    // A plain hash of one mark could be guessed back from the log: a keyed one stands for the marks instead.
    const { personId, sheetId } = own;
    const fingerprint = await ground.privacy.fingerprint(savesKey(roundId), { personId, entryId, scores });
    const body = { roundId, entryId, fingerprint };
    const submit = submitOwn(evaluation, roundId, { rpc: 'HandInMarks', body });
    // Sent again after it was handed in, the submission itself answers as it did.
    if (await isHandedIn(evaluation, sheetId)) return submit(own, call);
    if (!turn.isUnderWay) return notOnStage;
    const saved = await handleSheet({
      stream: sheetStream(sheetId),
      order: { type: 'SaveSheet', roundId, ...own, scores, now: call.now },
      body: { rpc: 'HandInMarks', ...body },
      context: { ...call, requestId: requestIdOf(`write marks ${call.requestId}`) },
    });
    return saved.kind === 'refused' ? saved : submit(own, call);
  };

const isHandedIn = async (evaluation: Evaluation, sheetId: string): Promise<boolean> =>
  (await submittedIn(evaluation, [sheetId])).length > 0;

export type MyTurn = Readonly<{
  entryId: string;
  title: string;
  round: SheetRound;
  own: Own;
  submitted: Readonly<{ at: string; hash: string }> | null;
}>;

/** What there is to mark for the caller now; undefined: nobody is called. */
export const readMyTurn = async (
  evaluation: Evaluation,
  roundId: string,
  call: CallContext,
): Promise<MyTurn | undefined> => {
  const called = await calledIn(evaluation, roundId);
  if (called === undefined) return undefined;
  const own = await ownSheet(evaluation, roundId, call, called);
  const { read, round, sheetId } = own;
  const title = isRunning(read) ? (read.entries.find((one) => one.entryId === called.entryId)?.title ?? '') : '';
  const event = (await submittedIn(evaluation, [sheetId])).at(-1);
  const submitted =
    event === undefined ? null : { at: (event.data as SheetSubmitted['data']).submittedAt, hash: event.hash };
  return { entryId: called.entryId, title, round, own, submitted };
};
