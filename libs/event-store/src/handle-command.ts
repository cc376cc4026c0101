import type { Decider } from './decider.ts';
import { isRefusal } from './decider.ts';
import { canonicalBytes, sha256Hex } from './entry.ts';
import type { EventStore, StoredEvent, StreamEnd } from './event-store.ts';
import type { Fact, Refusal } from './fact.ts';
import { type OrderContext, sealEntries } from './seal-entries.ts';

/**
 * Between the domain's facts and the stored ones: encrypts personal and sealed fields on the way in, decrypts and upcasts
 * on the way out. A context without either uses `plainCodec`.
 */
export interface FactCodec<F extends Fact> {
  /** `stream`: where the fact will stand, so that a sealed field can be bound to its place. */
  toStored(fact: F, stream: string): Promise<Fact>;
  fromStored(event: StoredEvent): Promise<F>;
}

export const plainCodec = <F extends Fact>(): FactCodec<F> => ({
  toStored: async (fact) => fact,
  fromStored: async (event) => ({ type: event.type, data: event.data }) as F,
});

/** What a caller may show as a receipt: the event and the hash that stands for it in the log. */
export type Receipt = Readonly<{ eventId: string; type: string; hash: string }>;

export type Handled<F extends Fact, R extends Refusal> =
  | Readonly<{
      kind: 'accepted';
      facts: readonly F[];
      receipts: readonly Receipt[];
      /** The stream's last revision after the order; -1 when the stream is still empty. Serves as the ETag. */
      revision: number;
      /** The log position a reader must have passed to see this order; 0 when it changed nothing. */
      position: number;
      /** True when this very order had been accepted before and its first answer is given again. */
      repeated: boolean;
    }>
  | Readonly<{ kind: 'refused'; refusal: R | CommandRefusal }>;

/** Refusals of the handling itself, the same in every context. */
export type CommandRefusal = Refusal<'REQUEST_ID_REUSED' | 'REVISION_CONFLICT' | 'TOO_MUCH_CONTENTION'>;

export type CommandHandlerPorts<S, O, F extends Fact, R extends Refusal> = Readonly<{
  store: EventStore;
  decider: Decider<S, O, F, R>;
  codec: FactCodec<F>;
  /** The writer's clock: UTC with milliseconds. */
  recordedAt: () => string;
  /** Waits before try n+1 (n from 1): full jitter, given by the host, since the domain has no dice. */
  backoff: (attempt: number) => Promise<void>;
  attemptsMax: number;
}>;

/** One order for one stream. `body` is what the request hash is taken over: the order as the caller sent it. */
export type OrderEnvelope<O> = Readonly<{
  stream: string;
  order: O;
  body: unknown;
  context: OrderContext;
  /** The revision the caller saw (`If-Match`); absent: any. */
  expectedRevision?: number;
}>;

type Loaded<S, F extends Fact> = { state: S; end: StreamEnd; events: readonly StoredEvent[]; facts: readonly F[] };

const load = async <S, O, F extends Fact, R extends Refusal>(
  ports: CommandHandlerPorts<S, O, F, R>,
  stream: string,
): Promise<Loaded<S, F>> => {
  const events = await ports.store.readStream(stream);
  const facts: F[] = [];
  let state = ports.decider.initial;
  for (const event of events) {
    const fact = await ports.codec.fromStored(event);
    facts.push(fact);
    state = ports.decider.evolve(state, fact);
  }
  const last = events.at(-1);
  return { state, end: last ? { revision: last.revision, hash: last.hash } : 'no-stream', events, facts };
};

const earlierAnswer = <S, F extends Fact>(
  loaded: Loaded<S, F>,
  context: OrderContext,
  requestHash: string,
): Handled<F, never> | undefined => {
  const mine = loaded.events.filter(({ entry }) => entry.requestId === context.requestId);
  const last = mine.at(-1);
  if (!last) return undefined;
  // Another person's request id is refused as well: event ids derive from it, and no event id may stand in the log twice.
  const { actor } = last.entry;
  const sameActor = actor.id === context.actor.id && actor.kind === context.actor.kind;
  if (!sameActor || last.entry.requestHash !== requestHash)
    return { kind: 'refused', refusal: { reason: 'REQUEST_ID_REUSED', field: 'Idempotency-Key' } };
  return {
    kind: 'accepted',
    facts: loaded.facts.filter((_, index) => mine.includes(loaded.events[index] as StoredEvent)),
    receipts: mine.map(({ eventId, type, hash }) => ({ eventId, type, hash })),
    revision: last.revision,
    position: last.position,
    repeated: true,
  };
};

/**
 * Load, decide, append; on a revision conflict load again and decide again, at most `attemptsMax` times.
 * A repeated order (same actor and request id) gets its first answer; refusals are evaluated again (decisions.md 4).
 */
export const commandHandler =
  <S, O, F extends Fact, R extends Refusal>(ports: CommandHandlerPorts<S, O, F, R>) =>
  async ({ stream, order, body, context, expectedRevision }: OrderEnvelope<O>): Promise<Handled<F, R>> => {
    const requestHash = sha256Hex(canonicalBytes(body));
    for (let attempt = 1; attempt <= ports.attemptsMax; attempt++) {
      const loaded = await load(ports, stream);
      const earlier = earlierAnswer(loaded, context, requestHash);
      if (earlier) return earlier;
      const revision = loaded.end === 'no-stream' ? -1 : loaded.end.revision;
      if (expectedRevision !== undefined && expectedRevision !== revision)
        return {
          kind: 'refused',
          refusal: { reason: 'REVISION_CONFLICT', field: 'If-Match', details: { expectedRevision, revision } },
        };
      const decision = ports.decider.decide(loaded.state, order);
      if (isRefusal(decision)) return { kind: 'refused', refusal: decision };
      if (decision.length === 0)
        return { kind: 'accepted', facts: [], receipts: [], revision, position: 0, repeated: false };
      const stored = await Promise.all(decision.map((fact) => ports.codec.toStored(fact, stream)));
      const events = sealEntries(stream, loaded.end, stored, {
        ...context,
        requestHash,
        recordedAt: ports.recordedAt(),
      });
      const outcome = await ports.store.append({ stream, expected: loaded.end, events });
      if (outcome.kind === 'appended')
        return {
          kind: 'accepted',
          facts: decision,
          receipts: events.map(({ eventId, type, hash }) => ({ eventId, type, hash })),
          revision: outcome.revision,
          position: outcome.lastPosition,
          repeated: false,
        };
      await ports.backoff(attempt);
    }
    return { kind: 'refused', refusal: { reason: 'TOO_MUCH_CONTENTION', details: { attempts: ports.attemptsMax } } };
  };
