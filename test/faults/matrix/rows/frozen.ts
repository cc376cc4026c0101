import { setTimeout as wait } from 'node:timers/promises';
import { SERVICES } from '../../fault-cases.ts';
import type { MatrixCase } from '../matrix-case.ts';
import type { Service } from '../matrix-platform.ts';

const FROZEN_MS = 8_000;
/** As long as the matrix asks for: longer than any time limit of a statement, a transaction or a call. */
const FROZEN_LONG_MS = 60_000;
const SAMPLE_FROZEN_MS = 3_000;

const frozen = (service: Service, ms: number, sample = false): MatrixCase => ({
  row: 10,
  fault: `frozen for ${ms / 1_000} s`,
  point: service,
  sample,
  run: async ({ platform, injected }) => {
    await platform.signal(service, 'SIGSTOP');
    injected('SIGSTOP');
    await wait(ms);
    await platform.signal(service, 'SIGCONT');
  },
});

const SLOW_TURNS = 40;
const STOPPED_MS = 180;
const RUNNING_MS = 20;

/** A tenth of the time it would like: a consumer that falls behind, and must neither hold others up nor grow. */
const slow = (service: Service): MatrixCase => ({
  row: 10,
  fault: 'slowed to a tenth',
  point: service,
  run: async ({ platform, injected }) => {
    for (let turn = 0; turn < SLOW_TURNS; turn += 1) {
      await platform.signal(service, 'SIGSTOP');
      await wait(STOPPED_MS);
      await platform.signal(service, 'SIGCONT');
      await wait(RUNNING_MS);
    }
    injected('slow');
  },
});

/** Stopped with the lock on its checkpoints in hand, longer than the database lets a forgotten transaction be. */
const frozenInTransaction = (service: Service): MatrixCase => ({
  row: 10,
  fault: 'frozen in the middle of a transaction for 35 s',
  point: service,
  run: async ({ platform, injected }) => {
    platform.arm(service, 'before-page-commit', { signal: 'SIGSTOP' });
    while (platform.isArmed(service, 'before-page-commit')) await wait(10);
    injected('SIGSTOP');
    await wait(35_000);
    await platform.signal(service, 'SIGCONT');
  },
});

export const frozenCases: readonly MatrixCase[] = [
  ...SERVICES.map((service) => frozen(service, FROZEN_MS)),
  frozen('merit-projects', SAMPLE_FROZEN_MS, true),
  frozen('notifications', FROZEN_LONG_MS),
  slow('notifications'),
  slow('merit-projects'),
  frozenInTransaction('membership'),
];
