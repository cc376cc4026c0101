import { localDateOf } from '@jiangong/calendar';
import { aggregateIdOf, type Handled } from '@jiangong/event-store';
import type { CallContext } from '@jiangong/service-host';
import type { MeasureFact } from '../domain/measure/facts.ts';
import { shareOf } from '../domain/measure/decide-computed.ts';
import { measureGroundOf, measuresOf } from '../domain/measure/ground.ts';
import type { AskedChange, MeasureOrder, RecordMeasures } from '../domain/measure/orders.ts';
import type { MeasureRefusal } from '../domain/measure/refusals.ts';
import { isPrepared } from '../domain/round/state.ts';
import { callerIn } from './change-checklist.ts';
import { type Evaluation, sentBy } from './evaluation.ts';
import { openProse, proseKey } from './prose-codec.ts';
import { measureIdOf, measureStream } from './streams.ts';

export type OfSource = Readonly<{ roundId: string; sourceId: string }>;
type Given = 'measureId' | 'roundId' | 'editionId' | 'sourceId' | 'ground' | 'now';
type Sent<O> = O extends MeasureOrder ? Omit<O, Given> : never;
export type MeasureAnswer = Handled<MeasureFact, MeasureRefusal>;
type Sealed = Readonly<Record<string, string>>;

export type Recording = OfSource & Pick<RecordMeasures, 'values' | 'origin' | 'evidence'>;
export type Changing = OfSource & AskedChange;

/** What an order must know of the round, of the entries it speaks of and of the caller, and the ids that every fact carries. */
const standing = async (
  evaluation: Evaluation,
  { roundId, sourceId }: OfSource,
  entryIds: readonly string[],
  call: CallContext,
) => {
  const { round } = await evaluation.readRound(roundId);
  const person = await callerIn(evaluation, round, call);
  const ground = measureGroundOf(round, { sourceId, entryIds }, person, call.now);
  const editionId = isPrepared(round) ? round.editionId : '';
  return { measureId: measureIdOf(roundId, sourceId), roundId, editionId, sourceId, ground, now: call.now };
};

type About = OfSource & Readonly<{ entryIds: readonly string[] }>;

/** What is sealed is no part of the request's hash but by a keyed fingerprint: prose, and values, of which there are few to try. */
const send = async (
  evaluation: Evaluation,
  { entryIds, ...of }: About,
  call: CallContext,
  { order, sealed, named }: Readonly<{ order: Sent<MeasureOrder>; sealed: Sealed; named: object }>,
): Promise<MeasureAnswer> => {
  const ids = await standing(evaluation, of, entryIds, call);
  const fingerprint = await evaluation.ground.privacy.fingerprint(proseKey(ids.measureId), sealed);
  return evaluation.handleMeasure({
    stream: measureStream(ids.measureId),
    order: { ...ids, ...order } as MeasureOrder,
    ...sentBy(call, order.type, { ...of, ...named, fingerprint }),
  });
};

const actingOf = ({ actor }: CallContext) => ({ personId: actor.id ?? '', role: actor.role ?? '' });

/** What one person of the office does while the round is open. */
export const changeMeasure = (evaluation: Evaluation) => ({
  record: ({ roundId, sourceId, values, origin, evidence }: Recording, call: CallContext): Promise<MeasureAnswer> => {
    const entryIds = [...new Set(values.map(({ entryId }) => entryId))];
    return send(evaluation, { roundId, sourceId, entryIds }, call, {
      order: { type: 'RecordMeasures', values, origin, evidence },
      sealed: { origin, values: JSON.stringify(values) },
      named: { evidence },
    });
  },

  change: ({ roundId, sourceId, ...asked }: Changing, call: CallContext): Promise<MeasureAnswer> => {
    const { origin, why, value, dayOf, ...named } = asked;
    return send(evaluation, { roundId, sourceId, entryIds: [asked.entryId] }, call, {
      ...{ order: { type: 'ChangeMeasure', ...asked }, sealed: { origin, why, value, dayOf }, named },
    });
  },
});

/** What a proposal said its value was taken from: whoever carries it out says it again. */
const originOf = async (evaluation: Evaluation, { roundId, sourceId }: OfSource, proposalId: string) => {
  const events = await evaluation.ground.store.readStream(measureStream(measureIdOf(roundId, sourceId)));
  const proposed = events.find(
    ({ type, data }) =>
      type === ('ActProposed.v1' satisfies MeasureFact['type']) &&
      (data as Readonly<{ proposalId: string }>).proposalId === proposalId,
  );
  if (proposed === undefined) return '';
  return (await openProse<Readonly<{ origin: string }>>(evaluation.ground.privacy, proposed))?.origin ?? '';
};

type Answered = OfSource & Readonly<{ entryId: string; proposalId: string; why: string }>;

/** What the platform counts nobody writes: what is proposed is what was planned and delivered by now. */
const counted = async (
  evaluation: Evaluation,
  { roundId, sourceId }: OfSource,
  asked: AskedChange,
  now: string,
): Promise<AskedChange> => {
  const { round } = await evaluation.readRound(roundId);
  const rules = isPrepared(round) ? measuresOf(round).find(({ source }) => source.id === sourceId)?.rules : undefined;
  if (rules?.computed === undefined) return asked;
  const plans = await evaluation.knowledge.plansOf([asked.entryId]);
  const share = shareOf(plans.get(asked.entryId) ?? { planned: 0, delivered: 0 }, rules.decimals);
  if (share === null) return { ...asked, asked: 'none', value: '', dayOf: '', origin: '', evidence: [] };
  const value = (share / 10 ** rules.decimals).toFixed(rules.decimals);
  return { ...asked, asked: 'value', value, dayOf: localDateOf(now), origin: '按承诺完成情况重新计算', evidence: [] };
};

/** Two persons once the round is closed: one proposes, another of another role carries out. */
export const correctMeasure = (evaluation: Evaluation) => ({
  propose: async ({ roundId, sourceId, ...written }: Changing, call: CallContext) => {
    const asked = await counted(evaluation, { roundId, sourceId }, written, call.now);
    const proposalId = aggregateIdOf(call.requestId, 'proposal');
    const { origin, why, value, dayOf, ...named } = asked;
    const order = { type: 'ProposeMeasureAct', proposalId, ...asked, by: actingOf(call) } as const;
    const about = { roundId, sourceId, entryIds: [asked.entryId] };
    return {
      proposalId,
      handled: await send(evaluation, about, call, { order, sealed: { origin, why, value, dayOf }, named }),
    };
  },

  carryOut: async ({ entryId, proposalId, why, ...of }: Answered, call: CallContext): Promise<MeasureAnswer> => {
    const origin = await originOf(evaluation, of, proposalId);
    const order = { type: 'CarryOutMeasureAct', proposalId, origin, why, by: actingOf(call) } as const;
    return send(evaluation, { ...of, entryIds: [entryId] }, call, { order, sealed: { why }, named: { proposalId } });
  },

  reject: ({ entryId, proposalId, why, ...of }: Answered, call: CallContext): Promise<MeasureAnswer> => {
    const order = { type: 'RejectMeasureProposal', proposalId, why, by: actingOf(call) } as const;
    return send(evaluation, { ...of, entryIds: [entryId] }, call, { order, sealed: { why }, named: { proposalId } });
  },
});
