import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { urlOf } from '@jiangong/database/postgres';
import { HttpClient } from '../journeys/demo/http/http-client.ts';
import type { FloorOrder } from './workers/floor-order.ts';

const kept = async <T>(...path: readonly string[]): Promise<T> =>
  JSON.parse(await readFile(join(...path), 'utf8')) as T;

/** The read models of a running platform, as the service that lists entries opens them. */
const databaseOf = async (directory: string): Promise<string> => {
  const { database } = await kept<{ database: number }>(directory, 'ports.json');
  const passwords = await kept<Record<string, string>>(directory, 'secrets', 'database-passwords.json');
  const password = passwords['merit-projects'] as string;
  return urlOf(`postgres://127.0.0.1:${database}/jiangong`, { service: 'merit-projects', password });
};

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
};

const started = async (program: string, order: FloorOrder): Promise<ChildProcess> => {
  const child = fork(fileURLToPath(new URL(`./workers/${program}`, import.meta.url)), [JSON.stringify(order)], {
    // The compiled libraries, as the platform runs them.
    execArgv: ['--no-warnings'],
  });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`${program} ended with ${String(code)}`);
  });
  await Promise.race([once(child, 'message'), ended]);
  ended.catch(() => undefined); // told to end later, it ends
  return child;
};

/** What a page can not cost less than: Fastify, then grpc-js, then the same SQL on the same database. */
export class ReadFloor {
  readonly #programs: readonly ChildProcess[];
  readonly #client: HttpClient;

  private constructor(programs: readonly ChildProcess[], client: HttpClient) {
    this.#programs = programs;
    this.#client = client;
  }

  /** @param over what the two programs speak over. */
  static async start(
    directory: string,
    { over, connectionsMax }: Readonly<{ over: 'tcp' | 'unix'; connectionsMax: number }>,
  ): Promise<ReadFloor> {
    const order = {
      service: over === 'unix' ? `unix:${join(directory, 'floor.sock')}` : `127.0.0.1:${await freePort()}`,
      port: await freePort(),
      databaseUrl: await databaseOf(directory),
    };
    const programs = [await started('floor-service.ts', order), await started('floor-gateway.ts', order)];
    return new ReadFloor(programs, new HttpClient(`http://127.0.0.1:${order.port}`, connectionsMax));
  }

  get pids(): readonly number[] {
    return this.#programs.map(({ pid }) => pid as number);
  }

  async ask(path: string): Promise<number> {
    return (await this.#client.send({ method: 'GET', path, headers: { accept: 'application/json' } })).status;
  }

  stop(): void {
    this.#client.close();
    for (const program of this.#programs) program.disconnect();
  }
}
