import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { findServer, type ServerKind, startFound, TITLES } from '@jiangong/test-servers';
import { neededServers } from './needed-servers.ts';

/**
 * Fetches and builds what the servers of the stack suites are made of, one after the other, and starts none: CI does it beside its other
 * steps. What this machine can not have is left to the suites, which say so.
 */
const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/**
 * Servers of a suite's own are not started with the run: of them all that is done beforehand is making them. Kafka is left to the run: to
 * make it a broker is started once, which with what the other steps leave of the processor does not get ready in its time.
 */
const isMadeBeforehand = (kind: string): kind is ServerKind => kind.startsWith('own-') && kind !== 'own-kafka';

for (const kind of (await neededServers(ROOT, [])).filter(isMadeBeforehand)) {
  const begun = performance.now();
  const found = await findServer(kind);
  if (found.kind !== 'missing') await startFound(kind, found, tmpdir());
  const said =
    found.kind === 'missing' ? found.why : `ready after ${Math.round((performance.now() - begun) / 1_000)} s`;
  process.stdout.write(`${TITLES[kind]}: ${said}\n`);
}
