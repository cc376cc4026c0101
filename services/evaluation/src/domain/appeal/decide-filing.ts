import { firstRefusal, textRefusal } from '@jiangong/wording';
import { entryOf, isClosed, latestResult, isPrepared, type ClosedRound, type Round } from '../round/state.ts';
import type { AppealFact } from './facts.ts';
import { APPEAL_CHARACTERS_MAX, APPEALS_PER_ENTRY_MAX, EVIDENCE_MAX } from './limits.ts';
import { isSameMatter, matterOf, standsInTheWay } from './matter.ts';
import type { FileAppeal, WithdrawAppeal } from './orders.ts';
import type { AppealRefusal } from './refusals.ts';
import type { Appeal } from './state.ts';

type Decision = readonly AppealFact[] | AppealRefusal;

const SHA256 = /^[0-9a-f]{64}$/u;

const evidenceRefusal = (evidence: readonly string[]): AppealRefusal | undefined => {
  if (evidence.length > EVIDENCE_MAX)
    return { reason: 'EVIDENCE_INVALID', field: 'evidence', details: { evidenceMax: EVIDENCE_MAX } };
  const wrong = evidence.findIndex((hash, at) => !SHA256.test(hash) || evidence.indexOf(hash) !== at);
  return wrong === -1 ? undefined : { reason: 'EVIDENCE_INVALID', field: `evidence[${wrong}]` };
};

export const whyRefusal = (why: string): AppealRefusal | undefined =>
  textRefusal(why, { field: 'why', charactersMax: APPEAL_CHARACTERS_MAX, lines: 'many' });

/** Why nobody appeals now: before the stage there is time, after it there is none. */
export const windowRefusal = (round: Round, now: string): AppealRefusal | undefined => {
  if (!isPrepared(round) || round.tables.appeals === undefined)
    return { reason: 'APPEALS_NOT_TAKEN', field: 'roundId' };
  const windows = round.appealWindows;
  if (windows.some(({ opensAt, closesAt }) => opensAt <= now && now < closesAt)) return undefined;
  const [next] = windows
    .map(({ opensAt }) => opensAt)
    .filter((opensAt) => opensAt > now)
    .sort();
  if (next !== undefined || windows.length === 0)
    return { reason: 'APPEALS_NOT_BEGUN', field: 'roundId', details: next === undefined ? {} : { opensAt: next } };
  const last =
    windows
      .map(({ closesAt }) => closesAt)
      .sort()
      .at(-1) ?? '';
  return { reason: 'APPEAL_TOO_LATE', field: 'roundId', details: { closedAt: last } };
};

/** A closed round, or why there is nothing yet, or no more, that an appeal could be about. */
export const appealable = (round: Round): ClosedRound | AppealRefusal => {
  if (!isPrepared(round)) return { reason: 'ROUND_NOT_FOUND', field: 'roundId' };
  if (round.kind === 'annulled') return { reason: 'ROUND_ANNULLED', field: 'roundId' };
  if (!isClosed(round)) return { reason: 'ROUND_NOT_CLOSED', field: 'roundId' };
  return round;
};

const twiceRefusal = (round: ClosedRound, before: readonly Appeal[]): AppealRefusal | undefined => {
  const same = before.find((one) => standsInTheWay(round, one));
  return same === undefined
    ? undefined
    : { reason: 'APPEALED_ALREADY', field: 'matter', details: { appealId: same.appealId, standing: same.standing } };
};

/** By whoever answers for what is judged, while the stage lasts, against the result that there is. */
export const fileAppeal = (round: Round, order: FileAppeal): Decision => {
  const live = appealable(round);
  if (!('kind' in live)) return live;
  const { appealId, entryId, ground, evidence, why, now } = order;
  if (live.appeals.some((one) => one.appealId === appealId)) return [];
  const late = windowRefusal(live, now);
  if (late) return late;
  const result = latestResult(live);
  if (result === undefined) return { reason: 'RESULT_NOT_COMPUTED', field: 'roundId' };
  const entry = entryOf(live, entryId);
  if (entry === undefined || entry.out !== null) return { reason: 'ENTRY_NOT_IN_ROUND', field: 'entryId' };
  if (!ground.isSubject) return { reason: 'NOT_THE_SUBJECT', field: 'entryId' };
  const matter = matterOf(live, order);
  if ('reason' in matter) return matter;
  const own = live.appeals.filter((one) => one.entryId === entryId);
  const refusal = firstRefusal<AppealRefusal>(
    twiceRefusal(
      live,
      own.filter((one) => isSameMatter(one, matter)),
    ),
    own.length >= APPEALS_PER_ENTRY_MAX
      ? { reason: 'APPEALED_TOO_OFTEN', field: 'entryId', details: { appealsMax: APPEALS_PER_ENTRY_MAX } }
      : undefined,
    whyRefusal(why),
    evidenceRefusal(evidence),
  );
  if (refusal) return refusal;
  const { roundId, editionId, committeeId } = live;
  const { resultHash } = result;
  return [
    {
      type: 'AppealFiled.v1',
      data: {
        ...{ roundId, editionId, committeeId, appealId, entryId, ...matter, resultHash, evidence },
        ...{ filedBy: ground.personId, filedAt: now, prose: { why } },
      },
    },
  ];
};

/** Before it was decided, by who filed it, or by who answers for the entry now. */
export const withdrawAppeal = (round: Round, order: WithdrawAppeal): Decision => {
  const { appealId, entryId, ground, why, now } = order;
  const appeal = 'appeals' in round ? round.appeals.find((one) => one.appealId === appealId) : undefined;
  if (!isPrepared(round) || appeal === undefined || appeal.entryId !== entryId)
    return { reason: 'APPEAL_UNKNOWN', field: 'appealId' };
  if (appeal.filedBy !== ground.personId && !ground.isSubject)
    return { reason: 'NOT_THE_APPELLANT', field: 'appealId' };
  if (appeal.standing === 'withdrawn') return [];
  if (appeal.standing !== 'open')
    return { reason: 'APPEAL_SETTLED', field: 'appealId', details: { standing: appeal.standing } };
  const refusal = whyRefusal(why);
  if (refusal) return refusal;
  const { roundId, editionId, committeeId } = round;
  const data = { roundId, editionId, committeeId, appealId, entryId, withdrawnBy: ground.personId, withdrawnAt: now };
  return [{ type: 'AppealWithdrawn.v1', data: { ...data, prose: { why } } }];
};
