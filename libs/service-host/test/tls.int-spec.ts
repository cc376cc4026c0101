import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, type ChannelCredentials, credentials, Metadata, type ServiceError, status } from '@grpc/grpc-js';
import {
  GetLagRequest,
  GetLagResponse,
  OperationsServiceService,
} from '@jiangong/contracts/jiangong/operations/v1/operations_service';
import { type Authority, authorityFromPem, issueCertificate, makeAuthority } from '@jiangong/service-host/certificates';
import {
  channelCredentials,
  channelOptionsTo,
  channelTarget,
  CompleteServer,
  isKnownCaller,
  packageDefinitionOf,
  packagesOf,
  PermissionInterceptor,
  serverCredentials,
  type TlsFiles,
  WatchedCertificates,
} from '@jiangong/service-host/nest';
import { type INestMicroservice, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { MicroserviceOptions } from '@nestjs/microservices';
import { freePort } from './free-port.ts';
import { OPERATIONS, OperationsController, operationsContract } from '../src/nest/operations.controller.ts';

const DAY_MS = 86_400_000;
const CALL_MS_MAX = 5_000;
/** The files are looked at by hand here, not by a clock. */
const NEVER_MS = 3_600_000;
const QUIET = { info: () => undefined, warn: () => undefined, error: () => undefined, debug: () => undefined };

let directory: string;
let ours: Authority;
let theirs: Authority;
let port: number;
let app: INestMicroservice;
let server: WatchedCertificates;
const opened: { close(): void }[] = [];

type Odd = Readonly<{
  authority?: Authority;
  service?: string;
  believes?: Authority;
  fromMs?: number;
  untilMs?: number;
}>;

/** Writes what one process shows and believes; each file appears whole. */
const writeFiles = async (
  name: string,
  { authority = ours, service = name, believes = ours, fromMs = 0, untilMs = DAY_MS }: Odd = {},
): Promise<TlsFiles> => {
  const issued = await issueCertificate(authority, {
    service,
    notBeforeMs: Date.now() + fromMs,
    notAfterMs: Date.now() + untilMs,
  });
  const files = {
    certificate: join(directory, `${name}.crt`),
    key: join(directory, `${name}.key`),
    authorities: join(directory, `${name}.ca`),
  };
  for (const [path, text] of [
    [files.certificate, issued.certificate],
    [files.key, issued.key],
    [files.authorities, believes.certificatePem],
  ] as const) {
    await writeFile(`${path}.new`, text);
    await rename(`${path}.new`, path);
  }
  return files;
};

const watch = async (files: TlsFiles): Promise<WatchedCertificates> => {
  const watched = await WatchedCertificates.open({ files, log: QUIET, everyMs: NEVER_MS });
  opened.push(watched);
  return watched;
};

const clientWith = (shown: ChannelCredentials, name = 'organizations'): Client => {
  const client = new Client(channelTarget(`127.0.0.1:${port}`), shown, {
    ...channelOptionsTo(name),
    'grpc.initial_reconnect_backoff_ms': 50,
  });
  opened.push(client);
  return client;
};

const rpc = OperationsServiceService.getLag;

/** The status that a call ends with; OK when it was answered. */
const call = (client: Client): Promise<{ code: status; said: string }> =>
  new Promise((resolve) => {
    client.makeUnaryRequest(
      rpc.path,
      (value: GetLagRequest) => Buffer.from(GetLagRequest.encode(value).finish()),
      (bytes: Buffer) => GetLagResponse.decode(bytes),
      GetLagRequest.fromPartial({ service: 'organizations' }),
      new Metadata(),
      { deadline: Date.now() + CALL_MS_MAX },
      (error: ServiceError | null) => resolve({ code: error?.code ?? status.OK, said: error?.details ?? '' }),
    );
  });

@Module({})
class Host {}

const startServer = async (certificates: WatchedCertificates): Promise<INestMicroservice> => {
  const operations = {
    service: 'organizations',
    handler: undefined,
    readers: { lag: async () => ({ head: 7, events: 0, seconds: 0, byReader: {} }) },
  };
  const host = {
    module: Host,
    controllers: [OperationsController],
    providers: [{ provide: OPERATIONS, useValue: { ...operations, handler: () => undefined } }],
  };
  const made = await NestFactory.createMicroservice<MicroserviceOptions>(host, {
    logger: false,
    strategy: new CompleteServer({
      url: `127.0.0.1:${port}`,
      package: packagesOf([operationsContract]),
      packageDefinition: packageDefinitionOf([operationsContract]),
      maxReceiveMessageLength: 1_000_000,
      gracefulShutdown: false,
      credentials: serverCredentials(certificates),
    }),
  });
  made.useGlobalInterceptors(
    new PermissionInterceptor({
      authorize: async () => ({ context: {} as never, behind: false, record: async () => undefined }),
      texts: {},
      metrics: { record: () => undefined } as never,
      log: QUIET as never,
      clock: { now: () => '2024-03-01T00:00:00.000Z' },
      service: 'organizations',
      knowsCaller: isKnownCaller,
    }),
  );
  await made.listen();
  return made;
};

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'jiangong-tls-'));
  ours = await makeAuthority('our authority', Date.now());
  theirs = await makeAuthority('another authority', Date.now());
  port = await freePort();
  server = await WatchedCertificates.open({ files: await writeFiles('organizations'), log: QUIET, everyMs: NEVER_MS });
  app = await startServer(server);
});
afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});
afterAll(async () => {
  await app?.close();
  server?.close();
  await rm(directory, { recursive: true, force: true });
});

