import type * as rpc from '@jiangong/contracts/jiangong/evaluation/v1/rounds';
import type { CallContext } from '@jiangong/service-host';
import { refused } from '@jiangong/service-host';
import type { ShownPart } from '../../application/parts-of-result.ts';
import type { RoundRead } from '../../application/round-reader.ts';
import { meetingsIn } from '../../domain/meeting/standing.ts';
import { asksFacts } from '../../domain/answer/asks-facts.ts';
import { contestRulesOf } from '../../domain/contest/contest-of.ts';
import { dealRulesOf, dealtTo } from '../../domain/deal/deal-of.ts';
import { filledBy } from '../../domain/round/filled-by.ts';
import { standingProposals } from '../../domain/round/lapsing.ts';
import { ballotRulesOf } from '../../application/ballots.ts';
import { measuresOf } from '../../domain/measure/ground.ts';
import { paperPollsOf } from '../../domain/paper-box/ground.ts';
import { decidesInParts } from '../../domain/round/decided-part.ts';
import { phasesAfter } from '../../domain/round/later-phase.ts';
import { structuralCause } from '../../domain/round/may-score.ts';
import {
  type ClosedRound,
  entriesIn,
  isClosed,
  isOutdated,
  isPrepared,
  isRunning,
  isUnsealed,
  type PreparedRound,
  type Round,
  seatOf,
} from '../../domain/round/state.ts';
import type { SheetStatus } from '../postgres/evaluation-questions.ts';

export const preparedRound = (round: Round): PreparedRound => {
  if (!isPrepared(round)) throw refused({ reason: 'ROUND_NOT_FOUND', field: 'roundId' });
  return round;
};

export const closedRound = (round: Round): ClosedRound => {
  const prepared = preparedRound(round);
  if (!isClosed(prepared)) throw refused({ reason: 'ROUND_NOT_CLOSED', field: 'roundId' });
  return prepared;
};

/** Where units decide: decided once all have, commended once all made theirs known. */
const partsStatus = ({ parts, results }: Extract<PreparedRound, { kind: 'in-parts' }>): string => {
  const all = results.at(-1)?.parts?.length ?? 0;
  if (parts.filter(({ circular }) => circular !== null).length === all) return 'commended';
  return parts.length === all ? 'decided' : 'tallied';
};

export const statusOf = (round: PreparedRound): string => {
  if (round.kind === 'frozen') return 'prepared';
  if (round.kind === 'in-parts') return partsStatus(round);
  return round.kind === 'closed' && round.results.length > 0 ? 'tallied' : round.kind;
};

/** By seat id. */
type Statuses = ReadonlyMap<string, SheetStatus>;

const progressOf = ({ tables, seats }: PreparedRound, statuses: Statuses): readonly rpc.SourceProgress[] =>
  tables.seating.map(({ sourceId, vote }) => {
    const held = seats.filter((seat) => seat.sourceId === sourceId && seat.held === 'held');
    const submitted = held.filter(({ seatId }) => statuses.get(seatId) === 'submitted').length;
    return { sourceId, vote, seats: held.length, submitted };
  });

export const roundMessage = ({ round: read, revision, closings }: RoundRead, statuses: Statuses): rpc.Round => {
  const round = preparedRound(read);
  return {
    roundId: round.roundId,
    editionId: round.editionId,
    committeeId: round.committeeId,
    phase: round.phase,
    period: round.period,
    ordinal: round.ordinal,
    status: statusOf(round),
    entries: entriesIn(round).length,
    sources: progressOf(round, statuses),
    rulesHash: 'rulesHash' in round ? round.rulesHash : '',
    closing: isRunning(round) ? round.closing : 0,
    closesAt: isRunning(round) ? round.closesAt : (round.window?.closesAt ?? ''),
    lastIndex: closings.at(-1)?.lastIndex ?? 0,
    unsealed: isUnsealed(round),
    outdated: isRunning(round) && isOutdated(round),
    proposals: standingProposals(round).length,
    reopeningRequests: isRunning(round) ? round.requests.filter(({ standing }) => standing === 'waiting').length : 0,
    documentNumber: round.kind === 'commended' ? round.circular.documentNumber : '',
    revision,
    goesOnTo: phasesAfter(round.tables, round.phase).map(({ id }) => id),
    filledBy: filledBy(round.tables, round.phase),
    hasChecklists: (round.tables.checklists ?? []).length > 0,
    asksFacts: asksFacts(round.tables, round.phase),
    hasAppeals: round.tables.appeals !== undefined && phasesAfter(round.tables, round.phase).length === 0,
    hasBonuses: (round.tables.bonuses ?? []).length > 0,
    hasMeasures: measuresOf(round).length > 0,
    hasBallots: ballotRulesOf(round).length > 0,
    hasPaperBoxes: paperPollsOf(round).length > 0,
    hasMeetings: meetingsIn(round).length > 0,
    hasTalks: (round.tables.talks ?? []).length > 0 && phasesAfter(round.tables, round.phase).length === 0,
    publisher: round.tables.publisher ?? '',
    hasContest: contestRulesOf(round) !== undefined,
    isDealtOut: dealRulesOf(round) !== undefined,
    decidedByUnits: decidesInParts(round.tables) !== undefined && phasesAfter(round.tables, round.phase).length === 0,
    partOf: '',
  };
};

