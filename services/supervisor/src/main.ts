import { join } from 'node:path';
import { type Arguments, readArguments, USAGE } from './arguments.ts';
import { DataDirectoryTaken } from './data-lock.ts';
import { run } from './run.ts';

const EXIT_USAGE = 2;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
// Whoever read our lines may be gone: the platform goes on, its logs are in files.
process.stdout.on('error', () => undefined);
process.stderr.on('error', () => undefined);

const argumentsOrExit = (): Arguments | undefined => {
  try {
    const given = readArguments(process.argv.slice(2), process.send !== undefined);
    if (given !== 'help') return given;
    say(USAGE);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${USAGE}\n`);
    process.exitCode = EXIT_USAGE;
  }
  return undefined;
};

const given = argumentsOrExit();
if (given)
  try {
    const root = join(import.meta.dirname, '..', '..', '..');
    await run(given, {
      say,
      programOf: (service) => join(root, 'dist', 'services', service, 'main.js'),
      consoleDirectory: join(root, 'services', 'console', 'dist'),
      environment: process.env,
    });
  } catch (error) {
    process.stderr.write(
      `${error instanceof DataDirectoryTaken || process.env['LOG_LEVEL'] !== 'debug' ? (error as Error).message : (error as Error).stack}\n`,
    );
    process.exitCode = 1;
  }
// The channel to a program that started us would hold the event loop for ever.
if (process.connected) process.disconnect();
