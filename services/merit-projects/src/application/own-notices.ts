import type { Checked, Handled } from '@jiangong/event-store';
import { withPreconditions } from '@jiangong/event-store';
import { fieldCodec } from '@jiangong/privacy';
import type { CallContext, Ground } from '@jiangong/service-host';
import type { By } from '../domain/by.ts';
import type { EditionTerms } from '../domain/edition/terms.ts';
import type { Subject } from '../domain/entries/facts.ts';
import { ownNoticeDecider } from '../domain/own-notice/decider.ts';
import { OWN_OUTCOMES, type OwnNoticeFact, type OwnOutcome } from '../domain/own-notice/facts.ts';
import type { OwnNoticeOrder, OwnNoticeRefusal } from '../domain/own-notice/orders.ts';
import { type OwnNotice, ownNoticeIn, type OwnNotices } from '../domain/own-notice/state.ts';
import { trackOf } from '../domain/programme.ts';
import { byOf } from './callers.ts';
import type { NominatorsEntries } from './nominators-entries.ts';
import type { CampaignKnowledge } from './ports.ts';
import type { ReferenceReason, ReferenceRefusal } from './reference-refusals.ts';
import { editionKey, objectionKey, sealedOfOwnNotices } from './sealed-fields.ts';
import { ownNoticesStream, partIdOf } from './streams.ts';
import { subjectPlaces } from './subject-places.ts';

export type BeginOwnNotice = Readonly<{
  editionId: string;
  nominatorId: string;
  track: string;
  /** Empty for what has no id of its own on the platform. */
  subjectId: string;
  title: string;
}>;
export type StopOwnNotice = Readonly<{ ownNoticeId: string; why: string }>;
export type TakeOwnObjection = Readonly<{
  ownNoticeId: string;
  madeOn: string;
  objectorName: string;
  statement: string;
}>;
export type AnswerOwnObjection = Readonly<{
  ownNoticeId: string;
  objectionId: string;
  outcome: string;
  answer: string;
}>;
export type ReopenOwnObjection = Readonly<{ ownNoticeId: string; objectionId: string; why: string }>;

export type OwnNoticeHandled = Handled<OwnNoticeFact, OwnNoticeRefusal | ReferenceRefusal>;

/** In whose list of which edition a notice stands. */
export type OwnNoticePlace = Readonly<{ ownNoticeId: string; editionId: string; nominatorId: string }>;

export interface OwnNoticeKnowledge {
  ownNotice(ownNoticeId: string): Promise<OwnNoticePlace | undefined>;
}

type Made = Checked<OwnNoticeOrder, ReferenceRefusal>;
type Base = Readonly<{ now: string; by: By; terms: EditionTerms; ownNoticeId: string }>;
type Ports = Readonly<{ entries: NominatorsEntries; knowledge: CampaignKnowledge & OwnNoticeKnowledge }>;

const order = (made: OwnNoticeOrder): Made => ({ kind: 'order', order: made });
const refused = (reason: ReferenceReason, field: string): Extract<Made, { kind: 'refused' }> => ({
  kind: 'refused',
  refusal: { reason, field },
});
const isOutcome = (outcome: string): outcome is OwnOutcome => (OWN_OUTCOMES as readonly string[]).includes(outcome);

/** How orders reach what one nominator made known: the edition's terms are read first, then the order is decided. */
const ownNoticeCalls = (ground: Ground, { entries, knowledge }: Ports) => {
  const handle = ground.handler(
    withPreconditions<OwnNotices, OwnNoticeOrder, OwnNoticeFact, OwnNoticeRefusal, ReferenceRefusal>(ownNoticeDecider),
    fieldCodec<OwnNoticeFact>(ground.privacy, sealedOfOwnNotices, { keepsStates: true }),
  );
  const send = async (
    place: OwnNoticePlace,
    body: unknown,
    call: CallContext,
    make: (base: Base) => Promise<Made> | Made,
  ): Promise<OwnNoticeHandled> => {
    const { ownNoticeId, editionId, nominatorId } = place;
    const terms = await entries.termsOf(editionId, nominatorId);
    const made = terms
      ? await make({ now: call.now, by: byOf(call), terms, ownNoticeId })
      : refused('EDITION_NOT_FOUND', 'editionId');
    return handle({ stream: ownNoticesStream(editionId, nominatorId), order: made, body, context: call });
  };
  /** An order about a notice that there is. */
  const about = async (
    ownNoticeId: string,
    body: (place: OwnNoticePlace) => Promise<unknown>,
    call: CallContext,
    make: (base: Base) => Made,
  ): Promise<OwnNoticeHandled> => {
    const place = await knowledge.ownNotice(ownNoticeId);
    if (!place) return refused('OWN_NOTICE_NOT_FOUND', 'ownNoticeId');
    return send(place, await body(place), call, make);
  };
  return {
    send,
    about,
    /** For whoever puts forward upon it; undefined: this nominator has no such notice. */
    find: async (editionId: string, nominatorId: string, ownNoticeId: string): Promise<OwnNotice | undefined> =>
      ownNoticeIn((await handle.stateOf(ownNoticesStream(editionId, nominatorId))).state, ownNoticeId),
  };
};

