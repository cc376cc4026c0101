import { isLocalDate, localDateOf } from '@jiangong/calendar';
import type { Decider } from '@jiangong/event-store';
import { textRefusal } from '@jiangong/wording';
import type { TalkFact } from './facts.ts';
import type { AskedTalk } from './ground.ts';
import { RECORDS_MAX, WHY_CHARACTERS_MAX } from './limits.ts';
import type { ConfirmTalk, RecordTalk, RefuteTalk, TalkOrder, WithdrawTalk } from './orders.ts';
import type { TalkRefusal } from './refusals.ts';
import { evolveTalk, type Talk, type TalkRecord, unheld } from './state.ts';

type Decision = readonly TalkFact[] | TalkRefusal;

const whyRefusal = (why: string): TalkRefusal | undefined =>
  textRefusal(why, { field: 'why', charactersMax: WHY_CHARACTERS_MAX, lines: 'many' });

const dayRefusal = ({ decidedOn }: AskedTalk, { heldOn, now }: RecordTalk): TalkRefusal | undefined => {
  const field = 'heldOn';
  if (!isLocalDate(heldOn)) return { reason: 'TALK_DAY_INVALID', field };
  const today = localDateOf(now);
  if (heldOn > today) return { reason: 'TALK_IN_FUTURE', field, details: { today } };
  return heldOn < decidedOn ? { reason: 'TALK_BEFORE_DECISION', field, details: { decidedOn } } : undefined;
};

const standing = ({ stands }: Talk, recordId: string): TalkRecord | TalkRefusal =>
  stands === null || stands.recordId !== recordId ? { reason: 'TALK_NOT_ON_RECORD', field: 'recordId' } : stands;

/** Whoever held it writes it down; written down again it is corrected, says why, and is to be confirmed anew. */
const record = (talk: Talk, order: RecordTalk, asked: AskedTalk): Decision => {
  const { ground, talkId, recordId, heldOn, why } = order;
  const { role, personId } = ground;
  if (role === null) return { reason: 'TALK_NOT_YOURS', field: 'entryId' };
  if (talk.records >= RECORDS_MAX)
    return { reason: 'TALK_RECORDED_TOO_OFTEN', field: 'entryId', details: { recordsMax: RECORDS_MAX } };
  const isFirst = talk.stands === null;
  const refusal = dayRefusal(asked, order) ?? (isFirst ? undefined : whyRefusal(why));
  if (refusal) return refusal;
  const late = asked.dueOn !== null && heldOn > asked.dueOn;
  const held = { kind: isFirst ? 'held' : 'correction', heldOn, late, heldBy: personId, role } as const;
  const data = { ...asked.place, talkId, recordId, ...held, prose: isFirst ? null : { why } };
  return [{ type: 'TalkRecorded.v1', data }];
};

const confirm = (talk: Talk, { ground, talkId, recordId }: ConfirmTalk, { place }: AskedTalk): Decision => {
  const stands = standing(talk, recordId);
  if ('reason' in stands) return stands;
  if (!ground.isSubject) return { reason: 'TALK_NOT_YOURS', field: 'entryId' };
  if (stands.heldBy === ground.personId) return { reason: 'OWN_TALK', field: 'recordId' };
  if (stands.confirmedBy !== null) return { reason: 'TALK_CONFIRMED_ALREADY', field: 'recordId' };
  return [{ type: 'TalkConfirmed.v1', data: { ...place, talkId, recordId, confirmedBy: ground.personId } }];
};

/** What was confirmed is refuted no more: the office corrects it, or takes it back. */
const refute = (talk: Talk, { ground, talkId, recordId, why }: RefuteTalk, { place }: AskedTalk): Decision => {
  const stands = standing(talk, recordId);
  if ('reason' in stands) return stands;
  if (!ground.isSubject) return { reason: 'TALK_NOT_YOURS', field: 'entryId' };
  if (stands.confirmedBy !== null) return { reason: 'TALK_CONFIRMED_ALREADY', field: 'recordId' };
  const refusal = whyRefusal(why);
  if (refusal) return refusal;
  const data = { ...place, talkId, recordId, refutedBy: ground.personId, prose: { why } };
  return [{ type: 'TalkRefuted.v1', data }];
};

const withdraw = (talk: Talk, { ground, talkId, recordId, why }: WithdrawTalk, { place }: AskedTalk): Decision => {
  const stands = standing(talk, recordId);
  if ('reason' in stands) return stands;
  if (ground.role === null) return { reason: 'TALK_NOT_YOURS', field: 'entryId' };
  const refusal = whyRefusal(why);
  if (refusal) return refusal;
  const data = { ...place, talkId, recordId, withdrawnBy: ground.personId, prose: { why } };
  return [{ type: 'TalkWithdrawn.v1', data }];
};

const decide = (talk: Talk, order: TalkOrder): Decision => {
  const { asked } = order.ground;
  if (asked === null) return { reason: 'TALK_NOT_ASKED', field: 'entryId' };
  switch (order.type) {
    case 'RecordTalk':
      return record(talk, order, asked);
    case 'ConfirmTalk':
      return confirm(talk, order, asked);
    case 'RefuteTalk':
      return refute(talk, order, asked);
    case 'WithdrawTalk':
      return withdraw(talk, order, asked);
  }
};

/** One talk that a decision asks for: put on record by whoever held it, confirmed by whoever was talked with, corrected or taken back. */
export const talkDecider: Decider<Talk, TalkOrder, TalkFact, TalkRefusal> = {
  initial: unheld,
  evolve: evolveTalk,
  decide,
};
