import type { ProcessManager } from '@jiangong/messaging';
import { scoresNobody } from '@jiangong/scoring';
import { type LaterPhase, laterPhases } from '../domain/round/later-phase.ts';
import { stagesIn } from '../domain/round/stages.ts';
import { isPrepared, type Round, type Window } from '../domain/round/state.ts';
import { type CampaignFact, campaignFactOf, OF_THE_BODY } from './campaign-facts.ts';
import { currentRound, roundsOfPhase } from './current-round.ts';
import { editionTables, type EditionTables } from './edition-tables.ts';
import type { Evaluation } from './evaluation.ts';
import { tablesOfPhase } from './round-tables.ts';
import { WHOLE_PERIOD } from './streams.ts';
import { fillLaterPhase, openWhenDue } from './fill-later-phase.ts';
import { settleList } from './settle-lists.ts';
import { ordersOf, type Send } from './system-orders.ts';

const NAME = 'rounds-follow-editions';

type Told<K extends CampaignFact['kind']> = Extract<CampaignFact, { kind: K }>;
type WindowTold = Readonly<{ stageId: string; opensAt: string; closesAt: string; revision: number }>;
type Following = Readonly<{ evaluation: Evaluation; tables: EditionTables; send: Send; now: string }>;

const phasesOf = ({ tables: { tables } }: Following): readonly string[] => tables.phases.map(({ id }) => id);

/** The officer prepares no round by hand: each phase's follows from the edition, and anew when that was amended. */
const prepare = async (
  { evaluation, tables, send, now }: Following,
  phase: string,
  { anew }: Readonly<{ anew: boolean }> = { anew: false },
): Promise<string> => {
  const { edition, parameters } = tables;
  const { editionId, committeeId, templateHash } = edition;
  const { roundId, ordinal, round } = await currentRound(evaluation, editionId, phase);
  if (round.kind !== 'absent' && !(anew && round.kind === 'prepared')) return roundId;
  await send(roundId, {
    type: 'PrepareRound',
    now,
    roundId,
    editionId,
    committeeId,
    phase,
    period: WHOLE_PERIOD,
    ordinal,
    templateHash,
    parameters,
    tables: tablesOfPhase(tables, phase),
  });
  return roundId;
};

/** The phase that a stage's facts are about: a deciding stage's is the list of who may be chosen, where nothing is scored. */
const phaseMeant = ({ tables: { tables } }: Following, phase: string): string | undefined =>
  phase === OF_THE_BODY ? tables.phases.find(scoresNobody)?.id : phase;

const windowOf = (round: Round): Window | null => (round.kind === 'absent' ? null : round.window);

/** The phases that take whatever the edition let in; later ones take it from an earlier phase's ranks. */
const entered = async (following: Following, { entries }: Told<'entered'>): Promise<void> => {
  const { send, now, tables } = following;
  for (const { id, admits } of tables.tables.phases) {
    if (admits.kind !== 'all') continue;
    const roundId = await prepare(following, id);
    for (const entry of entries) await send(roundId, { type: 'AdmitEntry', now, entry });
    await openWhenDue(following, roundId);
  }
};

/**
 * What was let in takes part. Candidates have come before, for their vote: of these whoever was not declared, or not reviewed and cleared, is
 * in no decision.
 */
const letIn = async (following: Following, told: Told<'let-in'>): Promise<void> => {
  const { evaluation, send, now, tables } = following;
  const { editionId, nominatorId, entries } = told;
  if (tables.tables.candidates !== true) return entered(following, { kind: 'entered', editionId, entries });
  const isIn = new Set(entries.map(({ entryId }) => entryId));
  for (const phase of phasesOf(following)) {
    const { roundId, round } = await currentRound(evaluation, editionId, phase);
    if (!isPrepared(round)) continue;
    for (const entry of round.entries)
      if (entry.nominatorId === nominatorId && entry.out === null && !isIn.has(entry.entryId))
        await send(roundId, { type: 'TakeOutEntry', now, entryId: entry.entryId, reason: 'not-declared' });
  }
};

/** The phase, where it takes its entries from an earlier one's ranks. */
const laterPhase = ({ tables: { tables } }: Following, phase: string): LaterPhase | undefined =>
  laterPhases(tables).find(({ id }) => id === phase);

/** The phase is held again in each part of the period, and this is not the first. */
const isLaterPart = ({ tables: { tables } }: Following, phase: string): boolean =>
  tables.phases.findIndex(({ id, every }) => id === phase && every !== undefined) > 0;

const moved = async (following: Following, fact: Told<'out' | 'back' | 'moved'>): Promise<void> => {
  const { evaluation, send, now } = following;
  const { editionId, entryId } = fact;
  for (const phase of phasesOf(following))
    for (const { roundId, round } of await roundsOfPhase(evaluation, editionId, phase)) {
      if (round.kind === 'absent' || round.kind === 'annulled') continue;
      if (!round.entries.some((entry) => entry.entryId === entryId)) continue;
      if (fact.kind === 'out') await send(roundId, { type: 'TakeOutEntry', now, entryId, reason: fact.reason });
      else if (fact.kind === 'back') await send(roundId, { type: 'PutBackEntry', now, entryId, reason: fact.reason });
      else {
        const { homeId, answerable, effectiveOn } = fact;
        await send(roundId, { type: 'MoveEntry', now, entryId, homeId, answerable, effectiveOn });
      }
      await settleList(following, roundId);
    }
};

