import { setTimeout as wait } from 'node:timers/promises';
import type { Dice } from '../../../journeys/demo/world/seeded-random.ts';
import { seededUuid } from '../../../journeys/demo/world/seeded-random.ts';
import type { Prepared } from '../prepared-directory.ts';
import type { Commanded, Outcome, Receipt } from './history.ts';
import { inventOrder, type Order } from './orders.ts';

/** Orders in the air at once: enough to keep the platform busy, few enough that two platforms fit on two cores. */
export const CLIENTS = 6;

/** A client waits so long for an answer; then the outcome is unknown and it sends the order again, under the same request id. */
const ANSWER_WITHIN_MS = 8_000;

/** So often a client sends an order before it gives up. */
const TRIES_MAX = 40;
const PAUSE_MS = 150;
const PAUSE_MS_MAX = 1_000;
/** One in so many clients gives up at the first unknown outcome, and never learns what became of its order. */
const GIVES_UP_ONE_IN = 8;

const LOOK_EVERY_MS = 20;

const COME_AGAIN = new Set([429, 502, 503, 504]);

type Answer = Readonly<{ status: number; reason: string; receipt: Commanded['receipt'] }>;

export type WorkloadOptions = Readonly<{
  origin: string;
  prepared: Prepared;
  dice: Dice;
  /** Told apart from every other workload's orders. */
  name: string;
  clients?: number;
}>;

const nowMs = (): number => performance.now();

/** Clients that give orders until they are told to stop, and write down what each of them saw. */
export class Workload {
  readonly history: Commanded[] = [];
  /** Every answer that came, also those after which an order was sent again. */
  readonly answers: Readonly<{ status: number; reason: string; atMs: number }>[] = [];
  readonly #options: WorkloadOptions;
  readonly #clients: readonly Promise<void>[];
  #number = 0;
  #inHand = 0;
  #pausing = false;
  #stopping = false;

  constructor(options: WorkloadOptions) {
    this.#options = options;
    this.#clients = Array.from({ length: options.clients ?? CLIENTS }, () => this.#client());
  }

  /** Waits until so many orders have an outcome. */
  async reached(count: number): Promise<void> {
    while (this.history.length < count && !this.#stopping) await wait(LOOK_EVERY_MS);
  }

  /** Waits until so many more orders have been acknowledged. Throws when that takes longer. */
  async acknowledges(more: number, withinMs: number): Promise<void> {
    const acknowledged = (): number => this.history.filter(({ outcome }) => outcome === 'acknowledged').length;
    const wanted = acknowledged() + more;
    for (const until = nowMs() + withinMs; acknowledged() < wanted; await wait(LOOK_EVERY_MS))
      if (nowMs() > until) throw new Error(`fewer than ${more} orders were acknowledged within ${withinMs} ms`);
  }

  /** No new orders until `resume`; resolves when each has its outcome. */
  async pause(): Promise<void> {
    this.#pausing = true;
    while (this.#inHand > 0) await wait(LOOK_EVERY_MS);
  }

  resume(): void {
    this.#pausing = false;
  }

  /** No new orders; resolves when each has its outcome. */
  async stop(): Promise<readonly Commanded[]> {
    this.#stopping = true;
    await Promise.all(this.#clients);
    return this.history;
  }

  async #client(): Promise<void> {
    const { prepared, dice, name } = this.#options;
    while (!this.#stopping) {
      if (this.#pausing) {
        await wait(LOOK_EVERY_MS);
        continue;
      }
      this.#inHand += 1;
      const number = ++this.#number;
      const order = inventOrder({ prepared, dice, number });
      const patient = dice.below(GIVES_UP_ONE_IN) > 0;
      this.history.push(await this.#command(order, seededUuid(name, `order ${number}`), patient));
      this.#inHand -= 1;
    }
  }

  async #command(order: Order, requestId: string, patient: boolean): Promise<Commanded> {
    const firstSentMs = nowMs();
    for (let tries = 1; ; tries += 1) {
      const lastSentMs = nowMs();
      const answer = await this.#send(order, requestId);
      const outcome = outcomeOf(answer);
      const answeredMs = nowMs();
      this.answers.push({ status: answer.status, reason: answer.reason, atMs: answeredMs });
      if (outcome !== 'unknown' || !patient || tries >= TRIES_MAX)
        return {
          requestId,
          kind: order.kind,
          outcome,
          status: answer.status,
          reason: answer.reason,
          tries,
          firstSentMs,
          lastSentMs,
          answeredMs,
          receipt: answer.receipt,
        };
      await wait(Math.min(PAUSE_MS * tries, PAUSE_MS_MAX));
    }
  }

  /** What the sender sees of the record before it is replaced; nothing where it is not answered. */
  async #seen({ by, seenAt }: Order): Promise<string | null> {
    if (seenAt === undefined) return null;
    const { origin, prepared } = this.#options;
    const response = await fetch(`${origin}${seenAt}`, {
      headers: { origin, cookie: prepared.cookies[by] as string },
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`${seenAt}: ${response.status}`);
    return response.headers.get('etag');
  }

  async #send(order: Order, requestId: string): Promise<Answer> {
    const { by, path, body } = order;
    const { origin, prepared } = this.#options;
    try {
      const etag = await this.#seen(order);
      const response = await fetch(`${origin}${path}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'idempotency-key': requestId,
          ...(etag === null ? {} : { 'if-match': etag }),
          origin,
          cookie: prepared.cookies[by] as string,
        },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      });
      const {
        reason = '',
        receipt,
        position,
      } = (await response.json()) as {
        reason?: string;
        receipt?: Receipt;
        position?: number;
      };
      return {
        status: response.status,
        reason,
        receipt: receipt ?? (position === undefined ? position : { position }),
      };
    } catch (error) {
      return { status: 0, reason: (error as Error).name, receipt: undefined };
    }
  }
}

/** What "come again" means for the order itself is unknown: it may have been done. A 500 says as little. */
const outcomeOf = ({ status }: Answer): Outcome => {
  if (status >= 200 && status < 300) return 'acknowledged';
  return status === 0 || status >= 500 || COME_AGAIN.has(status) ? 'unknown' : 'refused';
};
