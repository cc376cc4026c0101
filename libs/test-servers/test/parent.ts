import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRedis } from '@jiangong/test-servers';

/** Program of orphans.stack-spec.ts: starts a server, says its process, and never ends by itself. */
const directory = await mkdtemp(join(tmpdir(), 'jiangong-orphan-'));
const redis = await startRedis({ directory });
process.stdout.write(`${JSON.stringify({ pid: redis.pid, directory })}\n`);
process.stdin.resume();
