import type { Decider } from '@jiangong/event-store';
import { textRefusal } from '@jiangong/wording';
import { isAttested } from './attestation.ts';
import { awardsOf, sameAwards } from './awards.ts';
import { causeOf, quorumOf } from './body.ts';
import type { DecisionFact, MinutedMember } from './facts.ts';
import { REASON_CHARACTERS_MAX } from './limits.ts';
import { attendanceRefusal, decidingBody, paperRefusal } from './meeting.ts';
import type { AttestMinutes, DecidingBody, DecisionOrder, RecordMinutes, WithdrawMinutes } from './orders.ts';
import type { DecisionRefusal } from './refusals.ts';
import { resultRefusal } from './result-refusal.ts';
import { type DecisionState, evolveDecision } from './state.ts';
import { reasonsRefusal, termsOf } from './terms.ts';
import { decidedEntries, takenIds } from './unit-part.ts';

type Decision = readonly DecisionFact[] | DecisionRefusal;

/** The whole body of that day: who came, and who is recused from which entry and why. */
const minuted = (
  { committeeId, members }: DecidingBody,
  { present, decidable }: RecordMinutes,
): readonly MinutedMember[] =>
  members.map((member) => ({
    personId: member.personId,
    grantId: member.grantId,
    homeId: member.homeId,
    present: present.includes(member.personId),
    recused: decidedEntries(decidable, committeeId).flatMap((entry) => {
      const cause = causeOf(member, entry, decidable.party.recuse);
      return cause === null ? [] : [{ entryId: entry.entryId, cause }];
    }),
  }));

const record = (state: DecisionState, order: RecordMinutes): Decision => {
  if (state.kind !== 'absent') return { reason: 'MINUTES_RECORDED_ALREADY', field: 'decisionId' };
  const { decidable, terms, reasons } = order;
  const refusal = resultRefusal(decidable, order.resultHash) ?? paperRefusal(order) ?? reasonsRefusal(terms, reasons);
  if (refusal) return refusal;
  const body = decidingBody(order);
  if ('reason' in body) return body;
  const attendance = attendanceRefusal(body, order);
  if (attendance) return attendance;
  const awards = awardsOf(decidable, terms);
  if ('reason' in awards) return awards;
  return [
    {
      type: 'MinutesRecorded.v1',
      data: {
        decisionId: order.decisionId,
        ...takenIds(decidable),
        committeeId: body.committeeId,
        basis: decidable.basis,
        resultHash: order.resultHash,
        meetingOn: order.meetingOn,
        minutesNumber: order.minutesNumber,
        file: order.file,
        body: minuted(body, order),
        attestationsNeeded: decidable.party.attest ?? quorumOf(order.present.length, 0),
        awards,
        ...termsOf(terms),
        recordedBy: order.by,
        prose: reasons,
      },
    },
  ];
};

/** Each by himself. With the last one that is needed the decision takes effect, if what it is about still stands as it was. */
const attest = (state: DecisionState, { personId, decidable, now }: AttestMinutes): Decision => {
  if (state.kind === 'absent') return { reason: 'MINUTES_NOT_RECORDED', field: 'decisionId' };
  if (state.kind === 'withdrawn') return { reason: 'MINUTES_WITHDRAWN', field: 'decisionId' };
  const { minutes, attestedBy } = state;
  if (minutes.roundId !== decidable.roundId || minutes.unitId !== decidable.part?.committeeId)
    return { reason: 'MINUTES_OF_ANOTHER_ROUND', field: 'decisionId' };
  if (decidable.annulled.includes(minutes.decisionId)) return { reason: 'DECISION_ANNULLED', field: 'decisionId' };
  const member = minutes.body.find((one) => one.personId === personId && one.present);
  if (member === undefined) return { reason: 'NOT_PRESENT', field: 'decisionId' };
  if (attestedBy.includes(personId)) return [];
  if (state.kind === 'recorded') {
    const refusal = resultRefusal(decidable, minutes.resultHash);
    if (refusal) return refusal;
    const awards = awardsOf(decidable, minutes);
    if ('reason' in awards) return awards;
    if (!sameAwards(awards, minutes.awards)) return { reason: 'RESULT_OUTDATED', field: 'decisionId' };
  }
  const { decisionId, roundId } = minutes;
  const completing = state.kind === 'recorded' && isAttested(minutes, [...attestedBy, personId]);
  return [
    {
      type: 'MinutesAttested.v1',
      data: { decisionId, roundId, personId, grantId: member.grantId, attestedAt: now, completing },
    },
  ];
};

const withdraw = (state: DecisionState, { by, now, why }: WithdrawMinutes): Decision => {
  switch (state.kind) {
    case 'absent':
      return { reason: 'MINUTES_NOT_RECORDED', field: 'decisionId' };
    case 'withdrawn':
      return [];
    case 'attested':
      return { reason: 'MINUTES_ATTESTED', field: 'decisionId' };
    case 'recorded': {
      const refusal = textRefusal(why, { field: 'why', charactersMax: REASON_CHARACTERS_MAX, lines: 'many' });
      if (refusal) return refusal;
      const { decisionId, roundId } = state.minutes;
      const data = { decisionId, roundId, withdrawnBy: by, withdrawnAt: now, prose: { why } };
      return [{ type: 'MinutesWithdrawn.v1', data }];
    }
  }
};

export const decisionDecider: Decider<DecisionState, DecisionOrder, DecisionFact, DecisionRefusal> = {
  initial: { kind: 'absent' },
  evolve: evolveDecision,
  decide: (state, order) => {
    switch (order.type) {
      case 'RecordMinutes':
        return record(state, order);
      case 'AttestMinutes':
        return attest(state, order);
      case 'WithdrawMinutes':
        return withdraw(state, order);
    }
  },
};
