import { setTimeout as wait } from 'node:timers/promises';
import type { Crashpoint } from '@jiangong/crashpoints';
import { NODES } from '../brokers.ts';
import type { MatrixCase, Scene } from '../matrix-case.ts';
import type { Service } from '../matrix-platform.ts';
import { struck } from './crash-points.ts';
import { withTwin } from './twins.ts';

/** Longer than a broker's session: the cluster has noticed, and led on by others. */
const GONE_MS = 5_000;
const FROZEN_MS = 10_000;
const STORM_TURNS = 4;
const FLOWS = 10;
const FLOWS_WITHIN_MS = 20_000;
const PASSES_MAX = 4;
/** Longer than a consumer's session and a relay's lease. */
const PAST_ITS_LEASE_MS = 35_000;

type Broken = Readonly<{ row: number; fault: string; point: string; run: (scene: Scene) => Promise<void> }>;

const overKafka = (broken: Broken): MatrixCase => ({ ...broken, needs: 'kafka', brokers: true });

/** Orders do not wait for brokers: the log is the buffer. */
const ordersGoOn = ({ workload }: Scene): Promise<void> => workload.acknowledges(FLOWS, FLOWS_WITHIN_MS);

const killed = async (scene: Scene, nodes: readonly number[]): Promise<void> => {
  await Promise.all(nodes.map((node) => scene.brokers.broker(node).kill('SIGKILL')));
  scene.injected('SIGKILL');
  await ordersGoOn(scene);
  await wait(GONE_MS);
  await Promise.all(nodes.map((node) => scene.brokers.broker(node).start()));
};

const loss: readonly Broken[] = [
  {
    row: 5,
    fault: 'kill -9 of a broker',
    point: 'the leader of a topic',
    run: async (scene) => killed(scene, [await scene.brokers.leader('merit_projects')]),
  },
  {
    row: 5,
    fault: 'kill -9 of a broker',
    point: 'a follower',
    run: async (scene) => {
      const leader = await scene.brokers.leader('merit_projects');
      await killed(scene, NODES.filter((node) => node !== leader).slice(0, 1));
    },
  },
  {
    row: 5,
    fault: 'leader frozen and woken',
    point: `${FROZEN_MS / 1_000} s: it still believes that it leads`,
    run: async (scene) => {
      const broker = scene.brokers.broker(await scene.brokers.leader('organizations'));
      await broker.kill('SIGSTOP');
      scene.injected('SIGSTOP');
      await ordersGoOn(scene);
      await wait(FROZEN_MS);
      await broker.kill('SIGCONT');
    },
  },
  {
    row: 5,
    fault: 'two of three brokers lost',
    point: 'no quorum for an acknowledgement',
    run: (scene) => killed(scene, [1, 2]),
  },
  { row: 5, fault: 'all brokers lost', point: 'at once', run: (scene) => killed(scene, NODES) },
  {
    row: 5,
    fault: 'rolling restart',
    point: 'each broker in turn',
    run: async (scene) => {
      for (const node of NODES) {
        await scene.brokers.broker(node).kill('SIGTERM');
        scene.injected('SIGTERM');
        await scene.brokers.broker(node).start();
        await ordersGoOn(scene);
      }
    },
  },
];

/** The service begins again where it had begun: everything is delivered once more. */
const deliveredAgain = (service: Service): Broken => ({
  row: 9,
  fault: 'everything delivered again',
  point: service,
  run: async ({ platform, injected }) => {
    await platform.signal(service, 'SIGSTOP');
    await platform.sql.query(`update "${service.replaceAll('-', '_')}".inbox_partition set next_offset = 0`);
    injected('offset 0');
    await platform.signal(service, 'SIGKILL');
  },
});

const storm: Broken = {
  row: 9,
  fault: 'rebalance storm',
  point: `a second consumer comes and goes ${STORM_TURNS} times`,
  run: async (scene) => {
    for (let turn = 0; turn < STORM_TURNS; turn += 1)
      await withTwin(scene, 'notifications', () => wait(scene.dice.between(200, 2_000)));
  },
};

const crash = (service: Service, point: Crashpoint): Broken => ({
  row: 1,
  fault: `kill -9 ${service}`,
  point,
  run: async (scene) => {
    scene.platform.arm(service, point, { passes: scene.dice.below(PASSES_MAX) });
    await struck(scene, service, point);
    scene.injected(point);
  },
});

/** A relay that has sent and not yet written so stands still; another takes over and sends again; then the first goes on. */
const zombieRelay: Broken = {
  row: 11,
  fault: 'two relays, the first frozen past its lease and woken',
  point: 'between sending and its checkpoint',
  run: (scene) =>
    withTwin(scene, 'merit-projects', async () => {
      const { platform } = scene;
      platform.arm('merit-projects', 'after-relay-send', { signal: 'SIGSTOP' });
      await struck(scene, 'merit-projects', 'after-relay-send');
      await wait(PAST_ITS_LEASE_MS);
      await platform.signal('merit-projects', 'SIGCONT');
    }),
};

const frozenConsumer: Broken = {
  row: 10,
  fault: 'consumer frozen past its session',
  point: 'notifications',
  run: async ({ platform, injected }) => {
    await platform.signal('notifications', 'SIGSTOP');
    injected('SIGSTOP');
    await wait(PAST_ITS_LEASE_MS);
    await platform.signal('notifications', 'SIGCONT');
  },
};

const garbage: Broken = {
  row: 12,
  fault: 'poison record',
  point: 'a record that nobody can read in a topic',
  run: async (scene) => {
    await scene.brokers.sendGarbage('organizations');
    scene.injected('garbage');
    await ordersGoOn(scene);
  },
};

export const brokerCases: readonly MatrixCase[] = [
  ...loss,
  ...(['organizations', 'membership', 'merit-projects'] as const).map((service) => crash(service, 'after-relay-send')),
  ...(['notifications', 'evaluation', 'merit-projects'] as const).map((service) =>
    crash(service, 'after-inbox-commit'),
  ),
  deliveredAgain('notifications'),
  deliveredAgain('evaluation'),
  storm,
  frozenConsumer,
  zombieRelay,
  garbage,
].map(overKafka);
