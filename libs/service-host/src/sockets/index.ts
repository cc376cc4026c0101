import { rm } from 'node:fs/promises';

/** A socket of this machine, as grpc-js writes its address; Linux takes no path longer than 107 bytes (unix(7)). */
export const UNIX_SOCKET = /^unix:\/[^,\0]{1,106}$/u;

/** Where a gRPC server of this machine listens on this path; undefined: the path is too long for a socket. */
export const unixAddress = (path: string): string | undefined => {
  const address = `unix:${path}`;
  return Buffer.byteLength(path) <= SOCKET_PATH_BYTES_MAX && UNIX_SOCKET.test(address) ? address : undefined;
};

const SOCKET_PATH_BYTES_MAX = 107;

/**
 * Takes away the file that a killed process left where this one is to listen: nobody could bind there again. Whoever starts services on
 * sockets sees to it that there is one of each.
 */
export const clearSocket = async (listen: string): Promise<void> => {
  if (UNIX_SOCKET.test(listen)) await rm(listen.slice('unix:'.length), { force: true });
};