type Calls = ReturnType<typeof ownNoticeCalls>;

/** Beginning one, and taking it down. */
const noticeOrders = ({ privacy }: Ground, { knowledge }: Ports, { send, about }: Calls) => {
  const { placed, unitRefusal } = subjectPlaces(knowledge);
  return {
    begin: async (
      request: BeginOwnNotice,
      call: CallContext,
    ): Promise<Readonly<{ ownNoticeId: string; handled: OwnNoticeHandled }>> => {
      const { editionId, nominatorId, track, title } = request;
      const stream = ownNoticesStream(editionId, nominatorId);
      const ownNoticeId = partIdOf(stream, call.requestId, 'own-notice');
      const body = { rpc: 'BeginOwnNotice', ...request };
      const handled = await send({ ownNoticeId, editionId, nominatorId }, body, call, async (base) => {
        const rule = trackOf(base.terms.tables, track);
        const made = partIdOf(stream, call.requestId, 'subject');
        const subject: Subject = {
          kind: rule?.kind ?? 'work',
          id: request.subjectId === '' ? made : request.subjectId,
        };
        const place = await placed(subject, { organizationId: nominatorId, nominatorId }, rule?.of ?? []);
        if ('reason' in place) return { kind: 'refused', refusal: place };
        const refusal = await unitRefusal(base.terms.committeeId, nominatorId);
        return refusal
          ? { kind: 'refused', refusal }
          : order({ type: 'BeginOwnNotice', ...base, track, subject, title });
      });
      return { ownNoticeId, handled };
    },
    stop: ({ ownNoticeId, why }: StopOwnNotice, call: CallContext): Promise<OwnNoticeHandled> =>
      about(
        ownNoticeId,
        async (place) => ({
          ...{ rpc: 'StopOwnNotice', ownNoticeId },
          prose: await privacy.fingerprint(editionKey(place), { why }),
        }),
        call,
        (base) => order({ type: 'StopOwnNotice', ...base, why }),
      ),
  };
};

/** Who objects, and what is answered. */
const objectionOrders = ({ privacy }: Ground, { about }: Calls) => ({
  /** What is written down by the office reached the office; everything else reached the nominator. */
  take: async (
    { ownNoticeId, madeOn, objectorName, statement }: TakeOwnObjection,
    call: CallContext,
  ): Promise<Readonly<{ objectionId: string; handled: OwnNoticeHandled }>> => {
    const objectionId = partIdOf(ownNoticeId, call.requestId, 'objection');
    const handled = await about(
      ownNoticeId,
      async () => ({
        ...{ rpc: 'TakeOwnObjection', ownNoticeId, madeOn },
        prose: await privacy.fingerprint(objectionKey({ objectionId }), { objectorName, statement }),
      }),
      call,
      (base) => {
        const toldTo = base.by.role === 'committee-officer' ? 'office' : 'nominator';
        return order({ type: 'TakeOwnObjection', ...base, objectionId, madeOn, toldTo, objectorName, statement });
      },
    );
    return { objectionId, handled };
  },
  answer: ({ answer, ...open }: AnswerOwnObjection, call: CallContext): Promise<OwnNoticeHandled> => {
    const { ownNoticeId, objectionId, outcome } = open;
    return about(
      ownNoticeId,
      async () => ({
        ...{ rpc: 'AnswerOwnObjection', ...open },
        prose: await privacy.fingerprint(objectionKey(open), { answer }),
      }),
      call,
      (base) =>
        isOutcome(outcome)
          ? order({ type: 'AnswerOwnObjection', ...base, objectionId, outcome, answer })
          : refused('WORD_UNKNOWN', 'outcome'),
    );
  },
  reopen: ({ why, ...open }: ReopenOwnObjection, call: CallContext): Promise<OwnNoticeHandled> =>
    about(
      open.ownNoticeId,
      async () => ({
        ...{ rpc: 'ReopenOwnObjection', ...open },
        prose: await privacy.fingerprint(objectionKey(open), { why }),
      }),
      call,
      (base) => order({ type: 'ReopenOwnObjection', ...base, objectionId: open.objectionId, why }),
    ),
});

/** What nominators make known among their own people before they declare, and who objects to it. */
export const ownNotices = (ground: Ground, ports: Ports) => {
  const calls = ownNoticeCalls(ground, ports);
  return { find: calls.find, ...noticeOrders(ground, ports, calls), ...objectionOrders(ground, calls) };
};

export type OwnNoticesKept = ReturnType<typeof ownNotices>;
