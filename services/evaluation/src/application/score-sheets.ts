import { requestIdOf } from '@jiangong/event-store';
import { KeyDestroyedError } from '@jiangong/privacy';
import type { CallContext } from '@jiangong/service-host';
import { SCORES_PER_SAVE_MAX } from '../domain/limits.ts';
import type { Candidate } from '../domain/round/orders.ts';
import { isPrepared } from '../domain/round/state.ts';
import { sheetDecider } from '../domain/sheet/decider.ts';
import type { EntryMarks, SheetFact, SheetSubmitted } from '../domain/sheet/facts.ts';
import type { SheetRefusal } from '../domain/sheet/refusals.ts';
import { sheetRoundOf } from '../domain/sheet/sheet-round.ts';
import type { Sheet, SheetRound } from '../domain/sheet/state.ts';
import { type Evaluation, sentBy } from './evaluation.ts';
import { type Outcome, refusal } from './reasons.ts';
import { draftKey, savesKey, sheetCodec } from './sheet-codec.ts';
import { sheetIdOf, sheetStream, WHOLE_SHEET } from './streams.ts';

export type SaveMySheetRequest = Readonly<{ roundId: string; scores: readonly EntryMarks[] }>;
export type MySheet = Readonly<{ sheet: Sheet; revision: number; wanted: number; round: SheetRound; personId: string }>;
type Answer = Promise<Outcome<SheetFact, SheetRefusal>>;

type Own = Readonly<{ personId: string; sheetId: string; part: string; round: SheetRound }>;

/** The caller's seat with what its sheet must know of the round. */
const ownSheet = async ({ knowledge, readRound }: Evaluation, roundId: string, call: CallContext): Promise<Own> => {
  const personId = call.caller.personId ?? '';
  const { round } = await readRound(roundId);
  const stranger: Candidate = { personId, homeId: null, grants: [] };
  const known = isPrepared(round)
    ? await knowledge.people([personId], { committeeId: round.committeeId, now: call.now, wait: false })
    : new Map<string, Candidate>();
  const sheetRound = sheetRoundOf(round, known.get(personId) ?? stranger, call.now);
  return { personId, sheetId: sheetIdOf(roundId, sheetRound.seatId), part: WHOLE_SHEET, round: sheetRound };
};

type Submission = Own & Readonly<{ roundId: string; closing: number; position: number }>;

/** The closing may have come between the look at the round and the append: its place in the log decides. */
const cameLate = async (
  { handleSheet, readRound }: Evaluation,
  { roundId, sheetId, part, personId, round, closing, position }: Submission,
  call: CallContext,
): Promise<boolean> => {
  const { closings } = await readRound(roundId);
  const closed = closings.find((known) => known.closing === closing);
  if (closed === undefined || position < closed.lastIndex) return false;
  const { seatId, sourceId } = round;
  const ids = { roundId, sheetId, seatId, sourceId, part, personId };
  const order = { type: 'MarkLate', ...ids, closing, now: call.now } as const;
  const context = { ...call, requestId: requestIdOf(`mark late ${call.requestId}`) };
  await handleSheet({ stream: sheetStream(sheetId), order, body: { order: 'MarkLate', closing }, context });
  return true;
};

const readMine =
  (evaluation: Evaluation) =>
  async (roundId: string, call: CallContext): Promise<MySheet | undefined> => {
    const { ground } = evaluation;
    const { sheetId, round, personId } = await ownSheet(evaluation, roundId, call);
    if (round.hindrance === 'NOT_AN_EVALUATOR') return undefined;
    const codec = sheetCodec(ground.privacy);
    const events = await ground.store.readStream(sheetStream(sheetId));
    let sheet = sheetDecider.initial;
    for (const event of events) sheet = sheetDecider.evolve(sheet, await codec.fromStored(event));
    const scored = round.entries.filter(({ recused }) => recused === null);
    const wanted = scored.length * (round.source?.criteria.length ?? 0);
    return { sheet, revision: events.length - 1, wanted, round, personId };
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

const submitMine =
  (evaluation: Evaluation) =>
  async (roundId: string, call: CallContext): Answer => {
    const { ground, handleSheet } = evaluation;
    const own = await ownSheet(evaluation, roundId, call);
    const { sheetId } = own;
    const handled = await handleSheet({
      stream: sheetStream(sheetId),
      order: { type: 'SubmitSheet', roundId, ...own, now: call.now },
      ...sentBy(call, 'SubmitMySheet', { roundId }),
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

/** The sheet of the caller's own seat: nobody reaches another's. */
export const scoreSheets = (evaluation: Evaluation) => ({
  read: readMine(evaluation),
  save: saveMine(evaluation),
  submit: submitMine(evaluation),
});
