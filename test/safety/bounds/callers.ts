import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client, credentials, Metadata, type ServiceError, status } from '@grpc/grpc-js';
import { importPKCS8, SignJWT } from 'jose';

/** Half of a token's four minutes. */
const KEPT_MS = 120_000;
const ANSWER_WITHIN_MS = 30_000;
const REFUSAL_KEY = 'jiangong-refusal-bin';

export type Refusal = Readonly<{ reason: string; field?: string }>;
export type Said = Readonly<{ code: status; details: string; answer: Buffer; refusal: Refusal | undefined }>;
/** `null` is nobody; `gateway` the gateway itself; any other a person's id. */
export type Who = string | null;

const subjectOf = (who: Who): Readonly<{ kind: string; sub: string }> =>
  who === null
    ? { kind: 'anonymous', sub: 'anonymous' }
    : who === 'gateway'
      ? { kind: 'system', sub: 'gateway' }
      : { kind: 'person', sub: who };

/** Calls the services of a running platform past its gateway, with the gateway's key, as whoever it is to be. */
export const callersOf = async (dataDirectory: string) => {
  const read = async (...path: readonly string[]): Promise<unknown> =>
    JSON.parse(await readFile(join(dataDirectory, ...path), 'utf8'));
  const { privateKey } = (await read('secrets', 'service-token-keys.json')) as Readonly<{ privateKey: string }>;
  const key = await importPKCS8(privateKey, 'EdDSA');
  const clients = new Map<string, Client>();
  const clientOf = (service: string): Client => {
    const client =
      clients.get(service) ??
      new Client(`unix:${join(dataDirectory, 'sockets', service)}.sock`, credentials.createInsecure());
    clients.set(service, client);
    return client;
  };
  const tokens = new Map<string, Readonly<{ token: Promise<string>; until: number }>>();
  /** Signed once for a while, and well before it ends again: thousands of questions are asked. */
  const tokenOf = (who: Who, audience: string): Promise<string> => {
    const name = `${who} ${audience}`;
    const kept = tokens.get(name);
    if (kept !== undefined && Date.now() < kept.until) return kept.token;
    const token = signedFor(who, audience);
    tokens.set(name, { token, until: Date.now() + KEPT_MS });
    return token;
  };
  const signedFor = (who: Who, audience: string): Promise<string> => {
    const { kind, sub } = subjectOf(who);
    return new SignJWT({ kind, sid: sub })
      .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt' })
      .setIssuer('jiangong-gateway')
      .setAudience(audience)
      .setSubject(sub)
      .setIssuedAt()
      .setExpirationTime('4m')
      .sign(key);
  };
  const call = async (who: Who, service: string, path: string, message: Uint8Array): Promise<Said> => {
    const metadata = new Metadata();
    metadata.set('authorization', `Bearer ${await tokenOf(who, service)}`);
    const same = (bytes: Buffer): Buffer => bytes;
    return new Promise((resolve) => {
      const deadline = Date.now() + ANSWER_WITHIN_MS;
      clientOf(service).makeUnaryRequest(
        path,
        same,
        same,
        Buffer.from(message),
        metadata,
        { deadline },
        (error: ServiceError | null, answer?: Buffer) => {
          const trailer = error?.metadata?.get(REFUSAL_KEY)[0];
          resolve({
            code: error?.code ?? status.OK,
            details: error?.details ?? '',
            answer: answer ?? Buffer.alloc(0),
            refusal: trailer === undefined ? undefined : (JSON.parse(trailer.toString()) as Refusal),
          });
        },
      );
    });
  };
  return { call, close: () => clients.forEach((client) => client.close()) };
};
