import type { LoggerService } from '@nestjs/common';
import type { Logger } from '@jiangong/telemetry';

const text = (message: unknown): string =>
  typeof message === 'string' ? message : 'a message of the framework that is not text';

/** The framework's log lines as ours: its start-up chatter is debug, its errors are errors. */
export const nestLog = (log: Logger): LoggerService => ({
  log: (message) => log.debug({}, text(message)),
  debug: (message) => log.debug({}, text(message)),
  verbose: (message) => log.debug({}, text(message)),
  warn: (message) => log.warn({}, text(message)),
  error: (message) =>
    log.error(
      message instanceof Error ? { err: message } : {},
      message instanceof Error ? 'the framework failed' : text(message),
    ),
  fatal: (message) => log.error({}, text(message)),
});
