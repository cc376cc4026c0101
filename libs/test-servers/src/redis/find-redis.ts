import type { Found } from '../found.ts';
import { noProcesses, toolAnswer } from '../process/tool-answer.ts';

/** Whether Redis can be started as a process of this machine. */
export const findRedis = async (): Promise<Found> => {
  const [, version] = /v=([\d.]+)/.exec((await toolAnswer('redis-server', '--version')) ?? '') ?? [];
  const lacks = [
    await noProcesses(),
    version === undefined ? "redis-server (Debian's package of this name)" : undefined,
  ].filter((thing) => thing !== undefined);
  return lacks.length > 0
    ? { kind: 'missing', why: `this machine has not: ${lacks.join(', ')}` }
    : { kind: 'here', what: `redis-server ${version}` };
};
