import type * as rpc from '@jiangong/contracts/jiangong/evaluation/v1/evaluation_service';
import type { CallContext } from '@jiangong/service-host';
import { refused } from '@jiangong/service-host';
import type { RoundRead } from '../../application/round-reader.ts';
import { type ClosedRound, isClosed, isPrepared, type PreparedRound, type Round } from '../../domain/round/state.ts';
import { sheetRoundOf } from '../../domain/sheet/sheet-round.ts';
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

const phaseOf = (round: PreparedRound): string => {
  if (round.kind === 'frozen') return 'prepared';
  return round.kind === 'closed' && round.tallies.length > 0 ? 'tallied' : round.kind;
};

type Statuses = ReadonlyMap<string, SheetStatus>;

export const roundMessage = ({ round: read, revision }: RoundRead, statuses: Statuses): rpc.Round => {
  const round = preparedRound(read);
  return {
    roundId: round.roundId,
    editionId: round.editionId,
    committeeId: round.committeeId,
    schemeId: round.schemeId,
    phase: phaseOf(round),
    entries: round.entries.length,
    groups: round.scheme.groups.map(({ id, nameZh, nameEn, weight }) => {
      const members = round.evaluators.filter(({ groupId }) => groupId === id);
      const submitted = members.filter(({ personId }) => statuses.get(personId) === 'submitted').length;
      return { groupId: id, nameZh, nameEn, weight, evaluators: members.length, submitted };
    }),
    rulesHash: round.kind === 'prepared' ? '' : round.rulesHash,
    lastIndex: isClosed(round) ? round.lastIndex : 0,
    documentNumber: round.kind === 'commended' ? round.documentNumber : '',
    revision,
  };
};

export const myPartMessage = (round: PreparedRound, statuses: Statuses, { caller }: CallContext): rpc.MyPart => {
  const mine = round.evaluators.find(({ personId }) => personId === caller.personId);
  if (mine === undefined) return { evaluator: false, groupId: '', sheetStatus: '' };
  return { evaluator: true, groupId: mine.groupId, sheetStatus: statuses.get(mine.personId) ?? 'blank' };
};

/** Entries by id with the caller's own recusals: nothing in it depends on anybody's scores. */
export const entryMessages = (round: PreparedRound, { caller }: CallContext): readonly rpc.Entry[] => {
  const recused = new Map(
    sheetRoundOf(round, caller.personId ?? '', null).entries.map((entry) => [entry.entryId, entry.recused]),
  );
  return [...round.entries]
    .sort((a, b) => (a.entryId < b.entryId ? -1 : 1))
    .map(({ entryId, unitId, title }) => ({ entryId, unitId, title, recused: recused.get(entryId) ?? '' }));
};

export const evaluatorMessages = (round: PreparedRound, statuses: Statuses): readonly rpc.Evaluator[] =>
  [...round.evaluators]
    .sort((a, b) => (a.personId < b.personId ? -1 : 1))
    .map(({ personId, groupId, unitId }) => ({
      personId,
      groupId,
      unitId: unitId ?? '',
      submitted: statuses.get(personId) === 'submitted',
    }));
