import { appendFile, rename, stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A service's log is renamed to `.1` when it has grown past this; the one before is dropped. */
export const LOG_BYTES_MAX = 64 * 1024 * 1024;

/** A longer line is cut: a log is for reading. */
export const LOG_LINE_CHARS_MAX = 16_000;

/** The last lines of each service that are kept in mind, to be shown when it does not start. */
export const LAST_LINES_MAX = 20;

export type ServiceLog = Readonly<{
  /** Takes every line of a stream until it ends. */
  follow(stream: Readable): void;
  lastLines(): readonly string[];
  /** Resolves when everything taken so far is in the file. */
  flushed(): Promise<void>;
}>;

export type ServiceLogOptions = Readonly<{
  folder: string;
  service: string;
  /** Shows a line, shortened, to whoever watches the supervisor; the file has it whole. */
  show: (line: string) => void;
  /** Which lines are shown. */
  shown: (line: string) => boolean;
  /** Told when the file can not be written: the service goes on. */
  onTrouble: (error: Error) => void;
}>;

const LEVEL = /^\{"level":"(debug|info|warn|error)"/;

/** Whether a line is a warning or worse. What is not one of our structured lines comes from a crash: it is. */
export const isAlarming = (line: string): boolean => {
  const level = LEVEL.exec(line)?.[1];
  return level === undefined || level === 'warn' || level === 'error';
};

/** A line on the terminal is not longer than this. */
export const SHOWN_CHARS_MAX = 300;

/** The same line is shown again only after so long: a database that is away is said once, not a thousand times. */
export const SHOWN_AGAIN_AFTER_MS = 5_000;

/** The different lines that are remembered for it. */
const REMEMBERED_LINES_MAX = 100;

type Structured = Readonly<{
  level: string;
  message?: string;
  err?: Readonly<{ type?: string; code?: string; message?: string }>;
}>;

const parsed = (line: string): Structured | undefined => {
  try {
    return JSON.parse(line) as Structured;
  } catch {
    return undefined; // cut, or written by two at once: shown as it is
  }
};

/** A structured line as a person reads it; any other as it is. */
export const briefly = (line: string): string => {
  const structured = LEVEL.test(line) ? parsed(line) : undefined;
  if (!structured) return line.slice(0, SHOWN_CHARS_MAX);
  const { level, message, err } = structured;
  const cause = err ? `: ${[err.type, err.code, err.message].filter(Boolean).join(' ')}` : '';
  return `${level} ${message ?? ''}${cause}`.slice(0, SHOWN_CHARS_MAX);
};

const notLately = (nowMs: () => number): ((text: string) => boolean) => {
  const heard = new Map<string, number>();
  return (text) => {
    const now = nowMs();
    if (now - (heard.get(text) ?? Number.NEGATIVE_INFINITY) < SHOWN_AGAIN_AFTER_MS) return false;
    heard.delete(text);
    heard.set(text, now);
    if (heard.size > REMEMBERED_LINES_MAX) heard.delete(heard.keys().next().value as string);
    return true;
  };
};

const sizeOf = (path: string): Promise<number> =>
  stat(path).then(
    ({ size }) => size,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return 0;
      throw error;
    },
  );

/** Appends chunks one after the other and starts a new file when the old one is full. */
const rotatingFile = (path: string): ((text: string) => Promise<void>) => {
  let bytes: number | undefined;
  return async (text) => {
    bytes ??= await sizeOf(path);
    if (bytes > LOG_BYTES_MAX) {
      await rename(path, `${path}.1`);
      bytes = 0;
    }
    await appendFile(path, text, { mode: 0o600 });
    bytes += Buffer.byteLength(text);
  };
};

/** The log of one service: a file, the last lines in mind, and what matters on standard output with the service's name before it. */
export const serviceLog = ({ folder, service, show, shown, onTrouble }: ServiceLogOptions): ServiceLog => {
  const write = rotatingFile(join(folder, `${service}.log`));
  const last: string[] = [];
  const unheard = notLately(() => performance.now());
  let waiting: string[] = [];
  let writing: Promise<void> = Promise.resolve();
  const drain = async (): Promise<void> => {
    const text = waiting.join('');
    waiting = [];
    if (text !== '')
      await write(text).catch((error: unknown) => onTrouble(error instanceof Error ? error : new Error(String(error))));
  };
  const take = (whole: string): void => {
    const line = whole.slice(0, LOG_LINE_CHARS_MAX);
    last.push(line);
    if (last.length > LAST_LINES_MAX) last.shift();
    if (waiting.push(`${line}\n`) === 1) writing = writing.then(drain);
    if (whole === '' || !shown(line)) return;
    const text = briefly(line);
    if (unheard(text)) show(`[${service}] ${text}`);
  };
  return {
    follow: (stream) => void createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY }).on('line', take),
    lastLines: () => last,
    flushed: () => writing,
  };
};
