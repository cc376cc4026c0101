import { setTimeout as wait } from 'node:timers/promises';
import type { MatrixCase } from '../matrix-case.ts';
import { CLIENTS } from '../workload/workload.ts';

const TIMES = 10;
const COMMANDS = 1_500;
const KILLS = ['merit-projects', 'gateway', 'membership'] as const;

/** Ten times the usual clients, and services fall under them. */
export const overloadCases: readonly MatrixCase[] = [
  {
    row: 15,
    fault: `load ×${TIMES} with kills`,
    point: KILLS.join(', '),
    clients: CLIENTS * TIMES,
    commandsMin: COMMANDS,
    run: async ({ platform, injected, dice }) => {
      for (const service of KILLS) {
        await wait(dice.between(500, 2_000));
        await platform.signal(service, 'SIGKILL');
        injected('SIGKILL');
        await platform.ready(service);
      }
    },
  },
  {
    row: 15,
    fault: `load ×${TIMES} with kills`,
    point: 'database server',
    clients: CLIENTS * TIMES,
    commandsMin: COMMANDS,
    run: async ({ platform, injected, dice }) => {
      await wait(dice.between(500, 2_000));
      process.kill(await platform.postmasterPid(), 'SIGKILL');
      injected('SIGKILL');
    },
  },
];