const gatewayWith = async (odd: Odd = {}): Promise<Client> =>
  clientWith(channelCredentials(await watch(await writeFiles('gateway', odd))));

describe('a service behind mutual TLS', () => {
  it('answers the gateway', async () => {
    expect(await call(await gatewayWith())).toEqual({ code: status.OK, said: '' });
  });

  it('does not answer a certificate of another authority', async () => {
    expect((await call(await gatewayWith({ authority: theirs }))).code).toBe(status.UNAVAILABLE);
  });

  it('does not answer a certificate that has run out, or is not good yet', async () => {
    expect((await call(await gatewayWith({ fromMs: -2 * DAY_MS, untilMs: -DAY_MS }))).code).toBe(status.UNAVAILABLE);
    expect((await call(await gatewayWith({ fromMs: DAY_MS, untilMs: 2 * DAY_MS }))).code).toBe(status.UNAVAILABLE);
  });

  it('does not answer who shows none, or talks in plain text', async () => {
    expect((await call(clientWith(credentials.createSsl(Buffer.from(ours.certificatePem))))).code).toBe(
      status.UNAVAILABLE,
    );
    expect((await call(clientWith(credentials.createInsecure()))).code).toBe(status.UNAVAILABLE);
  });

  it('does not answer another service, whose certificate is as good as the gateway’s', async () => {
    expect(await call(await gatewayWith({ service: 'membership' }))).toEqual({
      code: status.PERMISSION_DENIED,
      said: 'CALLER_NOT_ALLOWED',
    });
  });
});

describe('the gateway', () => {
  it('does not talk to a service of another authority', async () => {
    expect((await call(await gatewayWith({ believes: theirs }))).code).toBe(status.UNAVAILABLE);
  });

  it('does not talk to a service under another name than its own', async () => {
    const shown = channelCredentials(await watch(await writeFiles('gateway')));
    const answer = await call(clientWith(shown, 'membership'));
    expect(answer.code).toBe(status.UNAVAILABLE);
    expect(answer.said).toContain('membership');
  });

  it('uses several replicas by their addresses, and refuses names among them', () => {
    expect(channelTarget('127.0.0.1:1,127.0.0.1:2')).toBe('ipv4:127.0.0.1:1,127.0.0.1:2');
    expect(channelTarget('organizations:7000')).toBe('dns:///organizations:7000');
    expect(() => channelTarget('127.0.0.1:1,organizations:2')).toThrow('organizations:2');
  });
});

describe('certificates that are replaced while they are used', () => {
  it('lose no call, and the old authority is refused afterwards', async () => {
    const next = await makeAuthority('the next authority', Date.now());
    const both = { ...ours, certificatePem: ours.certificatePem + next.certificatePem };
    const gateway = await watch(await writeFiles('gateway'));
    const answers: status[] = [];
    let going = true;
    const steadily = (async () => {
      // A new channel for every few calls: connections made before, during and after the change.
      while (going) {
        const client = new Client(channelTarget(`127.0.0.1:${port}`), channelCredentials(gateway), {
          ...channelOptionsTo('organizations'),
          'grpc.use_local_subchannel_pool': 1,
        });
        for (let n = 0; n < 3; n++) answers.push((await call(client)).code);
        client.close();
      }
    })();
    const served = async (least: number): Promise<void> => {
      const until = answers.length + least;
      while (answers.length < until) await new Promise((resolve) => setImmediate(resolve));
    };
    await served(6);
    // Both sides believe both, then both show the new, then both believe only the new.
    await writeFiles('organizations', { believes: both });
    await writeFiles('gateway', { believes: both });
    await Promise.all([server.look(), gateway.look()]);
    await served(6);
    await writeFiles('organizations', { authority: next, believes: both });
    await writeFiles('gateway', { authority: next, believes: both });
    await Promise.all([server.look(), gateway.look()]);
    await served(6);
    await writeFiles('organizations', { authority: next, believes: next });
    await writeFiles('gateway', { authority: next, believes: next });
    await Promise.all([server.look(), gateway.look()]);
    await served(6);
    going = false;
    await steadily;
    expect(answers.filter((code) => code !== status.OK)).toEqual([]);
    expect((await call(await gatewayWith({ authority: ours, believes: next }))).code).toBe(status.UNAVAILABLE);
    expect(await call(await gatewayWith({ authority: next, believes: next }))).toEqual({ code: status.OK, said: '' });
  });

  it('that do not belong together are not taken: the last good ones serve on', async () => {
    const files = await writeFiles('organizations-2', { service: 'organizations' });
    const warned: string[] = [];
    const watched = await WatchedCertificates.open({
      files,
      log: { ...QUIET, warn: (_, message) => void warned.push(message) },
      everyMs: NEVER_MS,
    });
    opened.push(watched);
    const before = watched.expiresMs();
    const other = await issueCertificate(ours, {
      service: 'organizations',
      notBeforeMs: Date.now(),
      notAfterMs: Date.now() + 5 * DAY_MS,
    });
    await writeFile(files.certificate, other.certificate);
    await watched.look();
    expect(watched.expiresMs()).toBe(before);
    expect(warned).toHaveLength(1);
    await writeFile(files.key, other.key);
    await watched.look();
    expect(watched.expiresMs()).toBeGreaterThan(before);
  });

  it('do not open at all where a key is another’s', async () => {
    const files = await writeFiles('organizations-3');
    await writeFile(
      files.key,
      (await authorityFromPem({ certificate: theirs.certificatePem, key: theirs.keyPem })).keyPem,
    );
    await expect(WatchedCertificates.open({ files, log: QUIET })).rejects.toThrow('is not the key of');
  });
});
