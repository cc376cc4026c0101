import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  findServer,
  missingVariable,
  type RunningServer,
  type ServerKind,
  startFound,
  TITLES,
} from '@jiangong/test-servers';

/**
 * Program of start.ts: starts the servers that its arguments name, says what it found, prints the variables of the run as one line of
 * JSON, and stops everything when its parent closes the input or dies.
 */
const tell = (text: string): void => void process.stderr.write(`${text}\n`);

/** Where the reason stands in a name of a test, a line of a log and a variable: kept short. */
const WHY_CHARS_MAX = 300;

const directory = await mkdtemp(join(tmpdir(), 'jiangong-stack-'));
const running: RunningServer[] = [];

const variablesOf = async (kind: ServerKind): Promise<Readonly<Record<string, string>>> => {
  try {
    const found = await findServer(kind);
    if (found.kind !== 'missing') tell(`${TITLES[kind]}: found (${found.kind}): ${found.what}`);
    const server = await startFound(kind, found, directory);
    running.push(server);
    return server.variables;
  } catch (error) {
    const why = (error as Error).message.replaceAll(/\s+/g, ' ').slice(0, WHY_CHARS_MAX);
    tell(`${TITLES[kind]}: SKIPPED: ${why}`);
    return { [missingVariable(kind)]: why };
  }
};

const stop = async (): Promise<void> => {
  await Promise.all(running.map((server) => server.stop()));
  await rm(directory, { recursive: true, force: true });
  process.exit();
};

process.on('SIGINT', () => undefined); // Ctrl-C reaches the whole group: the parent ends first
const kinds = process.argv.slice(2) as ServerKind[];
const variables = await Promise.all(kinds.map(variablesOf));
process.stdin.resume();
process.stdin.once('end', () => void stop());
process.stdout.write(`${JSON.stringify(Object.assign({}, ...variables))}\n`);
