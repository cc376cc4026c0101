import { readFileSync } from 'node:fs';
import { KurrentDBClient } from '@kurrent/kurrentdb-client';

/** One call to KurrentDB takes at most so long. */
export const CALL_DEADLINE_MS = 10_000;

/** How KurrentDB is reached: the environment's `KURRENTDB_*`, by the same names. */
export type KurrentConnection = Readonly<{
  /** `kurrentdb://host:2113,host:2113?tls=…`; a password in it is refused: it belongs into a file. */
  url: string;
  /** With a user name in the address: the file that holds the password. */
  passwordFile?: string | undefined;
  /** The authority that signed the nodes' certificates; absent: the machine's own. */
  caFile?: string | undefined;
  /** A certificate by which this process signs in, and its key: both or none. */
  userCertFile?: string | undefined;
  userKeyFile?: string | undefined;
}>;

const withPassword = (url: string, passwordFile: string | undefined): string => {
  const [, scheme, user, colon, rest] = /^([a-z+]+:\/\/)(?:([^:@/?]+)(:[^@/?]*)?@)?(.*)$/su.exec(url) ?? [];
  if (scheme === undefined || rest === undefined) throw new Error('KURRENTDB_URL is no address of KurrentDB');
  if (colon !== undefined)
    throw new Error('KURRENTDB_URL holds a password: put it into a file and name the file in KURRENTDB_PASSWORD_FILE');
  if ((user === undefined) !== (passwordFile === undefined))
    throw new Error('a user name in KURRENTDB_URL and KURRENTDB_PASSWORD_FILE go together');
  if (user === undefined || passwordFile === undefined) return url;
  return `${scheme}${user}:${encodeURIComponent(readFileSync(passwordFile, 'utf8').trimEnd())}@${rest}`;
};

/** The client's connection string. The files must be there: a client without its certificate would only find out at the first call. */
export const connectionStringOf = (connection: KurrentConnection, connectionName: string): string => {
  const { url, passwordFile, caFile, userCertFile, userKeyFile } = connection;
  if ((userCertFile === undefined) !== (userKeyFile === undefined))
    throw new Error('KURRENTDB_USER_CERT_FILE and KURRENTDB_USER_KEY_FILE go together');
  const more: Record<string, string | undefined> = {
    tlsCaFile: caFile,
    userCertFile,
    userKeyFile,
    connectionName,
    defaultDeadline: String(CALL_DEADLINE_MS),
  };
  const query = Object.entries(more).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${encodeURIComponent(value)}`],
  );
  return `${withPassword(url, passwordFile)}${url.includes('?') ? '&' : '?'}${query.join('&')}`;
};

/** A client. What is wrong with the address is said without the address: it holds the password by now. */
export const connect = (connection: KurrentConnection, connectionName: string): KurrentDBClient => {
  const text = connectionStringOf(connection, connectionName);
  try {
    return KurrentDBClient.connectionString(text);
  } catch {
    throw new Error('KURRENTDB_URL, or a file named beside it, is not as the client of KurrentDB wants it');
  }
};
