import { aggregateIdOf, type Handled } from '@jiangong/event-store';
import type { CallContext } from '@jiangong/service-host';
import type { ChecklistFact } from '../domain/checklist/facts.ts';
import { type ChecklistGround, type Facing, groundOf } from '../domain/checklist/ground.ts';
import type { ChecklistOrder, ProposedTerms } from '../domain/checklist/orders.ts';
import type { ChecklistRefusal } from '../domain/checklist/refusals.ts';
import type { Candidate } from '../domain/round/holders.ts';
import { entriesIn, isPrepared, type Round } from '../domain/round/state.ts';
import { type Evaluation, sentBy } from './evaluation.ts';
import { proseKey } from './prose-codec.ts';
import { checklistIdOf, checklistStream } from './streams.ts';

export type OfEntry = Readonly<{ roundId: string; entryId: string }>;
type Given = 'checklistId' | 'roundId' | 'editionId' | 'entryId' | 'ground' | 'now';
type Sent<O> = O extends ChecklistOrder ? Omit<O, Given> : never;
/** What a caller says of an order, beside who he is. */
type OfOrder<T extends ChecklistOrder['type']> = Omit<Extract<ChecklistOrder, { type: T }>, Given | 'type' | 'by'>;
type Answer = Promise<Handled<ChecklistFact, ChecklistRefusal>>;

/** The caller as he stands now, seen from the round's committee. */
export const callerIn = async (
  { knowledge }: Pick<Evaluation, 'knowledge'>,
  round: Round,
  { caller, now }: CallContext,
): Promise<Candidate> => {
  const personId = caller.personId ?? '';
  const stranger: Candidate = { personId, homeId: null, grants: [] };
  if (!isPrepared(round)) return stranger;
  const known = await knowledge.people([personId], { committeeId: round.committeeId, now, wait: false });
  return known.get(personId) ?? stranger;
};

/**
 * The caller with how those stand who are judged, where a list says who marks what is an owner's own: whether they act for the owner
 * themselves. `entryId`: of one entry alone.
 */
export const facingIn = async (
  evaluation: Pick<Evaluation, 'knowledge'>,
  round: Round,
  call: CallContext,
  entryId?: string,
): Promise<Facing> => {
  const caller = await callerIn(evaluation, round, call);
  if (!isPrepared(round)) return caller;
  const { sources } = round.tables;
  if (!sources.some((source) => source.kind === 'checklist' && source.own.by === 'party')) return caller;
  const ids = entriesIn(round)
    .filter((entry) => entry.subject.kind === 'person' && (entryId ?? entry.entryId) === entry.entryId)
    .map(({ subject }) => subject.id);
  const at = { committeeId: round.committeeId, now: call.now, wait: false };
  return { ...caller, judged: await evaluation.knowledge.people(ids, at) };
};

/** What an order must know of the round and the caller, and the ids that every fact of a list carries. */
const standing = async (evaluation: Evaluation, { roundId, entryId }: OfEntry, call: CallContext) => {
  const { round } = await evaluation.readRound(roundId);
  const ground: ChecklistGround = groundOf(round, entryId, await facingIn(evaluation, round, call, entryId), call.now);
  const editionId = isPrepared(round) ? round.editionId : '';
  return { checklistId: checklistIdOf(roundId, entryId), roundId, editionId, entryId, ground, now: call.now };
};

/** What is written in prose is no part of the request's hash but by a keyed fingerprint. */
type Prose = Readonly<Record<string, string>>;

const sender =
  (evaluation: Evaluation, of: OfEntry, call: CallContext) =>
  async (order: Sent<ChecklistOrder>, prose: Prose, named: object): Answer => {
    const { privacy } = evaluation.ground;
    const ids = await standing(evaluation, of, call);
    const fingerprint = await privacy.fingerprint(proseKey(ids.checklistId), prose);
    return evaluation.handleChecklist({
      stream: checklistStream(ids.checklistId),
      order: { ...ids, ...order } as ChecklistOrder,
      ...sentBy(call, order.type, { ...of, ...named, fingerprint }),
    });
  };

const actingOf = ({ actor }: CallContext) => ({ personId: actor.id ?? '', role: actor.role ?? '' });

/** What one person does in a list: an office records, marks and closes, whoever is judged marks himself and answers. */
export const changeChecklist = (evaluation: Evaluation) => ({
  record: async (
    { roundId, entryId, ...given }: OfEntry & Omit<OfOrder<'RecordOccurrence'>, 'occurrenceId'>,
    call: CallContext,
  ) => {
    const occurrenceId = aggregateIdOf(call.requestId, 'finding');
    const { finding, ...named } = given;
    const send = sender(evaluation, { roundId, entryId }, call);
    const handled = await send({ type: 'RecordOccurrence', occurrenceId, ...given }, { finding }, named);
    return { occurrenceId, handled };
  },

  withdraw: ({ roundId, entryId, ...given }: OfEntry & OfOrder<'WithdrawOccurrence'>, call: CallContext): Answer => {
    const { why, ...named } = given;
    return sender(evaluation, { roundId, entryId }, call)({ type: 'WithdrawOccurrence', ...given }, { why }, named);
  },

  review: ({ roundId, entryId, ...given }: OfEntry & OfOrder<'ReviewItem'>, call: CallContext): Answer => {
    const { remark, ...named } = given;
    return sender(evaluation, { roundId, entryId }, call)({ type: 'ReviewItem', ...given }, { remark }, named);
  },

  scoreSelf: ({ roundId, entryId, ...given }: OfEntry & OfOrder<'ScoreSelf'>, call: CallContext): Answer =>
    sender(evaluation, { roundId, entryId }, call)({ type: 'ScoreSelf', ...given }, {}, given),

  answer: ({ roundId, entryId, ...given }: OfEntry & OfOrder<'AnswerFinding'>, call: CallContext): Answer => {
    const { answer, ...named } = given;
    return sender(evaluation, { roundId, entryId }, call)({ type: 'AnswerFinding', ...given }, { answer }, named);
  },

  close: ({ roundId, entryId, ...given }: OfEntry & OfOrder<'ClosePeriod'>, call: CallContext): Answer =>
    sender(evaluation, { roundId, entryId }, call)({ type: 'ClosePeriod', ...given }, {}, given),
});

/** Two persons for whatever is corrected once its period is closed: one proposes, another of another role carries out. */
export const correctChecklist = (evaluation: Evaluation) => ({
  propose: async (
    { roundId, entryId, terms, why }: OfEntry & Readonly<{ terms: ProposedTerms; why: string }>,
    call: CallContext,
  ) => {
    const proposalId = aggregateIdOf(call.requestId, 'proposal');
    const order = { type: 'ProposeChecklistAct', proposalId, terms, why, by: actingOf(call) } as const;
    const handled = await sender(evaluation, { roundId, entryId }, call)(order, { why }, { terms });
    return { proposalId, handled };
  },

  answerProposal: (
    type: 'CarryOutChecklistAct' | 'RejectChecklistProposal',
    { roundId, entryId, proposalId, why }: OfEntry & Readonly<{ proposalId: string; why: string }>,
    call: CallContext,
  ): Answer => {
    const order = { type, proposalId, why, by: actingOf(call) } as const;
    return sender(evaluation, { roundId, entryId }, call)(order, { why }, { proposalId });
  },
});
