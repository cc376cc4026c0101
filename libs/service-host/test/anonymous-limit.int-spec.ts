import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, credentials, Metadata, ServerCredentials, type ServiceError, status } from '@grpc/grpc-js';
import {
  GetLagRequest,
  GetLagResponse,
  OperationsServiceService,
} from '@jiangong/contracts/jiangong/operations/v1/operations_service';
import {
  anonymousLimit,
  authorizer,
  CompleteServer,
  packageDefinitionOf,
  packagesOf,
  PermissionInterceptor,
} from '@jiangong/service-host/nest';
import { type INestMicroservice, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { MicroserviceOptions } from '@nestjs/microservices';
import { OPERATIONS, OperationsController, operationsContract } from '../src/nest/operations.controller.ts';
import { freePort } from './free-port.ts';

const PER_MINUTE = 3;
const NOW = '2024-03-01T00:00:00.000Z';
const rpc = OperationsServiceService.getLag;

let app: INestMicroservice;
let client: Client;

@Module({})
class Host {}

beforeAll(async () => {
  const port = await freePort();
  const operations = {
    service: 'organizations',
    handler: () => undefined,
    readers: { lag: async () => ({ head: 7, events: 0, seconds: 0, byReader: {} }) },
  };
  app = await NestFactory.createMicroservice<MicroserviceOptions>(
    { module: Host, controllers: [OperationsController], providers: [{ provide: OPERATIONS, useValue: operations }] },
    {
      logger: false,
      strategy: new CompleteServer({
        url: `127.0.0.1:${port}`,
        package: packagesOf([operationsContract]),
        packageDefinition: packageDefinitionOf([operationsContract]),
        maxReceiveMessageLength: 1_000_000,
        gracefulShutdown: false,
        credentials: ServerCredentials.createInsecure(),
      }),
    },
  );
  const authorize = authorizer({
    // Open to anyone, as what the public reads is.
    permissions: new Map([[rpc.path, { action: 'notice.read', resource: 'none', idField: '', recorded: false }]]),
    verify: async (token) =>
      token === 'a person'
        ? { kind: 'person', personId: 'p1', sessionId: 's1' }
        : { kind: 'anonymous', personId: null, sessionId: null },
    grantsOf: async () => [],
    forgetGrants: () => undefined,
    resolvers: {},
    waitFor: async () => true,
    head: async () => 0,
    recordRead: async () => undefined,
    anonymous: anonymousLimit(() => 0, PER_MINUTE),
    clock: { now: () => NOW },
  });
  app.useGlobalInterceptors(
    new PermissionInterceptor({
      authorize,
      texts: {},
      metrics: { record: () => undefined } as never,
      log: { info: () => undefined, warn: () => undefined, error: () => undefined } as never,
      clock: { now: () => NOW },
      service: 'organizations',
    }),
  );
  await app.listen();
  client = new Client(`127.0.0.1:${port}`, credentials.createInsecure());
});
afterAll(async () => {
  client?.close();
  await app?.close();
});

type Told = Readonly<{ code: status; reason: string; retryAfter: unknown; now: unknown }>;

const call = async (token?: string): Promise<Told> =>
  new Promise((resolve) => {
    const metadata = new Metadata();
    if (token !== undefined) metadata.set('authorization', `Bearer ${token}`);
    let now: unknown;
    const asked = client.makeUnaryRequest(
      rpc.path,
      (value: GetLagRequest) => Buffer.from(GetLagRequest.encode(value).finish()),
      (bytes: Buffer) => GetLagResponse.decode(bytes),
      GetLagRequest.fromPartial({ service: 'organizations' }),
      metadata,
      { deadline: Date.now() + 5_000 },
      (error: ServiceError | null) =>
        resolve({
          code: error?.code ?? status.OK,
          reason: error?.details ?? '',
          retryAfter: error?.metadata.get('retry-after')[0],
          now,
        }),
    );
    asked.on('metadata', (header) => {
      [now] = header.get('x-platform-time');
    });
  });

/** With the service's clock, by which pages say what may be done now. */
const ANSWERED = { code: status.OK, reason: '', retryAfter: undefined, now: NOW };
const SENT_AWAY = { code: status.RESOURCE_EXHAUSTED, reason: 'TOO_MANY_ANONYMOUS', retryAfter: '20', now: undefined };

describe('what is open to anyone', () => {
  it('is sent away over its limit, past the gateway too, and told when to come again', async () => {
    for (let n = 0; n < PER_MINUTE; n += 1) expect(await call()).toEqual(ANSWERED);
    expect(await call()).toEqual(SENT_AWAY);
  });

  it('takes nothing from those who come through the gateway, nor from those who are signed in', async () => {
    expect((await call()).code).toBe(status.RESOURCE_EXHAUSTED);
    for (let n = 0; n < PER_MINUTE; n += 1) expect(await call('nobody')).toEqual(ANSWERED);
    expect(await call('nobody')).toEqual(SENT_AWAY);
    for (let n = 0; n < PER_MINUTE * 2; n += 1) expect(await call('a person')).toEqual(ANSWERED);
  });
});
