import type { Found } from '../found.ts';
import { noProcesses, toolAnswer } from '../process/tool-answer.ts';
import { builderVersion } from './collector-binary.ts';

/** Whether an OpenTelemetry Collector can be started as a process of this machine. */
export const findCollector = async (): Promise<Found> => {
  const go = await toolAnswer('go', 'version');
  const lacks = [await noProcesses(), go === undefined ? 'Go' : undefined].filter((thing) => thing !== undefined);
  return lacks.length > 0
    ? { kind: 'missing', why: `this machine has not: ${lacks.join(', ')}` }
    : { kind: 'here', what: `${go}: OpenTelemetry Collector ${await builderVersion()}, built once` };
};
