import { isList } from '../round/listed.ts';
import { isPrepared, isRunning, type Round, type RunningRound } from '../round/state.ts';
import { whyRefusal } from './decide-filing.ts';
import type { AppealFact } from './facts.ts';
import type { AppealGround } from './ground.ts';
import { VERDICTS_PER_APPEAL_MAX } from './limits.ts';
import type { DecideAppeal, ReopenAppeal } from './orders.ts';
import type { AppealRefusal } from './refusals.ts';
import type { Appeal } from './state.ts';
import { type AppealOutcome, type AppealRemedy, isAppealOutcome, isAppealRemedy } from './words.ts';

type Decision = readonly AppealFact[] | AppealRefusal;
type Found = Readonly<{ live: RunningRound; appeal: Appeal }>;

const found = (round: Round, appealId: string, entryId: string): Found | AppealRefusal => {
  if (isPrepared(round) && round.kind === 'annulled') return { reason: 'ROUND_ANNULLED', field: 'roundId' };
  const appeal = isRunning(round) ? round.appeals.find((one) => one.appealId === appealId) : undefined;
  return isRunning(round) && appeal?.entryId === entryId
    ? { live: round, appeal }
    : { reason: 'APPEAL_UNKNOWN', field: 'appealId' };
};

/** Nobody judges an appeal of his own, for what he answers for or belongs to, or about what he scored himself. */
export const concernedRefusal = (
  { seats }: RunningRound,
  { filedBy }: Appeal,
  ground: AppealGround,
  wrote: boolean,
): AppealRefusal | undefined => {
  const { personId, isSubject, subjectId, answerable, homeId, ownHomeId, decidesFor } = ground;
  if (filedBy === personId) return { reason: 'OWN_APPEAL', field: 'appealId' };
  if (subjectId === personId || answerable.includes(personId)) return { reason: 'OWN_ENTRY', field: 'entryId' };
  if (isSubject || ownHomeId === homeId || decidesFor?.organizationId === subjectId)
    return { reason: 'OWN_ORGANIZATION', field: 'entryId' };
  const sat = seats.some((seat) => seat.authors.includes(personId));
  return sat || wrote ? { reason: 'SCORED_BY_YOU', field: 'entryId' } : undefined;
};

const verdictOf = (
  round: RunningRound,
  { outcome, remedy }: DecideAppeal,
): Readonly<{ outcome: AppealOutcome; remedy: AppealRemedy | null }> | AppealRefusal => {
  if (!isAppealOutcome(outcome)) return { reason: 'APPEAL_OUTCOME_UNKNOWN', field: 'outcome' };
  if (outcome === 'rejected')
    return remedy === '' ? { outcome, remedy: null } : { reason: 'APPEAL_REMEDY_IMPOSSIBLE', field: 'remedy' };
  if (!isAppealRemedy(remedy)) return { reason: 'APPEAL_REMEDY_UNKNOWN', field: 'remedy' };
  // A list of who may be chosen is computed of nothing that could be put right here.
  return remedy === 'corrected-result' && isList(round)
    ? { reason: 'APPEAL_REMEDY_IMPOSSIBLE', field: 'remedy' }
    : { outcome, remedy };
};

/** By one of the party that the stage names, with a reason that those who appealed are told. */
export const decideAppeal = (round: Round, order: DecideAppeal): Decision => {
  const { appealId, entryId, ground, why, wrote, now } = order;
  const about = found(round, appealId, entryId);
  if ('reason' in about) return about;
  const { live, appeal } = about;
  const { decidesFor } = ground;
  if (decidesFor === null) return { reason: 'APPEAL_NOT_YOURS', field: 'appealId' };
  const concerned = concernedRefusal(live, appeal, ground, wrote);
  if (concerned) return concerned;
  if (appeal.standing !== 'open')
    return { reason: 'APPEAL_SETTLED', field: 'appealId', details: { standing: appeal.standing } };
  const verdict = verdictOf(live, order);
  if ('reason' in verdict) return verdict;
  const refusal = whyRefusal(why);
  if (refusal) return refusal;
  const { roundId, editionId, committeeId } = live;
  const { party, grantId } = decidesFor;
  return [
    {
      type: 'AppealDecided.v1',
      data: {
        ...{ roundId, editionId, committeeId, appealId, entryId, ...verdict, decidedBy: ground.personId },
        ...{ party, grantId, decidedAt: now, prose: { why } },
      },
    },
  ];
};

/** By another person than who decided, of the party or of discipline inspection: it is decided anew. */
export const reopenAppeal = (round: Round, order: ReopenAppeal): Decision => {
  const { appealId, entryId, ground, role, why, wrote, now } = order;
  const about = found(round, appealId, entryId);
  if ('reason' in about) return about;
  const { live, appeal } = about;
  if (appeal.decidedBy === ground.personId) return { reason: 'OWN_VERDICT', field: 'appealId' };
  const concerned = concernedRefusal(live, appeal, ground, wrote);
  if (concerned) return concerned;
  if (appeal.standing === 'withdrawn')
    return { reason: 'APPEAL_SETTLED', field: 'appealId', details: { standing: appeal.standing } };
  if (appeal.standing === 'open') return { reason: 'APPEAL_NOT_DECIDED', field: 'appealId' };
  if (appeal.verdicts >= VERDICTS_PER_APPEAL_MAX)
    return {
      reason: 'APPEAL_DECIDED_TOO_OFTEN',
      field: 'appealId',
      details: { verdictsMax: VERDICTS_PER_APPEAL_MAX },
    };
  const refusal = whyRefusal(why);
  if (refusal) return refusal;
  const { roundId, editionId, committeeId } = live;
  const ids = { roundId, editionId, committeeId, appealId, entryId };
  return [
    {
      type: 'AppealReopened.v1',
      data: { ...ids, reopenedBy: ground.personId, role, reopenedAt: now, prose: { why } },
    },
  ];
};
