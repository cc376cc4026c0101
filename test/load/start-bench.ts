import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ChildPlatform } from '../journeys/demo/platform/child-platform.ts';
import { median } from './measure.ts';
import { processTree, pssMiB } from './process-memory.ts';

export type StartResult = Readonly<{ what: 'start'; seconds: number; pssMiB: number; processes: number }>;

const START_AT = '2024-01-02T01:00:00.000Z';
/** The database's own user must be able to reach its folder below this one. */
const REACHABLE = 0o755;

/** PostgreSQL's server runs in a session of its own; its parent is not the supervisor. */
const serverPid = async (dataDirectory: string): Promise<number> =>
  Number((await readFile(join(dataDirectory, 'database', 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[0]);

const started = async (dataDirectory: string): Promise<StartResult> => {
  const began = performance.now();
  const platform = await ChildPlatform.start({ dataDirectory, now: START_AT });
  const seconds = (performance.now() - began) / 1_000;
  try {
    await platform.untilQuiet();
    const trees = await Promise.all([processTree(platform.pid ?? 0), processTree(await serverPid(dataDirectory))]);
    const pids = [...new Set(trees.flat())];
    const shares = await Promise.all(pids.map(pssMiB));
    return { what: 'start', seconds, pssMiB: shares.reduce((sum, share) => sum + share, 0), processes: pids.length };
  } finally {
    await platform.stop();
  }
};

/** The whole platform from the command to ready, on a data directory that has been used before; and its memory when it rests. */
export const startBench = async (rounds: number): Promise<readonly StartResult[]> => {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'jiangong-start-'));
  await chmod(dataDirectory, REACHABLE);
  try {
    await started(dataDirectory);
    const runs: StartResult[] = [];
    for (let round = 0; round < rounds; round++) runs.push(await started(dataDirectory));
    const of = (key: 'seconds' | 'pssMiB' | 'processes'): number => median(runs.map((run) => run[key]));
    return [{ what: 'start', seconds: of('seconds'), pssMiB: of('pssMiB'), processes: of('processes') }];
  } finally {
    await rm(dataDirectory, { recursive: true, force: true });
  }
};
