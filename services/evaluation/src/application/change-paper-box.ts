import { aggregateIdOf, type Handled } from '@jiangong/event-store';
import type { CallContext } from '@jiangong/service-host';
import type { EntryCount, PaperBoxFact } from '../domain/paper-box/facts.ts';
import { paperBoxGroundOf } from '../domain/paper-box/ground.ts';
import type { PaperBoxOrder } from '../domain/paper-box/orders.ts';
import type { PaperBoxRefusal } from '../domain/paper-box/refusals.ts';
import { isPrepared } from '../domain/round/state.ts';
import { callerIn } from './change-checklist.ts';
import { type Evaluation, sentBy } from './evaluation.ts';
import { proseKey } from './prose-codec.ts';
import { paperBoxIdOf, paperBoxStream } from './streams.ts';

type OfSource = Readonly<{ roundId: string; sourceId: string }>;
type Given = 'paperBoxId' | 'roundId' | 'editionId' | 'sourceId' | 'ground' | 'by' | 'now';
type Bare<O> = O extends PaperBoxOrder ? Omit<O, Given> : never;
export type PaperBoxAnswer = Handled<PaperBoxFact, PaperBoxRefusal>;

export type Counting = OfSource &
  Readonly<{ entries: readonly EntryCount[]; evidence: readonly string[]; why: string }>;

/** What is sealed is no part of the request's hash but by a keyed fingerprint: prose, and counts, of which there are few to try. */
const send = async (
  evaluation: Evaluation,
  { roundId, sourceId }: OfSource,
  call: CallContext,
  {
    order,
    sealed = {},
    named = {},
  }: Readonly<{ order: Bare<PaperBoxOrder>; sealed?: Readonly<Record<string, string>>; named?: object }>,
): Promise<PaperBoxAnswer> => {
  const { round } = await evaluation.readRound(roundId);
  const person = await callerIn(evaluation, round, call);
  const paperBoxId = paperBoxIdOf(roundId, sourceId);
  const ids = { paperBoxId, roundId, editionId: isPrepared(round) ? round.editionId : '', sourceId };
  const fingerprint = await evaluation.ground.privacy.fingerprint(proseKey(paperBoxId), sealed);
  const by = { personId: call.actor.id ?? '', role: call.actor.role ?? '' };
  const ground = paperBoxGroundOf(round, sourceId, person, call.now);
  return evaluation.handlePaperBox({
    stream: paperBoxStream(paperBoxId),
    order: { ...ids, ground, by, now: call.now, ...order },
    ...sentBy(call, order.type, { roundId, sourceId, ...named, fingerprint }),
  });
};

type OfCount = OfSource & Readonly<{ countId: string }>;

/** What tellers do with a box. */
export const changePaperBox = (evaluation: Evaluation) => ({
  count: async ({ entries: counted, evidence, why, ...of }: Counting, call: CallContext) => {
    const countId = aggregateIdOf(call.requestId, 'paper count');
    const order = { type: 'CountPapers', countId, counted, evidence, why } as const;
    const sealed = { counted: JSON.stringify(counted), why };
    return { countId, handled: await send(evaluation, of, call, { order, sealed, named: { evidence } }) };
  },

  confirm: ({ countId, ...of }: OfCount, call: CallContext): Promise<PaperBoxAnswer> =>
    send(evaluation, of, call, { order: { type: 'ConfirmPaperCount', countId }, named: { countId } }),

  contradict: ({ countId, why, ...of }: OfCount & Readonly<{ why: string }>, call: CallContext) => {
    const order = { type: 'ContradictPaperCount', countId, why } as const;
    return send(evaluation, of, call, { order, sealed: { why }, named: { countId } });
  },

  open: ({ roundId, sourceId }: OfSource, call: CallContext): Promise<PaperBoxAnswer> =>
    send(evaluation, { roundId, sourceId }, call, { order: { type: 'OpenPaperBox' } }),
});
