import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Browsers and clients open connections before they need them. Node counts one on which nothing was ever sent as busy, so that it would
 * hold up a gateway that stops until its headers are overdue. Gives what closes those connections.
 */
export const closeUnused = (server: Server): (() => void) => {
  const open = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  return () => {
    for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
  };
};
