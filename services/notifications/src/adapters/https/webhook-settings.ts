import type { BlockList } from 'node:net';
import { networksOf } from './barred-addresses.ts';

/** Networks inside that webhooks may lead to nevertheless: those of the committee's own systems, as `10.1.2.0/24,…`. Throws on what is no network. */
export const readAllowedNetworks = (environment: NodeJS.ProcessEnv): BlockList =>
  networksOf(
    (environment['WEBHOOK_ALLOWED_NETWORKS'] ?? '')
      .split(',')
      .filter((prefix) => prefix.trim() !== '')
      .map((prefix) => prefix.trim()),
  );
