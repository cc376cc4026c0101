import { MemoryEventStore } from '@jiangong/event-store/memory';
import { diceOf } from './kernel/dice.ts';
import { installVirtualTime } from './kernel/virtual-time.ts';
import { World } from './kernel/world.ts';
import { checkRun } from './check-run.ts';
import { type Breach, breach } from './invariants/index.ts';
import type { Mutant } from './mutant.ts';
import { Nemesis, TROUBLE_MS } from './nemesis.ts';
import { CampaignClock } from './platform/campaign.ts';
import { digestStatements } from './platform/digests.ts';
import { evaluationUnderTest, HEARD_BY_EVALUATION, OWN_FACTS_OF_EVALUATION } from './platform/evaluation.ts';
import { HEARD_BY_LEDGER, ledgerUnderTest, WHOLE_LOG } from './platform/ledger.ts';
import { meritProjectsUnderTest, OWN_FACTS_OF_MERIT_PROJECTS } from './platform/merit-projects.ts';
import { placeStatements } from './platform/places.ts';
import { type Machine, newVault, ServiceProcess } from './platform/service-processes.ts';
import { BrokerServer } from './server/broker-server.ts';
import { engineStatements } from './server/engine-statements.ts';
import { inboxStatements } from './server/inbox-statements.ts';
import { MemoryDatabase } from './server/memory-database.ts';
import { messagingStatements } from './server/messaging-statements.ts';
import { relayStatements } from './server/relay-statements.ts';
import { type StatementBook, statementBook, type Statements } from './server/statements.ts';
import type { Troubles } from './troubles.ts';
import { Clients } from './workload/client.ts';
import type { SentCommand } from './workload/history.ts';
import { playStory } from './workload/story.ts';

/** The story is over after so much virtual time, or it never will be. */
export const STORY_MS_MAX = 180_000;

/** I9: once faults and orders have stopped, every reader has read everything within so long. */
export const QUIET_WITHIN_MS = 30_000;

const QUIET_LOOK_MS = 50;

/** So many of the runs have a broker between the services; in the others facts travel through the one database. */
const BY_BROKER = 0.6;

export type SeedResult = Readonly<{
  seed: number;
  breaches: readonly Breach[];
  troubles: Troubles;
  history: readonly SentCommand[];
  events: number;
  /** Records on the broker; undefined where there was none. */
  records: number | undefined;
  steps: number;
  virtualMs: number;
  quietAfterMs: number;
  traceHash: string;
  lastSteps: readonly string[];
}>;

const PROJECTIONS = [
  OWN_FACTS_OF_MERIT_PROJECTS,
  OWN_FACTS_OF_EVALUATION,
  HEARD_BY_EVALUATION,
  HEARD_BY_LEDGER,
  WHOLE_LOG,
];

const everyStatement = (now: () => number, mistaken: Statements = {}): StatementBook =>
  statementBook(
    engineStatements,
    messagingStatements,
    relayStatements(now),
    inboxStatements,
    placeStatements,
    ...PROJECTIONS.map(digestStatements),
    mistaken,
  );

/** One or two replicas of each service that takes orders; the seed draws how many. */
const platformOn = (machine: Machine) => {
  const replicas = (name: string): readonly string[] =>
    ['1', '2'].slice(0, machine.world.dice.between(1, 2)).map((number) => `${name}-${number}`);
  const meritProjects = replicas('merit-projects').map(
    (name) => new ServiceProcess(name, meritProjectsUnderTest, machine),
  );
  const evaluation = replicas('evaluation').map((name) => new ServiceProcess(name, evaluationUnderTest, machine));
  const ledger = [new ServiceProcess('ledger-1', ledgerUnderTest, machine)];
  return {
    meritProjects,
    evaluation,
    all: [...meritProjects, ...evaluation, ...ledger] as readonly ServiceProcess<object>[],
  };
};

/** Whether every process runs and has read everything; asked from outside, over an untroubled link. */
const quietNow = async (processes: readonly ServiceProcess<object>[]): Promise<boolean> => {
  for (const process of processes) {
    const { running } = process;
    if (!running) return false;
    const lag = await running.readers.lag();
    if (lag.events > 0) return false;
  }
  return true;
};