export const partMessage = ({ partId, part, taken }: ShownPart): rpc.RoundPart => ({
  partId,
  unitId: part.committeeId,
  entries: part.entries.length,
  status: taken.kind === 'undecided' ? 'tallied' : taken.kind,
  minutesNumber: taken.kind === 'undecided' ? '' : taken.decision.minutesNumber,
  documentNumber: taken.kind === 'commended' ? taken.circular.documentNumber : '',
});

/** A part as a round of its own: with nothing of how the others were judged. */
export const roundOfPart = (round: rpc.Round, shown: ShownPart): rpc.Round => {
  const { partId, unitId, entries, status, documentNumber } = partMessage(shown);
  return {
    ...{ ...round, sources: [], proposals: 0, reopeningRequests: 0, decidedByUnits: false },
    ...{ hasChecklists: false, hasBonuses: false, hasMeasures: false, hasBallots: false, hasContest: false },
    ...{ asksFacts: false, hasAppeals: false, isDealtOut: false },
    ...{ roundId: partId, committeeId: unitId, entries, status, documentNumber, partOf: round.roundId },
  };
};

export const NO_SEAT: rpc.MyPart = { evaluator: false, seatId: '', sourceId: '', sheetStatus: '' };

export const myPartMessage = (round: PreparedRound, statuses: Statuses, { caller }: CallContext): rpc.MyPart => {
  const mine = seatOf(round, caller.personId ?? '');
  if (mine === undefined) return NO_SEAT;
  const { seatId, sourceId } = mine;
  return { evaluator: true, seatId, sourceId, sheetStatus: statuses.get(seatId) ?? 'blank' };
};

const recusedFrom = (round: PreparedRound, personId: string): ((entryId: string) => string) => {
  const seat = seatOf(round, personId);
  if (seat === undefined) return () => '';
  const own = round.tables.seating.find(({ sourceId }) => sourceId === seat.sourceId)?.own ?? 'skip';
  const declared = new Set(
    round.recusals.filter((recusal) => recusal.personId === personId).map(({ entryId }) => entryId),
  );
  return (entryId) => {
    const entry = round.entries.find((one) => one.entryId === entryId);
    const structural = entry && structuralCause(seat, own, entry, seat.homeId);
    return structural ?? (declared.has(entryId) ? 'declared' : '');
  };
};

/**
 * Whether the caller is told of an entry: an evaluator, once entries are dealt out, of those alone that he was given. Before, he says by
 * the whole list what he can not judge.
 */
const isTold = (round: PreparedRound, { caller, actor }: CallContext): ((entryId: string) => boolean) => {
  const seat = seatOf(round, caller.personId ?? '');
  const isDealt = isRunning(round) && round.dealing.shares !== null;
  const by = round.tables.seating.find(({ sourceId }) => sourceId === seat?.sourceId)?.by ?? [];
  const asEvaluator = round.tables.parties.some(({ id, role }) => by.includes(id) && role === actor.role);
  if (seat === undefined || !isDealt || !asEvaluator) return () => true;
  const share = dealtTo(round, seat);
  return (entryId) => share === 'all' || share.has(entryId);
};

/** Entries that are judged, by id, with the caller's own recusals: nothing in it depends on anybody's marks. */
export const entryMessages = (round: PreparedRound, call: CallContext): readonly rpc.Entry[] => {
  const { caller } = call;
  const told = isTold(round, call);
  const recused = recusedFrom(round, caller.personId ?? '');
  return entriesIn(round)
    .filter(({ entryId }) => told(entryId))
    .toSorted((a, b) => (a.entryId < b.entryId ? -1 : 1))
    .map(({ entryId, subject, homeId, track, title }) => ({
      entryId,
      subjectKind: subject.kind,
      subjectId: subject.id,
      homeId,
      track,
      title,
      recused: recused(entryId),
    }));
};

export const seatMessages = (round: PreparedRound, statuses: Statuses): readonly rpc.Seat[] =>
  [...round.seats]
    .sort((a, b) => (a.seatId < b.seatId ? -1 : 1))
    .map(({ seatId, sourceId, personId, homeId, held, draw }) => ({
      seatId,
      sourceId,
      personId,
      homeId: homeId ?? '',
      held,
      drawn: draw !== null,
      submitted: statuses.get(seatId) === 'submitted',
    }));
