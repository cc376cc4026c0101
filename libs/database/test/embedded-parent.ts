import { startEmbeddedPostgres } from '@jiangong/database/postgres';

/** Program of embedded-postgres.int-spec.ts: starts the server of a directory, tells about it, and waits to be killed. */
const server = await startEmbeddedPostgres({ directory: process.argv[2] as string });
process.stdout.write(`${JSON.stringify({ postmaster: server.pid(), url: server.url })}\n`);
setInterval(() => undefined, 60_000);
