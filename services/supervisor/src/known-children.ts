import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, type ProcessIdentity, putDown } from './process-identity.ts';

/** How long an orphan may take to end by itself before it is ended. */
export const ORPHAN_ENDS_WITHIN_MS = 5_000;

/** Which processes the supervisor has started: written down at once, so that the next start finds what a killed one left. */
export type KnownChildren = Readonly<{
  remember(service: string, child: ProcessIdentity): void;
  /** Ends what still runs of the last run; answers the services it ended. */
  endOrphans(): Promise<readonly string[]>;
}>;

const readKnown = (path: string): Record<string, ProcessIdentity> => {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
  return JSON.parse(text) as Record<string, ProcessIdentity>;
};

export const knownChildren = (directory: string): KnownChildren => {
  const path = join(directory, 'children.json');
  const known = new Map(Object.entries(readKnown(path)));
  const keep = (): void => {
    writeFileSync(`${path}.new`, JSON.stringify(Object.fromEntries(known)), { mode: 0o600 });
    renameSync(`${path}.new`, path);
  };
  return {
    remember: (service, child) => {
      known.set(service, child);
      keep();
    },
    endOrphans: async () => {
      const alive: [string, ProcessIdentity][] = [];
      for (const [service, child] of known) if (await isAlive(child)) alive.push([service, child]);
      // All at once: where the database is gone too, none of them ends by itself, and one after the other they would take the time of all.
      await Promise.all(alive.map(([, child]) => putDown(child, ORPHAN_ENDS_WITHIN_MS)));
      known.clear();
      keep();
      return alive.map(([service]) => service);
    },
  };
};
