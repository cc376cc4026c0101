import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freshDatabase, type FreshDatabase } from '@jiangong/database/testing';
import { ensureMasterKeyFile } from '@jiangong/privacy/postgres';
import { type Logger, silentLogger } from '@jiangong/telemetry';
import { readSettings, type Settings } from '../src/settings.ts';
import { type Gateway, startGateway } from '../src/start-gateway.ts';
import { type FakeServices, receipt, startFakeServices } from './fake-services.ts';

export const OFFICER = '7e5f0c3e-3f4e-4c1e-8a39-8d4ad20f3a01';
export const ROOT = '7e5f0c3e-3f4e-4c1e-8a39-8d4ad20f3a02';
export const CREDENTIALS = { login: 'officer', password: 'a long enough password' };

export const freePort = async (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });

export type GatewayUnderTest = Readonly<{
  database: FreshDatabase;
  services: FakeServices;
  /** Where it answers; the same after a restart. */
  url: string;
  gateway(): Gateway;
  restart(): Promise<void>;
  /** One more gateway of the same platform, at an address of its own. */
  another(): Promise<Gateway>;
  stop(): Promise<void>;
}>;

/** A gateway with real PostgreSQL, real sockets and fake services. */
export const startGatewayUnderTest = async (
  environment: Record<string, string> = {},
  log: Logger = silentLogger,
): Promise<GatewayUnderTest> => {
  const database = await freshDatabase();
  const services = await startFakeServices();
  const directory = await mkdtemp(join(tmpdir(), 'jiangong-gateway-'));
  await ensureMasterKeyFile(join(directory, 'master-key'));
  const settingsAt = (port: number): Settings =>
    readSettings({
      PORT: String(port),
      DATABASE_URL: database.url('gateway'),
      JIANGONG_MASTER_KEY_FILE: join(directory, 'master-key'),
      SERVICE_TOKEN_PRIVATE_KEY: services.privateKeyPem,
      EVIDENCE_DIR: join(directory, 'evidence'),
      ...services.addresses,
      ...environment,
    });
  const settings = settingsAt(await freePort());
  let gateway = await startGateway(settings, log);
  return {
    database,
    services,
    url: settings.publicUrl,
    gateway: () => gateway,
    restart: async () => {
      await gateway.close();
      gateway = await startGateway(settings, log);
    },
    another: async () => startGateway(settingsAt(await freePort()), log),
    stop: async () => {
      await gateway.close();
      services.stop();
      await database.drop();
      await rm(directory, { recursive: true, force: true });
    },
  };
};

/** Lets the fake services answer a set-up, and opens the link. */
export const setUp = async (
  { services, gateway, url }: GatewayUnderTest,
  account: object = CREDENTIALS,
): Promise<Response> => {
  services.answer('organizations', 'setUp', () => ({ receipt: receipt(1), organizationId: ROOT }));
  services.answer('membership', 'setUp', () => ({ receipt: receipt(2), personId: OFFICER }));
  const { url: link, code } = gateway().setUpLink ?? { url: 'http://none', code: '' };
  const token = new URL(link).searchParams.get('token');
  return fetch(`${url}/v1/set-up`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      token,
      code,
      committeeNameZh: '省直机关工委',
      committeeNameEn: 'Provincial working committee',
      officerName: '王工',
      ...account,
    }),
  });
};
