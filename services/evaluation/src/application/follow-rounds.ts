import type { ProcessManager, PublicFact } from '@jiangong/messaging';
import { ORDINALS_MAX, RECUSALS_PER_ORDER_MAX } from '../domain/limits.ts';
import { laterPhases } from '../domain/round/later-phase.ts';
import { isList } from '../domain/round/listed.ts';
import { redrawnSources } from '../domain/round/redrawn-list.ts';
import { editionTables } from './edition-tables.ts';
import { tablesOfPhase } from './round-tables.ts';
import type { Evaluation } from './evaluation.ts';
import { fillLaterPhase, openWhenDue } from './fill-later-phase.ts';
import { draftKey } from './sheet-codec.ts';
import { roundIdOf, sheetIdOf, WHOLE_PERIOD } from './streams.ts';
import { ordersOf } from './system-orders.ts';

const NEXT_ROUND = 'next-round-after-annulment';

/**
 * An annulled round is followed by the next one: with the edition's rules of now, the same entries, and every recusal that was
 * declared. Seats are assigned anew. It opens by the edition's stage, or late by a second person; a list by itself.
 */
export const nextRounds = (evaluation: Evaluation): ProcessManager => {
  const tablesOf = editionTables(evaluation);
  const orders = ordersOf(evaluation, NEXT_ROUND);
  const next = async (told: PublicFact, before: string): Promise<void> => {
    const { round } = await evaluation.readRound(before);
    if (round.kind !== 'annulled' || round.reason === 'edition-abandoned' || round.ordinal >= ORDINALS_MAX) return;
    const { editionId, phase, entries, recusals, window, stageWindows, appealWindows, roll } = round;
    const compiled = await tablesOf(editionId);
    const { parameters, edition } = compiled;
    const own = tablesOfPhase(compiled, phase);
    // A list that was redrawn stays so.
    const tables = round.redrawn === undefined ? own : { ...own, sources: redrawnSources(own.sources, round.redrawn) };
    const ordinal = round.ordinal + 1;
    const roundId = roundIdOf(editionId, phase, ordinal);
    const now = evaluation.ground.clock.now();
    const send = orders(told);
    const { committeeId, templateHash } = edition;
    const ids = { roundId, editionId, committeeId, phase, period: WHOLE_PERIOD, ordinal };
    await send(roundId, { type: 'PrepareRound', now, ...ids, templateHash, parameters, tables });
    if (roll !== null) await send(roundId, { type: 'TakeRoll', now, counts: roll });
    for (const { out, judged: _judged, ...entry } of entries) {
      await send(roundId, { type: 'AdmitEntry', now, entry });
      if (out !== null && out !== 'subject-twice')
        await send(roundId, { type: 'TakeOutEntry', now, entryId: entry.entryId, reason: out });
    }
    for (let at = 0; at < recusals.length; at += RECUSALS_PER_ORDER_MAX)
      await send(roundId, {
        type: 'CarryOverRecusals',
        now,
        recusals: recusals.slice(at, at + RECUSALS_PER_ORDER_MAX),
      });
    for (const one of stageWindows) await send(roundId, { type: 'SetStageWindow', now, ...one });
    for (const one of appealWindows) await send(roundId, { type: 'SetAppealWindow', now, ...one });
    if (window !== null) await send(roundId, { type: 'SetWindow', now, ...window });
    if (isList(round)) await openWhenDue({ evaluation, send, now }, roundId);
    const later = laterPhases(tables).find(({ id }) => id === phase);
    // It may have been annulled because the earlier phase has another result by now.
    if (later !== undefined) await fillLaterPhase({ evaluation, send, now }, editionId, later);
  };
  return {
    name: NEXT_ROUND,
    contexts: ['evaluation'],
    handle: async (told) => {
      if (told.type !== 'evaluation.RoundAnnulled.v1') return;
      await next(told, (told.data as Readonly<{ roundId: string }>).roundId);
    },
  };
};

/** The sheet that was submitted, about all entries or about one. */
const submittedDraft = (type: string, data: unknown): Readonly<{ sheetId: string; draft: number }> | undefined => {
  if (type === 'evaluation.SheetSubmitted.v1') {
    const { roundId, seatId, draft } = data as Readonly<{ roundId: string; seatId: string; draft: number }>;
    return { sheetId: sheetIdOf(roundId, seatId), draft };
  }
  if (type !== 'evaluation.MarksHandedIn.v1') return undefined;
  const { sheet, draft } = data as Readonly<{ sheet: string; draft: number }>;
  return { sheetId: sheet, draft };
};

/** Destroys the keys of drafts whose sheet was submitted, should the submission itself not have come to it. */
export const forgetDrafts = ({ ground }: Evaluation): ProcessManager => ({
  name: 'forget-drafts',
  contexts: ['evaluation'],
  handle: async ({ type, data }) => {
    const submitted = submittedDraft(type, data);
    if (submitted === undefined) return;
    for (let number = 1; number <= submitted.draft; number++)
      await ground.privacy.destroy(draftKey(submitted.sheetId, number));
  },
});
