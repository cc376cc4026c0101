import type { Decider } from './decider.ts';
import { isRefusal } from './decider.ts';
import { canonicalBytes, sha256Hex } from './entry.ts';
import type { EventStore, StoredEvent, StreamEnd } from './event-store.ts';
import type { Fact, Refusal } from './fact.ts';
import type { FactCodec } from './fact-codec.ts';
import { answerInLog, EmptyAnswers } from './first-answers.ts';
import type { Handled } from './handled.ts';
import { foldOnto, type KeepingLimits, KeptStreams, type OpenedStream, unopened } from './kept-streams.ts';
import { type OrderContext, sealEntries } from './seal-entries.ts';

export type CommandHandlerPorts<S, O, F extends Fact, R extends Refusal> = Readonly<{
  store: EventStore;
  decider: Decider<S, O, F, R>;
  codec: FactCodec<F>;
  /** The writer's clock: UTC with milliseconds. */
  recordedAt: () => string;
  /** Waits before try n+1 (n from 1): full jitter, given by the host, since the domain has no dice. */
  backoff: (attempt: number) => Promise<void>;
  attemptsMax: number;
  /** How much is kept between orders; KEPT_STREAMS_MAX and KEPT_BYTES_MAX when absent. */
  keeping?: KeepingLimits;
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

/** Handles orders; and tells the state that the next order to a stream would be decided on. */
export interface CommandHandler<S, O, F extends Fact, R extends Refusal> {
  (envelope: OrderEnvelope<O>): Promise<Handled<F, R>>;
  stateOf(stream: string): Promise<Readonly<{ state: S; end: StreamEnd }>>;
}

type Opening<S> = Readonly<{ open(stream: string): Promise<OpenedStream<S>>; drop(stream: string): void }>;

/**
 * Streams as they are in the log now. Of one that is kept only what came since is read, and it must follow on what is kept; that nothing
 * came says nothing about the log's end, which the append compares.
 */
const openingOf = <S, O, F extends Fact, R extends Refusal>(ports: CommandHandlerPorts<S, O, F, R>): Opening<S> => {
  const { store, decider, codec } = ports;
  const kept = codec.forState ? new KeptStreams<S>(ports.keeping) : undefined;
  const evolve = codec.forState
    ? (state: S, event: StoredEvent): S => decider.evolve(state, codec.forState?.(event) as F)
    : async (state: S, event: StoredEvent): Promise<S> => decider.evolve(state, await codec.fromStored(event));
  const whole = async (stream: string): Promise<OpenedStream<S>> =>
    foldOnto(unopened(decider.initial), await store.readStream(stream), evolve);
  const since = async (stream: string, before: OpenedStream<S>): Promise<OpenedStream<S>> => {
    if (before.end === 'no-stream') return whole(stream);
    const events = await store.readStream(stream, { fromRevision: before.end.revision + 1 });
    if (events[0] === undefined || events[0].entry.prev === before.end.hash) return foldOnto(before, events, evolve);
    kept?.drop(stream);
    return whole(stream);
  };
  return {
    open: async (stream) => {
      const before = kept?.get(stream);
      const opened = await (before ? since(stream, before) : whole(stream));
      kept?.keep(stream, opened);
      return opened;
    },
    drop: (stream) => kept?.drop(stream),
  };
};

const revisionOf = (end: StreamEnd): number => (end === 'no-stream' ? -1 : end.revision);

type Asked<O> = OrderEnvelope<O> & Readonly<{ requestHash: string }>;

/** What is decided on an opened stream, before anything is stored. */
const decideOn = <S, O, F extends Fact, R extends Refusal>(
  decider: Decider<S, O, F, R>,
  { state, end }: OpenedStream<S>,
  { order, expectedRevision }: Asked<O>,
): Handled<F, R> | readonly F[] => {
  const revision = revisionOf(end);
  if (expectedRevision !== undefined && expectedRevision !== revision)
    return {
      kind: 'refused',
      refusal: { reason: 'REVISION_CONFLICT', field: 'If-Match', details: { expectedRevision, revision } },
    };
  const decision = decider.decide(state, order);
  if (isRefusal(decision)) return { kind: 'refused', refusal: decision };
  if (decision.length > 0) return decision;
  return { kind: 'accepted', facts: [], receipts: [], revision, position: 0, repeated: false };
};

/** Stores what was decided; a conflict gives the end that the log has. */
const appendTo = async <S, O, F extends Fact, R extends Refusal>(
  ports: CommandHandlerPorts<S, O, F, R>,
  { end }: OpenedStream<S>,
  facts: readonly F[],
  { stream, context, requestHash }: Asked<O>,
): Promise<Handled<F, R> | Readonly<{ kind: 'conflict'; actual: StreamEnd }>> => {
  const stored = await Promise.all(facts.map((fact) => ports.codec.toStored(fact, stream)));
  const events = sealEntries(stream, end, stored, { ...context, requestHash, recordedAt: ports.recordedAt() });
  const outcome = await ports.store.append({ stream, expected: end, events });
  if (outcome.kind === 'conflict') return outcome;
  return {
    kind: 'accepted',
    facts,
    receipts: events.map(({ eventId, type, hash }) => ({ eventId, type, hash })),
    revision: outcome.revision,
    position: outcome.lastPosition,
    repeated: false,
  };
};

/**
 * Open, decide, append; on a revision conflict open again and decide again, at most `attemptsMax` times.
 * A repeated order (same actor and request id) gets its first answer; refusals are evaluated again (decisions.md 4).
 */
export const commandHandler = <S, O, F extends Fact, R extends Refusal>(
  ports: CommandHandlerPorts<S, O, F, R>,
): CommandHandler<S, O, F, R> => {
  const opening = openingOf(ports);
  const emptyAnswers = new EmptyAnswers();
  const handle = async (envelope: OrderEnvelope<O>): Promise<Handled<F, R>> => {
    const { stream } = envelope;
    const asked = { ...envelope, requestHash: sha256Hex(canonicalBytes(envelope.body)) };
    for (let attempt = 1; attempt <= ports.attemptsMax; attempt++) {
      const opened = await opening.open(stream);
      const first = (await answerInLog(ports, opened, asked)) ?? emptyAnswers.of(asked);
      if (first && first.kind !== 'gone') return first;
      if (first) {
        opening.drop(stream);
        continue;
      }
      const decided = decideOn(ports.decider, opened, asked);
      if ('kind' in decided) {
        if (decided.kind === 'accepted') emptyAnswers.remember(asked, decided.revision);
        return decided;
      }
      const outcome = await appendTo(ports, opened, decided, asked);
      if (outcome.kind !== 'conflict') return outcome;
      // Nothing new stands behind what is kept, and yet the log ends otherwise: what is kept is not the log's.
      if (revisionOf(outcome.actual) <= revisionOf(opened.end)) opening.drop(stream);
      await ports.backoff(attempt);
    }
    return { kind: 'refused', refusal: { reason: 'TOO_MUCH_CONTENTION', details: { attempts: ports.attemptsMax } } };
  };
  const stateOf = async (stream: string): Promise<Readonly<{ state: S; end: StreamEnd }>> => {
    const { state, end } = await opening.open(stream);
    return { state, end };
  };
  return Object.assign(handle, { stateOf });
};
