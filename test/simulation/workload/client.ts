import { aggregateIdOf, type Handled } from '@jiangong/event-store';
import type { CallContext } from '@jiangong/service-host';
import type { World } from '../kernel/world.ts';
import type { Life } from '../kernel/steps.ts';
import type { CampaignClock } from '../platform/campaign.ts';
import type { ServiceProcess } from '../platform/service-processes.ts';
import type { Ending, SentCommand } from './history.ts';

/** The link between clients and services. */
export const GRPC = 'grpc';

/** A caller waits so long for an answer. */
const DEADLINE_MS = 3_000;
const TRIES_MAX = 12;
const TRIES_MAX_PERSISTENT = 200;
const BACKOFF_MS_MAX = 400;
/** People think before they act. */
const THOUGHT_MS_MAX = 800;

/** Nobody serves there now: surely nothing was done. */
class NotServed extends Error {}

/** `persistent`: its sender does not give up early, since everything else waits for it. */
export type Order = Readonly<{ what: string; name: string; actor: CallContext['actor']; persistent?: boolean }>;

type Ports = Readonly<{ world: World; clock: CampaignClock; head: () => number; giveUp: number }>;

/** Runs in the process that is called, and is cut off by its death. */
const served = <S extends object, T>(
  world: World,
  process: ServiceProcess<S>,
  work: (serving: S) => Promise<T>,
): Promise<T> =>
  new Promise<T>((resolve, reject) => {
    const { running } = process;
    if (!running?.life.alive) return reject(new NotServed(`${process.name} does not serve`));
    const { life, serving } = running;
    const cut = (): void => reject(new Error(`${life.name} died`));
    life.onDeath.add(cut);
    const begin = (): void =>
      void work(serving)
        .then(resolve, reject)
        .finally(() => life.onDeath.delete(cut));
    world.after(0, 'serves', life as Life, begin);
  });

/** One call with a deadline, over the troubled link, to one of the replicas. */
export const callService = async <S extends object, T>(
  world: World,
  replicas: readonly ServiceProcess<S>[],
  { what, work }: Readonly<{ what: string; work: (serving: S) => Promise<T> }>,
): Promise<T> => {
  const target = world.dice.pick(replicas);
  return new Promise<T>((resolve, reject) => {
    world.after(DEADLINE_MS, `${what}: deadline`, null, () => reject(new Error('DEADLINE_EXCEEDED')));
    world.call(GRPC, `${what} at ${target.name}`, () => served(world, target, work)).then(resolve, reject);
  });
};

/** So many times a question is asked that was not answered. */
const ASKED_MAX = 12;

/** Sends commands, each under one request id however often it is tried, and writes down how it ended. */
export class Clients {
  readonly history: SentCommand[] = [];
  readonly #ports: Ports;

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  /** Answers whether it was acknowledged. */
  async send<S extends object>(
    replicas: readonly ServiceProcess<S>[],
    { what, name, actor, persistent = false }: Order,
    handle: (
      serving: S,
      call: CallContext,
    ) => Promise<Handled<never, never> | Handled<{ type: string; data: unknown }, { reason: string }>>,
  ): Promise<boolean> {
    const { world, head, giveUp } = this.#ports;
    const requestId = aggregateIdOf(name, 'request of the simulation');
    const call = (): CallContext => this.#callOf(actor, requestId);
    let unknown = false;
    let tries = 0;
    const end = (ending: Ending): boolean => {
      this.history.push({ requestId, what, tries, ending });
      return ending.kind === 'acknowledged';
    };
    await world.sleep(world.dice.random() * THOUGHT_MS_MAX, `${what}: a thought`);
    const triesMax = persistent ? TRIES_MAX_PERSISTENT : TRIES_MAX;
    while (tries < triesMax && !(tries > 0 && !persistent && world.dice.chance(giveUp))) {
      tries += 1;
      try {
        const answer = await callService(world, replicas, { what, work: (serving) => handle(serving, call()) });
        if (answer.kind === 'accepted') {
          const { receipts, position, repeated } = answer;
          return end({ kind: 'acknowledged', receipts, position, headAtAnswer: head(), repeated });
        }
        return end(unknown ? { kind: 'unknown' } : { kind: 'refused', reason: answer.refusal.reason });
      } catch (error) {
        if (!(error instanceof NotServed)) unknown = true;
        await world.sleep(world.dice.random() * BACKOFF_MS_MAX, `${what}: tries again`);
      }
    }
    return end({ kind: 'unknown' });
  }

  /** Asks what is answered and not recorded; undefined: nobody answered, however often. */
  async ask<S extends object, T>(
    replicas: readonly ServiceProcess<S>[],
    { what, actor }: Pick<Order, 'what' | 'actor'>,
    work: (serving: S, call: CallContext) => Promise<T>,
  ): Promise<T | undefined> {
    const { world } = this.#ports;
    const call = (): CallContext => this.#callOf(actor, aggregateIdOf(what, 'question of the simulation'));
    for (let asked = 1; asked <= ASKED_MAX; asked += 1)
      try {
        return await callService(world, replicas, { what, work: (serving) => work(serving, call()) });
      } catch {
        // Lost, late, or nobody serves now: asked again.
        await world.sleep(world.dice.random() * BACKOFF_MS_MAX, `${what}: asks again`);
      }
    return undefined;
  }

  #callOf(actor: CallContext['actor'], requestId: string): CallContext {
    return {
      actor,
      requestId,
      now: this.#ports.clock.now(),
      correlationId: requestId,
      causationId: null,
      traceparent: null,
      policyVersion: null,
      caller: { kind: 'person', personId: actor.id, sessionId: null },
      afterPosition: 1,
    };
  }
}

/** The id of what an order makes, which follows from the request. */
export const madeBy = (order: string, kind: string): string =>
  aggregateIdOf(aggregateIdOf(order, 'request of the simulation'), kind);
