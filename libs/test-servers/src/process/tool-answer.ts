import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const ANSWER_WITHIN_MS = 20_000;

/** What a tool of this machine says of itself (both its outputs); `undefined` when the machine has it not, or it can not even say that. */
export const toolAnswer = async (command: string, ...args: readonly string[]): Promise<string | undefined> => {
  try {
    const { stdout, stderr } = await run(command, args, { timeout: ANSWER_WITHIN_MS });
    return `${stdout}${stderr}`.trim();
  } catch {
    return undefined; // not there, or broken: to whoever asks both mean that it can not be used
  }
};

/** The reason why servers can not be started as processes here at all, if there is one. */
export const noProcesses = async (): Promise<string | undefined> =>
  (await toolAnswer('setpriv', '--version')) === undefined
    ? 'setpriv (util-linux), which ends servers with their parent'
    : undefined;
