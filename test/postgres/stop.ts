import { once } from 'node:events';
import { started } from './start.ts';

/** Stops the server that the set-up started, and removes its data. */
export default async (): Promise<void> => {
  const { server } = started;
  if (!server) return;
  const ended = once(server, 'exit');
  server.stdin?.end();
  await ended;
};
