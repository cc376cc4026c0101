import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** How the supervisor was asked to start. */
export type Arguments = Readonly<{
  /** Everything that is kept between runs lies here. */
  dataDirectory: string;
  /** Of the gateway; absent: the one of the last run, else 8080, else any free one. */
  port: number | undefined;
  host: string;
  /** The services' whole logs on standard output, too; else only what is a warning or worse. */
  showLogs: boolean;
  /** Only under a parent that moves it: the moment at which the clock stands at the start. */
  movedClock: string | undefined;
  /** Loads the sample into an empty platform once it is ready. */
  sample: boolean;
  /** Services know each other by certificates, also on one machine. */
  tls: boolean;
}>;

export const DEFAULT_DATA_DIRECTORY = '.data';

export const USAGE = `npm start -- [--data DIR] [--port N] [--host ADDRESS] [--sample] [--tls] [--logs]

  --data DIR       keeps everything in DIR (default ${DEFAULT_DATA_DIRECTORY})
  --port N         the gateway's port (default: the last one used, 8080, or a free one)
  --host ADDRESS   the gateway's address (default 127.0.0.1)
  --sample         loads one open edition of the sample into an empty platform
  --tls            services know each other by certificates (made and renewed in DIR/secrets/tls)
  --logs           shows all log lines of all services (they are in DIR/logs in any case)
  --help           shows this

DATABASE_URL       a PostgreSQL of your own (a superuser's address); else one is started from the npm package`;

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z$/;

const portOf = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Error(`--port takes a number from 1 to 65535, not ${text}`);
  return port;
};

/** A moved clock exists only under a parent that moves it: production has no such switch. */
const movedClockOf = (text: string | undefined, hasParent: boolean): string | undefined => {
  if (text === undefined) return undefined;
  if (!hasParent) throw new Error('--moved-clock works only under a program that moves the clock over an IPC channel');
  if (!INSTANT.test(text) || Number.isNaN(Date.parse(text)))
    throw new Error(`--moved-clock takes a moment in UTC, not ${text}`);
  return new Date(text).toISOString();
};

/** Reads the command line; `help` when that was asked for. Throws an Error that says what is wrong with it. */
export const readArguments = (given: readonly string[], hasParent: boolean): Arguments | 'help' => {
  const { values } = parseArgs({
    args: [...given],
    strict: true,
    options: {
      data: { type: 'string', default: DEFAULT_DATA_DIRECTORY },
      port: { type: 'string' },
      host: { type: 'string', default: '127.0.0.1' },
      logs: { type: 'boolean', default: false },
      sample: { type: 'boolean', default: false },
      tls: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
      'moved-clock': { type: 'string' },
    },
  });
  if (values.help) return 'help';
  return {
    dataDirectory: resolve(values.data),
    port: portOf(values.port),
    host: values.host,
    showLogs: values.logs,
    movedClock: movedClockOf(values['moved-clock'], hasParent),
    sample: values.sample,
    tls: values.tls,
  };
};
