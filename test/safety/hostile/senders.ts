import { generateKeyPairSync } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Agent, type OutgoingHttpHeaders, request } from 'node:http';
import { join } from 'node:path';
import { Client, credentials, Metadata, type ServiceError, status } from '@grpc/grpc-js';
import { importPKCS8, SignJWT } from 'jose';
import type { BadGrpc, Bearer } from './bad-grpc.ts';
import type { BadHttp } from './bad-http.ts';
import type { HttpSaid } from './judge.ts';

/** No answer for so long is a fault of its own. */
export const ANSWER_WITHIN_MS = 30_000;

const BODY_BYTES_READ_MAX = 2_000_000;

/** A person that has no grant at all: known to the gateway's key, and to nobody else. */
const STRANGER = '0f0e0d0c-0b0a-4908-8706-050403020100';

/** Sends over HTTP and takes the answer; an answer without an end (live changes) is taken at its head. */
export const httpSender = (origin: string, connectionsMax: number) => {
  const agent = new Agent({ keepAlive: true, maxSockets: connectionsMax });
  const { hostname: host, port } = new URL(origin);
  const send = ({ method, path, headers, body }: BadHttp, cookie: string | undefined): Promise<HttpSaid> =>
    new Promise((resolve, reject) => {
      const given: OutgoingHttpHeaders = { origin, ...(cookie === undefined ? {} : { cookie }) };
      for (const [name, value] of Object.entries(headers)) given[name] = typeof value === 'string' ? value : [...value];
      if (body !== undefined) given['content-length'] = Buffer.byteLength(body);
      const outgoing = request(
        { host, port, agent, method, path, headers: given, timeout: ANSWER_WITHIN_MS },
        (incoming) => {
          const parts: Buffer[] = [];
          let bytes = 0;
          const said = (): void =>
            resolve({
              status: incoming.statusCode ?? 0,
              contentType: incoming.headers['content-type'] ?? '',
              body: Buffer.concat(parts).toString('utf8'),
            });
          if (incoming.headers['content-type']?.startsWith('text/event-stream')) {
            said();
            incoming.destroy();
            return;
          }
          incoming.on('data', (part: Buffer) => {
            bytes += part.length;
            if (bytes <= BODY_BYTES_READ_MAX) parts.push(part);
          });
          incoming.on('end', said);
          incoming.on('error', said); // the head is an answer, too
        },
      );
      outgoing.on('timeout', () => outgoing.destroy(new Error(`no answer in ${ANSWER_WITHIN_MS} ms`)));
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  return { send, close: () => agent.destroy() };
};
type Who = Readonly<{ kind: string; sub: string }>;

const GATEWAY: Who = { kind: 'system', sub: 'gateway' };

/** Tokens as somebody could make them who has not the gateway's key, and two as the gateway makes them. */
const tokens = async (dataDirectory: string) => {
  const { privateKey } = JSON.parse(
    await readFile(join(dataDirectory, 'secrets', 'service-token-keys.json'), 'utf8'),
  ) as { privateKey: string };
  const own = await importPKCS8(privateKey, 'EdDSA');
  const forger = await importPKCS8(
    generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    'EdDSA',
  );
  const sign = (
    key: typeof own,
    who: Who,
    audience: string,
    [fromSeconds, toSeconds]: readonly [number, number] = [0, 250],
  ): Promise<string> => {
    const { kind, sub } = who;
    const now = Math.floor(Date.now() / 1_000);
    return new SignJWT({ kind, sid: STRANGER })
      .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt' })
      .setIssuer('jiangong-gateway')
      .setAudience(audience)
      .setSubject(sub)
      .setIssuedAt(now + fromSeconds)
      .setExpirationTime(now + toSeconds)
      .sign(key);
  };
  const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(`{"iss":"jiangong-gateway","kind":"system","sub":"gateway","exp":9999999999}`).toString('base64url')}.`;
  return (bearer: Bearer, service: string): Promise<string | undefined> => {
    const made: Record<Bearer, () => Promise<string | undefined>> = {
      none: async () => undefined,
      garbage: async () => 'x.y.z',
      unsigned: async () => unsigned,
      forged: () => sign(forger, GATEWAY, service),
      'other-audience': () => sign(own, GATEWAY, service === 'audit' ? 'membership' : 'audit'),
      expired: () => sign(own, GATEWAY, service, [-400, -150]),
      'too-long-lived': () => sign(own, GATEWAY, service, [0, 86_400]),
      anonymous: () => sign(own, { kind: 'anonymous', sub: 'anonymous' }, service),
      stranger: () => sign(own, { kind: 'person', sub: STRANGER }, service),
    };
    return made[bearer]();
  };
};

export type GrpcSaid = Readonly<{ code: status; details: string }>;

/** Calls the services themselves, past the gateway, with bytes that no client of ours would send. */
export const grpcSender = async (dataDirectory: string) => {
  const tokenOf = await tokens(dataDirectory);
  const clients = new Map<string, Client>();
  const clientOf = (service: string): Client => {
    const known = clients.get(service);
    if (known) return known;
    const made = new Client(`unix:${join(dataDirectory, 'sockets', service)}.sock`, credentials.createInsecure(), {
      'grpc.max_send_message_length': -1,
    });
    clients.set(service, made);
    return made;
  };
  const send = async (call: BadGrpc): Promise<GrpcSaid> => {
    const metadata = new Metadata();
    for (const [key, value] of Object.entries(call.metadata))
      metadata.set(key, key.endsWith('-bin') ? Buffer.from(value, 'base64') : value);
    const token = await tokenOf(call.bearer, call.service);
    if (token !== undefined) metadata.set('authorization', `Bearer ${token}`);
    const same = (bytes: Buffer): Buffer => bytes;
    return new Promise((resolve) => {
      clientOf(call.service).makeUnaryRequest(
        call.path,
        same,
        same,
        call.message,
        metadata,
        { deadline: Date.now() + ANSWER_WITHIN_MS },
        (error: ServiceError | null) =>
          resolve(error ? { code: error.code, details: error.details } : { code: status.OK, details: '' }),
      );
    });
  };
  return { send, close: () => clients.forEach((client) => client.close()) };
};
