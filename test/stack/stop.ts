import { once } from 'node:events';
import stopPostgres from '../postgres/stop.ts';
import { started } from './start.ts';

/** Stops the servers that the set-up started, and removes their data. */
export default async (): Promise<void> => {
  const { servers, postgres } = started;
  if (servers) {
    const ended = once(servers, 'exit');
    servers.stdin?.end();
    await ended;
  }
  if (postgres) await stopPostgres();
};
