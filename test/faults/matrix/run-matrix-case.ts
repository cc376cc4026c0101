import { dice } from '../../journeys/demo/world/seeded-random.ts';
import type { Brokers } from './brokers.ts';
import { checkInvariants, type Looked, type Window } from './check-invariants.ts';
import { type MatrixCase, nameOf } from './matrix-case.ts';
import { type MatrixPlatform, RECOVERY_MS_MAX } from './matrix-platform.ts';
import type { Wires } from './wires.ts';
import { type Counts, countsOf, neverTaken } from './workload/history.ts';
import { Workload } from './workload/workload.ts';

export const COMMANDS_MIN = 200;

/** A case ends within this time, whatever happens. */
export const CASE_MS_MAX = 240_000;

/** Before and after the fault orders are given undisturbed: so many must be acknowledged. */
const CALM_ORDERS = 10;
const CALM_MS_MAX = 45_000;

/** How one line of the matrix ended. `failures` empty and not skipped: everything held. */
export type MatrixReport = Readonly<{
  row: number;
  fault: string;
  point: string;
  seed: string;
  injections: number;
  commands: Counts;
  /** From the end of the fault until orders are accepted again, and from the last order until all is at rest. */
  recoverySeconds: number;
  seconds: number;
  failures: readonly string[];
  skipped: string | undefined;
}>;

const NOTHING: Counts = { acknowledged: 0, refused: 0, unknown: 0 };

export const skippedCase = ({ row, fault, point }: MatrixCase, seed: string, why: string): MatrixReport => ({
  row,
  fault,
  point,
  seed,
  injections: 0,
  commands: NOTHING,
  recoverySeconds: 0,
  seconds: 0,
  failures: [],
  skipped: why,
});

const within = async <T>(work: Promise<T>, ms: number): Promise<T> => {
  const timer = Promise.withResolvers<never>();
  const handle = setTimeout(() => timer.reject(new Error(`the case did not end within ${ms} ms`)), ms);
  try {
    return await Promise.race([work, timer.promise]);
  } finally {
    clearTimeout(handle);
  }
};

const secondsOf = async (work: () => Promise<unknown>): Promise<number> => {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1_000;
};

/** A running platform, and what was seen of it so far. */
export type Stage = Readonly<{
  platform: MatrixPlatform;
  looked: Looked;
  wires: Wires | undefined;
  brokers: Brokers | undefined;
}>;

const asked = <T>(part: T | undefined, what: string): T => {
  if (part === undefined) throw new Error(`the case did not ask for ${what}`);
  return part;
};

/** One fault on a running platform: orders before, during and after it, then everything that must hold. */
export const runMatrixCase = async (
  one: MatrixCase,
  { platform, looked, wires, brokers }: Stage,
  seed: string,
): Promise<MatrixReport> => {
  const started = performance.now();
  const name = `${seed} ${nameOf(one)}`;
  const windows: Window[] = [];
  const given: string[] = [];
  const failures: string[] = [];
  let injections = 0;
  let recoverySeconds = 0;
  const workload = new Workload({
    origin: platform.origin,
    prepared: platform.prepared,
    dice: dice(name, 'orders'),
    name,
    ...(one.clients === undefined ? {} : { clients: one.clients }),
  });
  const play = async (): Promise<void> => {
    await workload.acknowledges(CALM_ORDERS, CALM_MS_MAX);
    await one.run({
      platform,
      workload,
      get wires() {
        return asked(wires, 'ways that it can spoil');
      },
      dice: dice(name, 'moments'),
      get brokers() {
        return asked(brokers, 'brokers');
      },
      gave: (requestId) => void given.push(requestId),
      injected: () => void (injections += 1),
      broken: (what) => void failures.push(what),
      refusing: async (work) => {
        const fromMs = performance.now();
        const result = await work();
        windows.push({ fromMs, toMs: performance.now() });
        return result;
      },
    });
    recoverySeconds = await secondsOf(() => workload.acknowledges(CALM_ORDERS, RECOVERY_MS_MAX));
    await workload.reached(one.commandsMin ?? COMMANDS_MIN);
    await workload.stop();
    recoverySeconds += await secondsOf(() => platform.recovered());
    failures.push(...(await checkInvariants(platform, looked, { history: workload.history, given, windows })));
    failures.push(...neverTaken(workload.history));
    if (brokers) failures.push(...(await brokers.check(platform.sql)));
    if (injections === 0) failures.push('nothing was injected: the case proves nothing');
  };
  try {
    await within(play(), CASE_MS_MAX);
  } catch (error) {
    failures.push((error as Error).message, await platform.lastWords());
  } finally {
    await workload.stop();
  }
  return {
    row: one.row,
    fault: one.fault,
    point: one.point,
    seed,
    injections,
    commands: countsOf(workload.history),
    recoverySeconds,
    seconds: (performance.now() - started) / 1_000,
    failures,
    skipped: undefined,
  };
};
