import type { CallContext } from '@jiangong/service-host';
import type { Candidate } from '../domain/round/holders.ts';
import { isPrepared, isRunning, type Round } from '../domain/round/state.ts';
import { sheetDecider } from '../domain/sheet/decider.ts';
import type { SheetSubmitted } from '../domain/sheet/facts.ts';
import { sheetRoundOf } from '../domain/sheet/sheet-round.ts';
import type { Sheet, SheetRound } from '../domain/sheet/state.ts';
import type { Evaluation } from './evaluation.ts';
import { sheetCodec } from './sheet-codec.ts';
import { sheetIdOf, sheetStream, WHOLE_SHEET } from './streams.ts';

export type Own = Readonly<{ personId: string; sheetId: string; part: string; round: SheetRound; read: Round }>;

/** The one entry that a sheet is about, and the turn of it. */
export type AboutOne = Readonly<{ entryId: string; part: string }>;

/** The caller's seat with what its sheet must know of the round. */
export const ownSheet = async (
  { knowledge, readRound }: Evaluation,
  roundId: string,
  call: CallContext,
  about?: AboutOne,
): Promise<Own> => {
  const personId = call.caller.personId ?? '';
  const { round } = await readRound(roundId);
  const stranger: Candidate = { personId, homeId: null, grants: [] };
  const known = isPrepared(round)
    ? await knowledge.people([personId], { committeeId: round.committeeId, now: call.now, wait: false })
    : new Map<string, Candidate>();
  const sheetRound = sheetRoundOf(round, known.get(personId) ?? stranger, call.now, about?.entryId);
  const part = about?.part ?? WHOLE_SHEET;
  return {
    personId,
    sheetId: sheetIdOf(roundId, sheetRound.seatId, part),
    part,
    round: sheetRound,
    read: round,
  };
};

/** `submittedAt`: of the latest submission; empty where there is none. */
export type MySheet = Readonly<{
  sheet: Sheet;
  revision: number;
  wanted: number;
  round: SheetRound;
  personId: string;
  closesAt: string;
  submittedAt: string;
  sheetId: string;
  read: Round;
}>;

const closesAtOf = (round: Round): string =>
  isRunning(round) ? round.closesAt : isPrepared(round) ? (round.window?.closesAt ?? '') : '';

/** The sheet of the caller's own seat, his draft opened; undefined where he does not sit. Nobody reaches another's. */
export const readOwnSheet = async (
  evaluation: Evaluation,
  roundId: string,
  call: CallContext,
): Promise<MySheet | undefined> => {
  const { ground } = evaluation;
  const { sheetId, round, personId, read } = await ownSheet(evaluation, roundId, call);
  if (round.hindrance === 'NOT_AN_EVALUATOR') return undefined;
  const codec = sheetCodec(ground.privacy);
  const events = await ground.store.readStream(sheetStream(sheetId));
  let sheet = sheetDecider.initial;
  let submittedAt = '';
  for (const event of events) {
    sheet = sheetDecider.evolve(sheet, await codec.fromStored(event));
    if (event.type === 'SheetSubmitted.v1') submittedAt = (event.data as SheetSubmitted['data']).submittedAt;
  }
  const scored = round.entries.filter(({ recused }) => recused === null);
  const wanted = scored.length * (round.source?.criteria.length ?? 0);
  return {
    ...{ sheet, revision: events.length - 1, wanted, round, personId, submittedAt, sheetId, read },
    closesAt: closesAtOf(read),
  };
};
