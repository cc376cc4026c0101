import type { Found } from '../found.ts';
import { noProcesses, toolAnswer } from '../process/tool-answer.ts';

/** Whether Prometheus can be started as a process of this machine. */
export const findPrometheus = async (): Promise<Found> => {
  const [, version] = /version ([\d.]+)/.exec((await toolAnswer('prometheus', '--version')) ?? '') ?? [];
  const lacks = [
    await noProcesses(),
    version === undefined ? "prometheus (Debian's package of this name)" : undefined,
  ].filter((thing) => thing !== undefined);
  return lacks.length > 0
    ? { kind: 'missing', why: `this machine has not: ${lacks.join(', ')}` }
    : { kind: 'here', what: `prometheus ${version}` };
};
