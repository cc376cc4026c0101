// Asks this container's own process whether it is ready; exits 0 or 1. An image without a shell has no other way to ask.
import { get } from 'node:http';

const PORT = process.env.PROBE_PORT ?? '7001';
const PROBE_MS_MAX = 2_000;

const asked = get({ host: '127.0.0.1', port: PORT, path: '/readyz', timeout: PROBE_MS_MAX }, ({ statusCode }) =>
  process.exit(statusCode === 200 ? 0 : 1),
);
asked.on('timeout', () => process.exit(1));
asked.on('error', () => process.exit(1));
