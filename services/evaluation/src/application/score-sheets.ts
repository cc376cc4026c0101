import { requestIdOf } from '@jiangong/event-store';
import { KeyDestroyedError } from '@jiangong/privacy';
import type { CallContext } from '@jiangong/service-host';
import { SCORES_PER_SAVE_MAX } from '../domain/limits.ts';
import type { MarksWanted, SheetFact, SheetSubmitted } from '../domain/sheet/facts.ts';
import type { SheetRefusal } from '../domain/sheet/refusals.ts';
import { type Evaluation, sentBy } from './evaluation.ts';
import { type Own, ownSheet } from './own-sheet.ts';
import { type Outcome, refusal } from './reasons.ts';
import { draftKey, savesKey } from './sheet-codec.ts';
import { sheetStream } from './streams.ts';

export type SaveMySheetRequest = Readonly<{ roundId: string; scores: readonly MarksWanted[] }>;
type Answer = Promise<Outcome<SheetFact, SheetRefusal>>;

type Submission = Own & Readonly<{ roundId: string; closing: number; position: number }>;

/** The closing may have come between the look at the round and the append: its place in the log decides. */
const cameLate = async (
  { handleSheet, readRound }: Evaluation,
  { roundId, sheetId, part, personId, round, closing, position }: Submission,
  call: CallContext,
): Promise<boolean> => {
  const { closings, turns } = await readRound(roundId);
  const ends = [
    ...closings.filter((known) => known.closing === closing),
    ...turns.filter((known) => known.part === part),
  ];
  if (!ends.some(({ lastIndex }) => position > lastIndex)) return false;
  const { seatId, sourceId } = round;
  const ids = { roundId, sheetId, seatId, sourceId, part, personId };
  const order = { type: 'MarkLate', ...ids, closing, now: call.now } as const;
  const context = { ...call, requestId: requestIdOf(`mark late ${call.requestId}`) };
  await handleSheet({ stream: sheetStream(sheetId), order, body: { order: 'MarkLate', closing }, context });
  return true;
};

const saveMine =
  (evaluation: Evaluation) =>
  async ({ roundId, scores }: SaveMySheetRequest, call: CallContext): Answer => {
    const { ground, handleSheet } = evaluation;
    const own = await ownSheet(evaluation, roundId, call);
    // A plain hash of one mark could be guessed back from the log: a keyed one stands for the marks instead.
    const kept = scores.slice(0, SCORES_PER_SAVE_MAX + 1).map(({ entryId, marks }) => ({
      entryId,
      marks: marks.map(({ criterionId, mark }) => ({ criterionId, mark })),
    }));
    const { personId, sheetId } = own;
    const fingerprint = await ground.privacy.fingerprint(savesKey(roundId), { personId, scores: kept });
    const order = { type: 'SaveSheet', roundId, ...own, scores: kept, now: call.now } as const;
    const send = () =>
      handleSheet({ stream: sheetStream(sheetId), order, ...sentBy(call, 'SaveMySheet', { roundId, fingerprint }) });
    // A submission that came between took the draft's key with it: decided again, the sheet says so itself.
    return send().catch((error: unknown) => {
      if (error instanceof KeyDestroyedError) return send();
      throw error;
    });
  };

type Submitting = Readonly<{ rpc: string; body: object }>;

/** Hands a sheet in: what it was drafted under is destroyed, and what the end overtook is said to be late. */
export const submitOwn =
  (evaluation: Evaluation, roundId: string, { rpc, body }: Submitting) =>
  async (own: Own, call: CallContext): Answer => {
    const { ground, handleSheet } = evaluation;
    const { sheetId } = own;
    const handled = await handleSheet({
      stream: sheetStream(sheetId),
      order: { type: 'SubmitSheet', roundId, ...own, now: call.now },
      ...sentBy(call, rpc, body),
    });
    if (handled.kind === 'refused') return handled;
    const submitted = handled.facts.find((fact): fact is SheetSubmitted => fact.type === 'SheetSubmitted.v1');
    for (let draft = 1; draft <= (submitted?.data.draft ?? 0); draft++)
      await ground.privacy.destroy(draftKey(sheetId, draft));
    const closing = submitted?.data.closing ?? own.round.closing;
    return (await cameLate(evaluation, { ...own, roundId, closing, position: handled.position }, call))
      ? refusal('SHEET_TOO_LATE', 'roundId')
      : handled;
  };

const submitMine =
  (evaluation: Evaluation) =>
  async (roundId: string, call: CallContext): Answer =>
    submitOwn(evaluation, roundId, { rpc: 'SubmitMySheet', body: { roundId } })(
      await ownSheet(evaluation, roundId, call),
      call,
    );

/** The sheet of the caller's own seat: nobody reaches another's. */
export const scoreSheets = (evaluation: Evaluation) => ({
  save: saveMine(evaluation),
  submit: submitMine(evaluation),
});
