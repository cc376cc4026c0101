import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { SMTPServerOptions } from 'smtp-server';

/** A letter as a real server took it. */
export type Taken = Readonly<{ to: readonly string[]; raw: string; encrypted: boolean; user: string }>;

/** What the server says to the next letters, in order; then it takes them. */
export type Answer = Readonly<{ code: number }> | 'take' | 'take-and-hang-up';

const refusal = (code: number): Error =>
  Object.assign(new Error(`said by the test to somebody@example.cn`), { responseCode: code });

/** A real SMTP server on a real socket of the loopback. */
export const openSmtp = async (options: SMTPServerOptions = {}, port = 0) => {
  const taken: Taken[] = [];
  const answers: Answer[] = [];
  const server = new SMTPServer({
    authOptional: true,
    logger: false,
    disableReverseLookup: true,
    closeTimeout: 100,
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const answer = answers.shift() ?? 'take';
        if (typeof answer === 'object') return callback(refusal(answer.code));
        taken.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString('utf8'),
          encrypted: session.secure === true,
          user: String(session.user ?? ''),
        });
        // The letter is taken, and its sender never hears of it.
        if (answer === 'take-and-hang-up') {
          for (const connection of server.connections) connection.close();
          return undefined;
        }
        return callback();
      });
    },
    onAuth: ({ username, password }, _session, callback) =>
      password === 'right' ? callback(null, { user: username ?? '' }) : callback(new Error('wrong')),
    ...options,
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()));
  return {
    taken,
    answers,
    port: (server.server.address() as AddressInfo).port,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
};

/** A header of a letter, unfolded. */
export const headerOf = (raw: string, name: string): string =>
  new RegExp(`^${name}: (.*(?:\r\n[ \t].*)*)`, 'imu').exec(raw)?.[1]?.replaceAll(/\r\n[ \t]/gu, ' ') ?? '';

/** The code in the last letter that has one. */
export const codeIn = (letters: readonly Taken[]): string =>
  letters.map(({ raw }) => /Your code is (\d{8})/u.exec(raw)?.[1]).findLast((code) => code !== undefined) ?? 'none';
