import type { FactCodec } from './fact-codec.ts';
import type { Actor } from './entry.ts';
import type { EventStore, StoredEvent } from './event-store.ts';
import type { Fact } from './fact.ts';
import type { Accepted, CommandRefusal } from './handled.ts';
import type { OpenedStream } from './kept-streams.ts';
import type { OrderContext } from './seal-entries.ts';

/** So many orders that changed nothing are remembered by one handler. */
export const EMPTY_ANSWERS_MAX = 10_000;

export type FirstAnswer<F extends Fact> =
  | Accepted<F>
  | Readonly<{ kind: 'refused'; refusal: CommandRefusal }>
  /** What is kept of the stream is not what the log has. */
  | Readonly<{ kind: 'gone' }>;

const REUSED = { kind: 'refused', refusal: { reason: 'REQUEST_ID_REUSED', field: 'Idempotency-Key' } } as const;

type Asked = Readonly<{ stream: string; context: OrderContext; requestHash: string }>;

const sameActor = (one: Pick<Actor, 'kind' | 'id'>, other: Pick<Actor, 'kind' | 'id'>): boolean =>
  one.id === other.id && one.kind === other.kind;

/** The first answer of an order that made facts, read again from the log; undefined when it made none here. */
export const answerInLog = async <S, F extends Fact>(
  ports: Readonly<{ store: EventStore; codec: FactCodec<F> }>,
  opened: OpenedStream<S>,
  { stream, context, requestHash }: Asked,
): Promise<FirstAnswer<F> | undefined> => {
  const span = opened.requests.get(context.requestId);
  if (!span) return undefined;
  const events = await ports.store.readStream(stream, { fromRevision: span.first, toRevision: span.last });
  const mine = events.filter(({ entry }) => entry.requestId === context.requestId);
  const last = mine.at(-1);
  if (!last) return { kind: 'gone' };
  // Another person's request id is refused as well: event ids derive from it, and no event id may stand in the log twice.
  if (!sameActor(last.entry.actor, context.actor) || last.entry.requestHash !== requestHash) return REUSED;
  return {
    kind: 'accepted',
    facts: await Promise.all(mine.map((event: StoredEvent) => ports.codec.fromStored(event))),
    receipts: mine.map(({ eventId, type, hash }) => ({ eventId, type, hash })),
    revision: last.revision,
    position: last.position,
    repeated: true,
  };
};

type Empty = Readonly<{ actor: Pick<Actor, 'kind' | 'id'>; requestHash: string; revision: number }>;

/**
 * Orders of people that changed nothing. They leave nothing in the log, so their first answer is known to this process alone, as long
 * as it lives and so many others have not come since. The platform's own orders are decided anew: they are repeated until they act.
 */
export class EmptyAnswers {
  readonly #answers = new Map<string, Empty>();
  readonly #answersMax: number;

  constructor(answersMax = EMPTY_ANSWERS_MAX) {
    this.#answersMax = answersMax;
  }

  of({ stream, context, requestHash }: Asked): FirstAnswer<never> | undefined {
    const first = this.#answers.get(`${context.requestId} ${stream}`);
    if (!first) return undefined;
    if (!sameActor(first.actor, context.actor) || first.requestHash !== requestHash) return REUSED;
    return { kind: 'accepted', facts: [], receipts: [], revision: first.revision, position: 0, repeated: true };
  }

  remember({ stream, context, requestHash }: Asked, revision: number): void {
    const { kind, id } = context.actor;
    if (kind === 'system') return;
    this.#answers.set(`${context.requestId} ${stream}`, { actor: { kind, id }, requestHash, revision });
    const oldest = this.#answers.keys().next();
    if (this.#answers.size > this.#answersMax && !oldest.done) this.#answers.delete(oldest.value);
  }
}
