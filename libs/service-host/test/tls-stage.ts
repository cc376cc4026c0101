import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ChannelCredentials, Client, Metadata, type ServiceError, status } from '@grpc/grpc-js';
import {
  GetLagRequest,
  GetLagResponse,
  OperationsServiceService,
} from '@jiangong/contracts/jiangong/operations/v1/operations_service';
import { type Authority, issueCertificate, makeAuthority } from '@jiangong/service-host/certificates';
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

export const DAY_MS = 86_400_000;
const CALL_MS_MAX = 5_000;
/** The files are looked at by hand here, not by a clock. */
export const NEVER_MS = 3_600_000;
export const QUIET = { info: () => undefined, warn: () => undefined, error: () => undefined, debug: () => undefined };

type Odd = Readonly<{
  authority?: Authority;
  service?: string;
  believes?: Authority;
  fromMs?: number;
  untilMs?: number;
}>;

/** What a process says of its files: a certificate that was not taken must not go by unheard. */
export type Heard = { taken: number; refused: unknown[] };
const hearing = (heard: Heard) => ({
  ...QUIET,
  info: () => void (heard.taken += 1),
  warn: (fields: unknown) => void heard.refused.push(fields),
});

const rpc = OperationsServiceService.getLag;

/** The status that a call ends with; OK when it was answered. */
export const call = (client: Client): Promise<{ code: status; said: string }> =>
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

const startServer = async (certificates: WatchedCertificates, port: number): Promise<INestMicroservice> => {
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

/** Writes what one process shows and believes; each file appears whole. */
const filesIn =
  (directory: string, ours: Authority) =>
  async (
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

/** A service behind mutual TLS, two authorities, and whoever calls: closed by `close`, whatever a test opened by `closeOpened`. */
export const openStage = async () => {
  const directory = await mkdtemp(join(tmpdir(), 'jiangong-tls-'));
  const [ours, theirs] = await Promise.all([
    makeAuthority('our authority', Date.now()),
    makeAuthority('another authority', Date.now()),
  ]);
  const port = await freePort();
  const opened: { close(): void }[] = [];
  const heardOfServer: Heard = { taken: 0, refused: [] };

  const writeFiles = filesIn(directory, ours);
  const watch = async (files: TlsFiles, heard: Heard = { taken: 0, refused: [] }): Promise<WatchedCertificates> => {
    const watched = await WatchedCertificates.open({ files, log: hearing(heard), everyMs: NEVER_MS });
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

  const gatewayWith = async (odd: Odd = {}): Promise<Client> =>
    clientWith(channelCredentials(await watch(await writeFiles('gateway', odd))));

  const server = await WatchedCertificates.open({
    files: await writeFiles('organizations'),
    log: hearing(heardOfServer),
    everyMs: NEVER_MS,
  });
  const app = await startServer(server, port);
  const closeOpened = (): void => {
    for (const one of opened.splice(0)) one.close();
  };
  const close = async (): Promise<void> => {
    await app.close();
    server.close();
    await rm(directory, { recursive: true, force: true });
  };
  return {
    ours,
    theirs,
    port,
    server,
    heardOfServer,
    opened,
    writeFiles,
    watch,
    clientWith,
    gatewayWith,
    closeOpened,
    close,
  };
};

export type Stage = Awaited<ReturnType<typeof openStage>>;
