import { localDateOf } from '@jiangong/calendar';
import { aggregateIdOf, type StoredEvent } from '@jiangong/event-store';
import { type CallContext, refused } from '@jiangong/service-host';
import type { TalkFact, TalkKind } from '../domain/talk/facts.ts';
import { askedTalks, type AskedTalk, talkGroundOf } from '../domain/talk/ground.ts';
import type { TalkOrder } from '../domain/talk/orders.ts';
import type { TalkRefusal } from '../domain/talk/refusals.ts';
import type { TalkRecord } from '../domain/talk/state.ts';
import { entryOf, isPrepared, type Round } from '../domain/round/state.ts';
import { callerIn } from './change-checklist.ts';
import { talkIdOf } from './decision-streams.ts';
import type { Decisions } from './decisions.ts';
import { sentBy } from './evaluation.ts';
import { proseKey } from './prose-codec.ts';
import type { Outcome } from './reasons.ts';
import { talkStream } from './streams.ts';
import { writings } from './written.ts';

/** By the decision that is in force now: another one's talk is another. */
type OfTalk = Readonly<{ roundId: string; entryId: string; rule: string }>;
type OfRecord = OfTalk & Readonly<{ recordId: string }>;
type Answer = Outcome<TalkFact, TalkRefusal>;
type Bare<O> = O extends TalkOrder ? Omit<O, 'talkId' | 'ground' | 'now'> : never;

const idOf = ({ place: { decisionId, rule, entryId } }: AskedTalk): string => talkIdOf(decisionId, rule, entryId);

const send = async (
  decisions: Decisions,
  { roundId, entryId, rule }: OfTalk,
  call: CallContext,
  { order, why }: Readonly<{ order: Bare<TalkOrder>; why: string }>,
): Promise<Answer> => {
  const { round } = await decisions.readRound(roundId);
  if (!isPrepared(round)) throw refused({ reason: 'ROUND_NOT_FOUND', field: 'roundId' });
  const asked = askedTalks(round).find(({ place }) => place.entryId === entryId && place.rule === rule) ?? null;
  const ground = talkGroundOf(round, asked, await callerIn(decisions, round, call));
  const talkId = asked === null ? talkIdOf('', rule, entryId) : idOf(asked);
  // What is sealed is no part of the request's hash but by a keyed fingerprint.
  const fingerprint = await decisions.ground.privacy.fingerprint(proseKey(talkId), { why });
  const { type, ...given } = order;
  const named = { ...given, ...('why' in given ? { why: '' } : {}), roundId, entryId, rule, fingerprint };
  const full: TalkOrder = { ...order, talkId, ground, now: call.now };
  return decisions.handleTalk({ stream: talkStream(talkId), order: full, ...sentBy(call, type, named) });
};

/** What whoever holds talks, and whoever was talked with, do with the record of a talk. */
export const changeTalks = (decisions: Decisions) => ({
  record: async ({ heldOn, why, ...of }: OfTalk & Readonly<{ heldOn: string; why: string }>, call: CallContext) => {
    const recordId = aggregateIdOf(call.requestId, 'talk record');
    const order = { type: 'RecordTalk', recordId, heldOn, why } as const;
    return { recordId, handled: await send(decisions, of, call, { order, why }) };
  },

  confirm: ({ recordId, ...of }: OfRecord, call: CallContext): Promise<Answer> =>
    send(decisions, of, call, { order: { type: 'ConfirmTalk', recordId }, why: '' }),

  end: (
    type: 'RefuteTalk' | 'WithdrawTalk',
    { recordId, why, ...of }: OfRecord & Readonly<{ why: string }>,
    call: CallContext,
  ): Promise<Answer> => send(decisions, of, call, { order: { type, recordId, why }, why }),
});

/** What somebody wrote about a talk whose record does not stand any more. */
export type EndedRecord = Readonly<{ how: 'refuted' | 'withdrawn'; by: string; at: string; why: string }>;

