import { pino } from 'pino';
import { describeError } from '../describe-error.ts';
import type { Logger } from '../logger.ts';
import { parseTraceparent } from '../traceparent.ts';
import { activeTraceparent } from './trace-context.ts';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

export type LoggerOptions = Readonly<{
  service: string;
  level: LogLevel;
  /** Where the lines go; absent: standard output. */
  write?: (line: string) => void;
}>;

/** One JSON object a line: `time`, `level`, `service`, `traceId`, `spanId`, the fields, `message`. */
export const createLogger = ({ service, level, write }: LoggerOptions): Logger => {
  const options = {
    level,
    base: { service },
    messageKey: 'message',
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: (error: unknown) => describeError(error) },
    mixin: () => {
      const traceparent = activeTraceparent();
      const context = traceparent === undefined ? undefined : parseTraceparent(traceparent);
      return context ? { traceId: context.traceId, spanId: context.spanId } : {};
    },
  };
  return write ? pino(options, { write }) : pino(options);
};
