import type { Found } from '../found.ts';
import { noProcesses, toolAnswer } from '../process/tool-answer.ts';
import { VERSITY_VERSION } from './versity-binary.ts';

/** Whether an S3 store can be started as a process of this machine. */
export const findObjectStore = async (): Promise<Found> => {
  const go = await toolAnswer('go', 'version');
  const lacks = [await noProcesses(), go === undefined ? 'Go' : undefined].filter((thing) => thing !== undefined);
  return lacks.length > 0
    ? { kind: 'missing', why: `this machine has not: ${lacks.join(', ')}` }
    : { kind: 'here', what: `${go}: Versity S3 Gateway ${VERSITY_VERSION}, built once` };
};
