import { KeyDestroyedError } from '@jiangong/privacy';
import type { CallContext } from '@jiangong/service-host';
import { SCORES_PER_SAVE_MAX } from '../domain/limits.ts';
import { sheetDecider } from '../domain/sheet/decider.ts';
import type { EntryPoints, SheetFact } from '../domain/sheet/facts.ts';
import type { SheetRefusal } from '../domain/sheet/refusals.ts';
import { sheetRoundOf } from '../domain/sheet/sheet-round.ts';
import type { Sheet } from '../domain/sheet/state.ts';
import { isClosed } from '../domain/round/state.ts';
import { type Evaluation, sentBy } from './evaluation.ts';
import { type Outcome, refusal } from './reasons.ts';
import { draftKey, roundKey, sheetCodec } from './sheet-codec.ts';
import { sheetIdOf, sheetStream } from './streams.ts';

export type SaveMySheetRequest = Readonly<{ roundId: string; scores: readonly EntryPoints[] }>;
export type MySheet = Readonly<{ sheet: Sheet; revision: number; wanted: number }>;
type Answer = Promise<Outcome<SheetFact, SheetRefusal>>;

/** The caller's own sheet: nobody reaches another's. */
export const scoreSheets = ({ ground, knowledge, handleSheet, readRound }: Evaluation) => {
  const codec = sheetCodec(ground.privacy);
  const mine = async (roundId: string, call: CallContext) => {
    const personId = call.caller.personId ?? '';
    const { round } = await readRound(roundId);
    const scoring = round.kind === 'absent' ? undefined : await knowledge.stage(round.editionId, 'scoring');
    return {
      personId,
      sheetId: sheetIdOf(roundId, personId),
      round: sheetRoundOf(round, personId, scoring?.closesAt ?? null),
    };
  };

  return {
    read: async (roundId: string, call: CallContext): Promise<MySheet | undefined> => {
      const { sheetId, round: known } = await mine(roundId, call);
      if (!known.isEvaluator) return undefined;
      const events = await ground.store.readStream(sheetStream(sheetId));
      let sheet = sheetDecider.initial;
      for (const event of events) sheet = sheetDecider.evolve(sheet, await codec.fromStored(event));
      return {
        sheet,
        revision: events.length - 1,
        wanted: known.entries.filter(({ recused }) => recused === null).length * known.criteria.length,
      };
    },

    save: async ({ roundId, scores }: SaveMySheetRequest, call: CallContext): Answer => {
      const { personId, sheetId, round } = await mine(roundId, call);
      // A plain hash of one score could be guessed back from the log: a keyed one stands for the scores instead.
      const kept = scores.slice(0, SCORES_PER_SAVE_MAX + 1).map(({ entryId, points }) => ({
        entryId,
        points: points.map(({ criterionId, hundredths }) => ({ criterionId, hundredths })),
      }));
      const fingerprint = await ground.privacy.fingerprint(roundKey(roundId), { personId, scores: kept });
      const order = {
        kind: 'save-sheet',
        roundId,
        sheetId,
        personId,
        round,
        scores: kept,
        now: call.now,
      } as const;
      const send = () =>
        handleSheet({ stream: sheetStream(sheetId), order, ...sentBy(call, 'SaveMySheet', { roundId, fingerprint }) });
      // A submission that came between took the draft's key with it: decided again, the sheet says so itself.
      return send().catch((error: unknown) => {
        if (error instanceof KeyDestroyedError) return send();
        throw error;
      });
    },

    submit: async (roundId: string, call: CallContext): Answer => {
      const { personId, sheetId, round } = await mine(roundId, call);
      const order = { kind: 'submit-sheet', roundId, sheetId, personId, round, now: call.now } as const;
      const handled = await handleSheet({
        stream: sheetStream(sheetId),
        order,
        ...sentBy(call, 'SubmitMySheet', { roundId }),
      });
      if (handled.kind === 'refused') return handled;
      await ground.privacy.destroy(draftKey(sheetId));
      // The round may have closed between the look at it and the append: such a sheet does not count, and must not seem to.
      const { round: now } = await readRound(roundId);
      if (isClosed(now) && handled.position > now.lastIndex) return refusal('SHEET_TOO_LATE', 'roundId');
      return handled;
    },
  };
};
