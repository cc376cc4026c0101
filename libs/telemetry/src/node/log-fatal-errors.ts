import { writeSync } from 'node:fs';
import { describeError } from '../describe-error.ts';

const EXIT_CODE = 1;
const STDERR = 2;

/**
 * What nobody caught ends the process, with one line of the log in place of Node's own report: that would print every member of
 * the error, and PostgreSQL's errors hold values of rows. Call it first of all. Written at once, since the process ends.
 */
export const logFatalErrors = (service: string): void => {
  process.on('uncaughtException', (error) => {
    const line = {
      level: 'error',
      time: new Date().toISOString(),
      service,
      err: describeError(error),
      message: 'ended by an error that nobody caught',
    };
    writeSync(STDERR, `${JSON.stringify(line)}\n`);
    process.exit(EXIT_CODE);
  });
};
