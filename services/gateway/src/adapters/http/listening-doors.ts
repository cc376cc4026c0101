import { createServer, type Server as Listener, type Socket } from 'node:net';
import type { Server } from 'node:http';

/**
 * Listening sockets on the gateway's port. The event loop takes one new connection from each in a turn, and in a flood a turn is long:
 * with a single one, who came new waited ten seconds and more behind those that were connected already.
 */
export const DOORS = 64;

/**
 * Connections that the kernel keeps at each door while this process is busy (never more than its `somaxconn`). Where they overflow the
 * kernel turns away without a word, and who was turned away tries again after 1, 3, 7 and 15 s.
 */
export const CONNECTIONS_WAITING_MAX = 4_096;

type Place = Readonly<{ port: number; host: string }>;

/** How the server itself and all other doors listen. */
export const asDoor = (at: Place): Place & Readonly<{ backlog: number; reusePort: true }> => ({
  ...at,
  backlog: CONNECTIONS_WAITING_MAX,
  reusePort: true,
});

const listening = (listener: Listener, at: Place): Promise<void> =>
  new Promise((resolve, reject) => {
    listener.once('error', reject);
    listener.listen(at, () => {
      listener.removeListener('error', reject);
      resolve();
    });
  });

const closed = (listener: Listener): Promise<void> => new Promise((resolve) => void listener.close(() => resolve()));

/** Rejects with EADDRINUSE when anybody listens there: doors would share the port with another program without a word. */
export const refuseTaken = async (at: Place): Promise<void> => {
  if (at.port === 0) return;
  const alone = createServer();
  await listening(alone, at);
  await closed(alone);
};

/** Opens all other doors of a server that listens `asDoor` already. Gives what closes them; connections are the server's and stay. */
export const openDoors = async (server: Server, at: Place): Promise<() => void> => {
  const doors: Listener[] = [];
  const close = (): void => doors.forEach((door) => void door.close());
  try {
    while (doors.length < DOORS - 1) {
      const door = createServer(
        { allowHalfOpen: true, noDelay: true },
        (socket: Socket) => void server.emit('connection', socket),
      );
      await listening(door, asDoor(at));
      doors.push(door);
    }
  } catch (error) {
    close();
    throw error;
  }
  return close;
};
