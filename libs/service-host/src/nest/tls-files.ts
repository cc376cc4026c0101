import { z } from 'zod';
import { UNIX_SOCKET } from '../sockets/index.ts';

/** Where a process finds its certificate, its key, and the certificates of the authorities it believes. PEM. */
export type TlsFiles = Readonly<{ certificate: string; key: string; authorities: string }>;

/** The environment of mutual TLS: all three or none. */
export const tlsEnvironment = {
  TLS_CERT_FILE: z.string().min(1).optional(),
  TLS_KEY_FILE: z.string().min(1).optional(),
  TLS_CA_FILE: z.string().min(1).optional(),
} as const;

type TlsEnvironment = Readonly<{
  TLS_CERT_FILE?: string | undefined;
  TLS_KEY_FILE?: string | undefined;
  TLS_CA_FILE?: string | undefined;
}>;

/** The files, or `undefined` where services talk in plain text. Throws when only some are named. */
export const tlsFilesOf = ({
  TLS_CERT_FILE: certificate,
  TLS_KEY_FILE: key,
  TLS_CA_FILE: authorities,
}: TlsEnvironment): TlsFiles | undefined => {
  if (certificate !== undefined && key !== undefined && authorities !== undefined)
    return { certificate, key, authorities };
  if (certificate === undefined && key === undefined && authorities === undefined) return undefined;
  throw new Error('configuration: TLS_CERT_FILE, TLS_KEY_FILE and TLS_CA_FILE: all three or none');
};

const LOOPBACK = /^(?:127(?:\.\d{1,3}){3}|localhost|\[::1\]):\d{1,5}$/u;

/** Plain text between services is for the loopback and for sockets of this machine only. */
export const refusePlainTextAbroad = (listen: string, files: TlsFiles | undefined): void => {
  if (files === undefined && !LOOPBACK.test(listen) && !UNIX_SOCKET.test(listen))
    throw new Error(
      `configuration: GRPC_LISTEN=${listen} is reachable from other machines and needs TLS_CERT_FILE, TLS_KEY_FILE and TLS_CA_FILE`,
    );
};
