import { startTestServer } from '@jiangong/database/testing';

/** Program of start.ts: starts a server, prints its address, and stops it when its parent closes the input or dies. */
const server = await startTestServer();
process.stdout.write(`${server.url}\n`);
process.stdin.resume();
process.stdin.once('end', () => void server.stop());
process.on('SIGINT', () => undefined); // Ctrl-C reaches the whole group: the parent ends first