/** A round of several stages is told of the one, every other of its window. */
const windowOrder = (round: Round, { stageId, opensAt, closesAt, revision }: WindowTold, now: string) => {
  const window = { now, opensAt, closesAt, editionRevision: revision };
  return isPrepared(round) && stagesIn(round).length > 0
    ? ({ type: 'SetStageWindow', ...window, stageId } as const)
    : ({ type: 'SetWindow', ...window, entered: null } as const);
};

const begun = async (following: Following, told: Told<'begun'>): Promise<void> => {
  const { evaluation, send, now } = following;
  const { entered: count, revision } = told;
  const phase = phaseMeant(following, told.phase);
  if (phase === undefined) return;
  const roundId = await prepare(following, phase);
  const { round } = await evaluation.readRound(roundId);
  const window = windowOf(round);
  if (!isPrepared(round) || window === null) throw new Error(`round ${roundId} begins without a window`);
  const later = laterPhase(following, phase);
  // How many the edition let in is the first phase's matter, and of several stages the first one's.
  const isFirst = later === undefined && (stagesIn(round).length === 0 || window.entered === null);
  // Into a later part of the period goes whoever entered before the first one: all of them have come by now.
  const entered = isFirst ? (isLaterPart(following, phase) ? round.entries.length : count) : null;
  await send(roundId, { type: 'SetWindow', now, ...window, editionRevision: revision, entered });
  if (later === undefined) await openWhenDue(following, roundId);
  else await fillLaterPhase(following, following.tables.edition.editionId, later);
};

const reopened = async (following: Following, fact: Told<'reopened'>): Promise<void> => {
  const { stageId, phase, closesAt, revision } = fact;
  const { evaluation, send, now, tables } = following;
  // A list is filled by nobody: a deciding stage that is open again changes nothing in it.
  if (phase === OF_THE_BODY) return;
  const { roundId, round } = await currentRound(evaluation, tables.edition.editionId, phase);
  if (round.kind === 'closed') {
    await send(roundId, { type: 'ReopenWithStage', now, stageId, closesAt, editionRevision: revision });
    return;
  }
  const window = windowOf(round);
  if (!isPrepared(round) || window === null) return;
  const { opensAt } = round.stageWindows.find((one) => one.stageId === stageId) ?? window;
  await send(roundId, windowOrder(round, { stageId, opensAt, closesAt, revision }, now));
  await openWhenDue(following, roundId);
};

/** A stage of appeals is one of every round that something is decided over, or of the phase that it names. */
const appealsSet = async (following: Following, fact: Told<'appeals'>): Promise<void> => {
  const { evaluation, send, now } = following;
  const { stageId, closesAt, revision: editionRevision } = fact;
  for (const phase of phasesOf(following)) {
    if (fact.phase !== '' && fact.phase !== phase) continue;
    const roundId = await prepare(following, phase);
    const { round } = await evaluation.readRound(roundId);
    if (!isPrepared(round)) continue;
    const before = round.appealWindows.find((one) => one.stageId === stageId);
    const opensAt = fact.opensAt ?? before?.opensAt ?? now;
    await send(roundId, { type: 'SetAppealWindow', now, stageId, opensAt, closesAt, editionRevision });
  }
};

const follow = async (following: Following, fact: CampaignFact): Promise<void> => {
  const { evaluation, send, now } = following;
  switch (fact.kind) {
    case 'edition':
      for (const phase of phasesOf(following)) await prepare(following, phase, { anew: true });
      return;
    case 'abandoned':
      for (const phase of phasesOf(following))
        for (const { roundId } of await roundsOfPhase(evaluation, fact.editionId, phase))
          await send(roundId, { type: 'AbandonRound', now });
      return;
    case 'window': {
      const phase = phaseMeant(following, fact.phase);
      if (phase === undefined) return;
      const roundId = await prepare(following, phase);
      const { round } = await evaluation.readRound(roundId);
      await send(roundId, windowOrder(round, fact, now));
      return;
    }
    case 'begun':
      return begun(following, fact);
    case 'reopened':
      return reopened(following, fact);
    case 'over': {
      if (fact.phase === OF_THE_BODY) return;
      const { roundId } = await currentRound(evaluation, fact.editionId, fact.phase);
      await send(roundId, { type: 'CloseRound', now, why: 'stage', stageId: fact.stageId });
      return;
    }
    case 'appeals':
      return appealsSet(following, fact);
    case 'counted':
      for (const phase of phasesOf(following)) {
        const roundId = await prepare(following, phase);
        await send(roundId, { type: 'TakeRoll', now, counts: fact.counts });
      }
      return;
    case 'entered':
      return entered(following, fact);
    case 'let-in':
      return letIn(following, fact);
    case 'out':
    case 'back':
    case 'moved':
      return moved(following, fact);
  }
};

/**
 * Rounds follow from editions: prepared with them, filled by what entered, opened and closed with their stage. One process for
 * all of it, so that entries are in before the opening.
 */
export const followEditions = (evaluation: Evaluation): ProcessManager => {
  const tablesOf = editionTables(evaluation);
  const orders = ordersOf(evaluation, NAME);
  return {
    name: NAME,
    contexts: ['merit_projects'],
    handle: async (told) => {
      const fact = campaignFactOf(told);
      if (fact === undefined) return;
      const tables = await tablesOf(fact.editionId, fact.kind === 'edition' ? fact.edition : undefined);
      await follow({ evaluation, tables, send: orders(told), now: evaluation.ground.clock.now() }, fact);
    },
  };
};
