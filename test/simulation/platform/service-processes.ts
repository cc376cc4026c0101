import { inMemoryKeyVault, type KeyVault } from '@jiangong/privacy';
import { rowsOf } from '@jiangong/read-models/postgres';
import type { FactTransport } from '@jiangong/messaging';
import { brokerTransport, jitteredPauses, TOPIC_PREFIX } from '@jiangong/messaging/broker';
import { type ServiceReaders, startReaders } from '@jiangong/messaging/log';
import { silentLogger } from '@jiangong/telemetry';
import { EPOCH_MS } from '../kernel/virtual-time.ts';
import type { Mutant } from '../mutant.ts';
import type { Life } from '../kernel/steps.ts';
import type { World } from '../kernel/world.ts';
import type { BrokerServer } from '../server/broker-server.ts';
import { simulatedBroker } from '../server/simulated-broker.ts';
import { simulatedListener, simulatedPool } from '../server/sessions.ts';
import { type LogServer, simulatedStore } from '../server/simulated-store.ts';
import type { StatementBook } from '../server/statements.ts';
import type { CampaignClock } from './campaign.ts';
import { groundOver } from './ground.ts';
import type { ServiceUnderTest } from './service-under-test.ts';

/** The supervisor starts a dead process again within so long. */
const RESTART_MS_MIN = 100;
const RESTART_MS_MAX = 1_500;

/** A use case waits so long for its own read model. */
const CAUGHT_UP_MS = 2_000;

export type Machine = Readonly<{
  world: World;
  server: LogServer;
  book: StatementBook;
  clock: CampaignClock;
  vault: KeyVault;
  report: (what: string, error: unknown) => void;
  /** Public facts travel by it; straight through the database where there is none. */
  broker?: BrokerServer;
  hostile: () => boolean;
  /** A planted mistake. */
  mutant?: Mutant;
}>;

export const newVault = inMemoryKeyVault;

/** What runs in one life of a process. */
export type Running<S> = Readonly<{ life: Life; readers: ServiceReaders; serving: S }>;

/** One process of a service, started again whenever it dies. */
export class ServiceProcess<S extends object> {
  readonly name: string;
  readonly service: ServiceUnderTest<S>;
  readonly #machine: Machine;
  #life: Life | undefined;
  #running: Running<S> | undefined;
  #generation = 0;

  constructor(name: string, service: ServiceUnderTest<S>, machine: Machine) {
    this.name = name;
    this.service = service;
    this.#machine = machine;
  }

  get running(): Running<S> | undefined {
    return this.#running;
  }

  get life(): Life | undefined {
    return this.#life;
  }

  start(): void {
    const { world } = this.#machine;
    this.#generation += 1;
    const life: Life = {
      name: this.name,
      generation: this.#generation,
      alive: true,
      frozenUntil: 0,
      onDeath: new Set(),
    };
    this.#life = life;
    life.onDeath.add(() => {
      this.#running = undefined;
      const pause = RESTART_MS_MIN + world.dice.random() * (RESTART_MS_MAX - RESTART_MS_MIN);
      world.after(pause, `start ${this.name}`, null, () => this.start());
    });
    world.within(life, () => void this.#boot(life));
  }

  async #boot(life: Life): Promise<void> {
    const { world, report } = this.#machine;
    try {
      const running = await this.#open(life);
      if (life.alive) this.#running = running;
    } catch (error) {
      // A process that can not start ends, and the supervisor tries again. A statement nobody knows is a defect of the simulation.
      if ((error as Error).name === 'UnknownStatement') report(`${this.name} could not start`, error);
      world.kill(life, `at its start: ${(error as Error).message}`);
    }
  }

  async #open(life: Life): Promise<Running<S>> {
    const { world, server, book, clock, vault, mutant } = this.#machine;
    const { projections, translator, processes, serve } = this.service;
    const { database } = server;
    const pool = simulatedPool({ world, database, book, schema: this.service.name.replaceAll('-', '_') });
    const listener = simulatedListener({ world, database });
    const honest = simulatedStore(world, server, listener);
    const store = mutant?.store?.(honest) ?? honest;
    const started = Promise.withResolvers<ServiceReaders>();
    const ground = groundOver({
      store,
      clock,
      rows: rowsOf(pool),
      log: silentLogger,
      privacy: vault,
      sleep: (ms) => world.sleep(ms, 'backoff'),
      random: world.dice.random,
      caughtUp: async () => (await started.promise).waitFor(await store.head(), CAUGHT_UP_MS),
    });
    const readers = await startReaders({
      store,
      pool,
      listener,
      projections,
      ...(translator ? { translator } : {}),
      processes: processes(ground),
      ...this.#transport(life),
      log: this.#readerLog(life),
      now: () => new Date(EPOCH_MS + world.nowMs).toISOString(),
      random: world.dice.random,
    });
    started.resolve(readers);
    return { life, readers, serving: serve(ground) };
  }

  #transport(life: Life): { transport?: FactTransport } {
    const { world, broker: server, hostile, mutant } = this.#machine;
    if (!server) return {};
    const id = `${life.name}.${life.generation}`;
    const honest = simulatedBroker({ world, server, id, hostile });
    const transport = brokerTransport(() => ({
      broker: mutant?.broker?.(honest, world) ?? honest,
      service: this.service.name,
      topicPrefix: TOPIC_PREFIX,
      holder: id,
      pauses: jitteredPauses(world.dice.random),
      ticks: () => world.nowMs,
    }));
    return { transport };
  }

  #readerLog(life: Life) {
    const { world, report } = this.#machine;
    const note = (fields: object, message: string): void =>
      world.note(`${life.name}.${life.generation} says: ${message} ${JSON.stringify(fields)}`);
    return {
      info: note,
      warn: note,
      error: (fields: object, message: string): void => {
        note(fields, message);
        report(`${this.name}: ${message}`, JSON.stringify(fields));
      },
    };
  }
}
