import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Crashpoint } from './names.ts';

export { CRASHPOINTS, type Crashpoint } from './names.ts';

/** What an armed point does: end the process as `kill -9` does, or freeze it until somebody sends SIGCONT. */
export type CrashSignal = 'SIGKILL' | 'SIGSTOP';

const ARMED = /^(SIGKILL|SIGSTOP) (\d{1,6})$/;

/** The file that arms a point of one service: `<signal> <passes that are let go first>`. It is gone once the point has struck. */
export const armingFile = (directory: string, service: string, name: Crashpoint): string =>
  join(directory, `${service}.${name}`);

export const armingText = (signal: CrashSignal, passes: number): string => `${signal} ${passes}`;

/** Reads what is armed; a point that is not says so by its missing file. */
const armedAt = (path: string): Readonly<{ signal: CrashSignal; passes: number }> | undefined => {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const found = ARMED.exec(text);
  if (!found) throw new Error(`${path} arms nothing: ${text}`);
  return { signal: found[1] as CrashSignal, passes: Number(found[2]) };
};

export type CrashpointsOptions = Readonly<{
  /** Where arming files lie; absent: no point ever strikes. */
  directory: string | undefined;
  service: string;
  strike: (signal: CrashSignal) => void;
}>;

/** The points of one process. Without a directory passing one costs an empty call. */
export const openCrashpoints = ({ directory, service, strike }: CrashpointsOptions): ((name: Crashpoint) => void) => {
  if (directory === undefined) return () => undefined;
  const passed = new Map<string, number>();
  return (name) => {
    const path = armingFile(directory, service, name);
    const armed = armedAt(path);
    if (armed === undefined) {
      passed.delete(name);
      return;
    }
    const count = passed.get(name) ?? 0;
    passed.set(name, count + 1);
    if (count < armed.passes) return;
    // Taken away first: the process that is started in place of this one goes on unharmed.
    rmSync(path, { force: true });
    strike(armed.signal);
  };
};

/** Called where the point stands. Inert unless the environment names `CRASHPOINTS_DIRECTORY`: fault runs do, nobody else. */
export const crashpoint: (name: Crashpoint) => void = openCrashpoints({
  directory: process.env['CRASHPOINTS_DIRECTORY'],
  service: process.env['SERVICE_NAME'] ?? 'unnamed',
  strike: (signal) => void process.kill(process.pid, signal),
});
