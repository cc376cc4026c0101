import {
  type Client,
  credentials,
  makeGenericClientConstructor,
  Server,
  ServerCredentials,
  status,
} from '@grpc/grpc-js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { grpcHealth } from '@jiangong/service-host/nest';
import { service } from 'grpc-health-check';

type Answer = Readonly<{ status?: string; code?: number }>;
type Probe = Client & {
  check(asked: { service: string }, answer: (error: { code: number } | null, told?: { status: string }) => void): void;
  watch(asked: { service: string }): NodeJS.EventEmitter;
};

const NAME = 'jiangong.organizations.v1.OrganizationsService';
const health = grpcHealth([NAME]);
const server = new Server();
let probe: Probe;

const check = (of: string): Promise<Answer> =>
  new Promise((resolve) =>
    probe.check({ service: of }, (error, told) =>
      resolve(error ? { code: error.code } : { status: told?.status ?? '' }),
    ),
  );

beforeAll(async () => {
  health.addTo(server);
  const port = await new Promise<number>((resolve, reject) =>
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    ),
  );
  const Prober = makeGenericClientConstructor(service, 'Health');
  probe = new Prober(`127.0.0.1:${port}`, credentials.createInsecure()) as unknown as Probe;
});
afterAll(() => {
  probe.close();
  server.forceShutdown();
});

describe('health over gRPC', () => {
  it('serves when it is told, of the process and of each service, and no more once it stops', async () => {
    expect(await check('')).toEqual({ status: 'NOT_SERVING' });
    health.tell('SERVING');
    expect([await check(''), await check(NAME)]).toEqual([{ status: 'SERVING' }, { status: 'SERVING' }]);
    health.tell('NOT_SERVING');
    expect(await check(NAME)).toEqual({ status: 'NOT_SERVING' });
  });

  it('knows no other service', async () => expect(await check('another')).toEqual({ code: status.NOT_FOUND }));

  it('is not watched: a watch would outlive the server that stops in order', async () => {
    const error = await new Promise<{ code: number }>((resolve) => probe.watch({ service: '' }).on('error', resolve));
    expect(error.code).toBe(status.UNIMPLEMENTED);
  });
});