/**
 * A talk as it is shown to whoever holds it, was talked with, or oversees. `mayHold`, `isSubject`: what the caller is to it; `ended`: how the last
 * record ended, where none stands.
 */
export type ShownTalk = Readonly<{
  entryId: string;
  title: string;
  rule: string;
  zh: string;
  en: string;
  dueOn: string;
  isBehind: boolean;
  stands: (TalkRecord & Readonly<{ at: string; why: string }>) | null;
  ended: EndedRecord | null;
  mayHold: boolean;
  mayConfirm: boolean;
}>;

const OVERSEERS: readonly string[] = [
  ...['committee-officer', 'committee-leader', 'discipline-inspector', 'appraisal-office', 'auditor'],
];

const toldOf = async (decisions: Decisions, events: readonly StoredEvent[]) => {
  const last = events.at(-1);
  if (last === undefined) return { why: '', ended: null, at: '' };
  const data = last.data as Readonly<Record<string, string>> & Readonly<{ kind?: TalkKind }>;
  const by = data['refutedBy'] ?? data['withdrawnBy'] ?? '';
  const recorded = events.findLast(({ type }) => type === 'TalkRecorded.v1') ?? last;
  const write = writings(decisions);
  const why = await write(recorded, 'why', data['heldBy'] ?? '');
  if (by === '') return { why: why.text, at: why.at, ended: null };
  const how = data['refutedBy'] === undefined ? ('withdrawn' as const) : ('refuted' as const);
  const end = await write(last, 'why', by);
  return { why: why.text, at: why.at, ended: { how, by, at: end.at, why: end.text } };
};

const shownTalk = async (
  decisions: Decisions,
  round: Round,
  asked: AskedTalk,
  { mayHold, isSubject, now }: Readonly<{ mayHold: boolean; isSubject: boolean; now: string }>,
): Promise<ShownTalk> => {
  const { entryId, rule } = asked.place;
  const stream = talkStream(idOf(asked));
  const [{ state }, events] = await Promise.all([
    decisions.handleTalk.stateOf(stream),
    decisions.ground.store.readStream(stream),
  ]);
  const table = isPrepared(round) ? round.tables.outcome.find(({ id }) => id === rule) : undefined;
  const title = isPrepared(round) ? (entryOf(round, entryId)?.title ?? '') : '';
  const { why, at, ended } = await toldOf(decisions, events);
  const { stands } = state;
  const isBehind = stands === null && asked.dueOn !== null && asked.dueOn < localDateOf(now);
  return {
    ...{ entryId, title, rule, zh: table?.zh ?? '', en: table?.en ?? '', dueOn: asked.dueOn ?? '', isBehind },
    stands: stands === null ? null : { ...stands, at, why },
    ended: stands === null ? ended : null,
    ...{ mayHold, mayConfirm: isSubject && stands !== null && stands.confirmedBy === null },
  };
};

/** The talks that a round's decision asks for, as far as they are the caller's to hold, to confirm or to oversee. */
export const showTalks =
  (decisions: Decisions) =>
  async (roundId: string, call: CallContext): Promise<readonly ShownTalk[]> => {
    const { round } = await decisions.readRound(roundId);
    if (!isPrepared(round)) throw refused({ reason: 'ROUND_NOT_FOUND', field: 'roundId' });
    const person = await callerIn(decisions, round, call);
    const oversees = person.grants.some(({ role, stands }) => OVERSEERS.includes(role) && stands !== 'elsewhere');
    const shown = askedTalks(round).map(async (asked): Promise<readonly ShownTalk[]> => {
      const { role, isSubject } = talkGroundOf(round, asked, person);
      const mayHold = role !== null;
      if (!oversees && !mayHold && !isSubject) return [];
      return [await shownTalk(decisions, round, asked, { mayHold, isSubject, now: call.now })];
    });
    return (await Promise.all(shown)).flat();
  };
