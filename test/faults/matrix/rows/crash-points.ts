import { setTimeout as wait } from 'node:timers/promises';
import type { Crashpoint } from '@jiangong/crashpoints';
import { SERVICES } from '../../fault-cases.ts';
import type { MatrixCase, Scene } from '../matrix-case.ts';
import type { Service } from '../matrix-platform.ts';

/** An armed point is passed within this time, or the workload never comes by. */
const STRIKES_WITHIN_MS = 20_000;
const PASSES_MAX = 12;
const LOOK_EVERY_MS = 10;

/** How often a service is ended at random in one case, and how long it is left alone in between. */
const RANDOM_KILLS = 3;
const CALM_MS_MIN = 200;
const CALM_MS_MAX = 1_500;

const APPENDING: readonly Service[] = ['organizations', 'membership', 'merit-projects', 'evaluation', 'notifications'];
const REACTING: readonly Service[] = ['membership', 'evaluation'];
const READING: readonly Service[] = [...APPENDING, 'audit'];

const PLACES: readonly Readonly<{ point: Crashpoint; services: readonly Service[] }>[] = [
  { point: 'before-append', services: APPENDING },
  { point: 'after-append', services: APPENDING },
  { point: 'before-answer', services: APPENDING },
  { point: 'before-page-commit', services: READING },
  { point: 'after-page-commit', services: READING },
  { point: 'before-reaction', services: REACTING },
  { point: 'after-reaction', services: REACTING },
  { point: 'before-call', services: ['gateway'] },
  { point: 'after-call', services: ['gateway'] },
];

/** Resolves when an armed point has struck. */
export const struck = async ({ platform }: Scene, service: Service, point: Crashpoint): Promise<void> => {
  for (const until = performance.now() + STRIKES_WITHIN_MS; platform.isArmed(service, point); await wait(LOOK_EVERY_MS))
    if (performance.now() > until) {
      platform.disarm(service, point);
      throw new Error(`${service} did not come by ${point} within ${STRIKES_WITHIN_MS} ms`);
    }
};

const SAMPLED = new Set([
  'merit-projects after-append',
  'organizations before-page-commit',
  'gateway after-call',
  'evaluation after-reaction',
]);

const atPoint = (service: Service, point: Crashpoint): MatrixCase => ({
  row: 1,
  fault: `kill -9 ${service}`,
  point,
  sample: SAMPLED.has(`${service} ${point}`),
  run: async (scene) => {
    scene.platform.arm(service, point, { passes: scene.dice.below(PASSES_MAX) });
    await struck(scene, service, point);
    scene.injected(point);
  },
});

const atRandom = (service: Service): MatrixCase => ({
  row: 1,
  fault: `kill -9 ${service}`,
  point: 'at random moments',
  run: async (scene) => {
    for (let kill = 0; kill < RANDOM_KILLS; kill += 1) {
      await wait(scene.dice.between(CALM_MS_MIN, CALM_MS_MAX));
      await scene.platform.signal(service, 'SIGKILL');
      scene.injected(service);
      await scene.platform.ready(service);
    }
  },
});

/** All services fall at once: nobody's memory is left. */
const allAtOnce: MatrixCase = {
  row: 1,
  fault: 'kill -9 every service',
  point: 'at once',
  sample: true,
  run: async ({ platform, injected }) => {
    await Promise.all(SERVICES.map((service) => platform.signal(service, 'SIGKILL')));
    injected('all');
  },
};

/** In rounds over the services: a service that fell a moment ago is started again only after a wait that grows. */
const rounds = (cases: readonly MatrixCase[]): readonly MatrixCase[] => {
  const left = new Map<string, MatrixCase[]>();
  for (const one of cases) left.set(one.fault, [...(left.get(one.fault) ?? []), one]);
  const ordered: MatrixCase[] = [];
  while (ordered.length < cases.length) for (const own of left.values()) ordered.push(...own.splice(0, 1));
  return ordered;
};

export const crashPointCases: readonly MatrixCase[] = [
  ...rounds([
    ...PLACES.flatMap(({ point, services }) => services.map((service) => atPoint(service, point))),
    ...SERVICES.map(atRandom),
  ]),
  allAtOnce,
];