const untilQuiet = async (
  world: World,
  processes: readonly ServiceProcess<object>[],
  signalled: { quiet: boolean },
): Promise<void> => {
  while (!signalled.quiet) {
    // A process that can not say how far it is, is not quiet.
    const quiet = await quietNow(processes).catch(() => false);
    if (quiet) signalled.quiet = true;
    else await world.sleep(QUIET_LOOK_MS, 'looks whether all is quiet');
  }
};

/** Plays one seed from beginning to end in virtual time, and checks every invariant. With a mutant: something in it is wrong. */
export const runSeed = async (seed: number, mutant?: Mutant): Promise<SeedResult> => {
  const dice = diceOf(`seed ${seed}`);
  const world = new World(dice.of('world'));
  const restore = installVirtualTime(world);
  try {
    return await play({
      seed,
      world,
      nemesis: new Nemesis(world, dice.of('nemesis'), mutant?.troubles),
      giveUp: dice.pick([0, 0.05, 0.3]),
      mutant,
    });
  } finally {
    restore();
  }
};

type Play = Readonly<{ seed: number; world: World; nemesis: Nemesis; giveUp: number; mutant: Mutant | undefined }>;

const play = async ({ seed, world, nemesis, giveUp, mutant }: Play): Promise<SeedResult> => {
  world.trouble(nemesis);
  const log = new MemoryEventStore();
  const database = new MemoryDatabase(() => world.nowMs);
  const broker = world.dice.chance(BY_BROKER) ? new BrokerServer(() => world.nowMs) : undefined;
  const book = everyStatement(() => world.nowMs, mutant?.statements?.(database));
  const clock = new CampaignClock(world);
  const breaches: Breach[] = [];
  const report = (what: string, error: unknown): void => void breaches.push(breach('I9', `${what}: ${String(error)}`));
  const server = { log, database, diskFull: () => nemesis.diskFull };
  const machine: Machine = {
    world,
    server,
    book,
    clock,
    vault: newVault(),
    report,
    hostile: () => !nemesis.quiet,
    ...(broker ? { broker } : {}),
    ...(mutant ? { mutant } : {}),
  };
  const { meritProjects, evaluation, all } = platformOn(machine);
  let head = 0;
  const clients = new Clients({ world, clock, head: () => head, giveUp });
  database.onNotify(() => void log.head().then((now) => (head = now)));
  for (const process of all) process.start();
  nemesis.begin(all, database);
  let over = false;
  void playStory({ world, clock, clients, meritProjects, evaluation }).then(
    () => (over = true),
    (error: unknown) => report('the story broke off', error),
  );
  // What was reported on the way is a failure already: there is nothing to wait for.
  const ended = (): boolean => (over && world.nowMs > TROUBLE_MS) || breaches.length > 0;
  if (!(await world.run(ended, STORY_MS_MAX)))
    breaches.push(breach('I9', `the story did not end within ${STORY_MS_MAX} ms`));
  nemesis.stop();
  const stoppedAt = world.nowMs;
  const signalled = { quiet: false };
  void untilQuiet(world, all, signalled);
  if (!(await world.run(() => signalled.quiet, stoppedAt + QUIET_WITHIN_MS)))
    breaches.push(breach('I9', `not quiet ${QUIET_WITHIN_MS} ms after the faults stopped`));
  breaches.push(
    ...(await checkRun({
      log,
      database,
      book,
      services: [meritProjectsUnderTest, evaluationUnderTest, ledgerUnderTest],
      history: clients.history,
      broker,
    })),
  );
  const { trace, nowMs } = world;
  const { history } = clients;
  return {
    seed,
    breaches,
    troubles: nemesis.troubles,
    history,
    events: await log.head(),
    records: broker && [...broker.topics.values()].flat(2).length,
    steps: trace.steps,
    virtualMs: nowMs,
    quietAfterMs: nowMs - stoppedAt,
    traceHash: trace.hash(),
    lastSteps: trace.last,
  };
};
