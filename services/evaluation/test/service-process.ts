import { type ChildProcess, fork } from 'node:child_process';
import { generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { credentials, Metadata, type ServiceError } from '@grpc/grpc-js';
import { HonourServiceClient } from '@jiangong/contracts/jiangong/evaluation/v1/honour_service';
import { PickerServiceClient } from '@jiangong/contracts/jiangong/evaluation/v1/picker_service';
import { ResultServiceClient } from '@jiangong/contracts/jiangong/evaluation/v1/result_service';
import { RoundServiceClient } from '@jiangong/contracts/jiangong/evaluation/v1/round_service';
import { SheetServiceClient } from '@jiangong/contracts/jiangong/evaluation/v1/sheet_service';
import { ensureMasterKeyFile } from '@jiangong/privacy/postgres';
import { SignJWT } from 'jose';
import { COMPILED } from '../../../test/journeys/demo/platform/compiled.ts';

/** The built program: `npm run build` comes first. */
const PROGRAM = join(import.meta.dirname, '../../../dist/services/evaluation/main.js');

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
};

type Status = Readonly<{ lag: number; head: number | null; parked: number }>;

const statusOf = async (child: ChildProcess): Promise<Status> => {
  const answer = once(child, 'message');
  child.send({ kind: 'status?', id: 1 });
  return ((await answer)[0] as { status: Status }).status;
};

export type Refused = Readonly<{ reason: string; field?: string; zh: string; en: string }>;

const refusedOf = (error: ServiceError): Refused => {
  const [bytes] = error.metadata.get('jiangong-refusal-bin');
  if (!(bytes instanceof Buffer)) throw error;
  return JSON.parse(bytes.toString('utf8')) as Refused;
};

type Unary<Q, A> = (
  request: Q,
  metadata: Metadata,
  callback: (error: ServiceError | null, answer: A) => void,
) => unknown;

/** The metadata of a call as the gateway sends it; `personId` null: of nobody known. */
const callMetadata =
  (privateKey: KeyObject) =>
  async (personId: string | null, after: number): Promise<Metadata> => {
    const metadata = new Metadata();
    metadata.set('x-request-id', randomUUID());
    metadata.set('x-after-position', String(after));
    if (personId === null) return metadata;
    const token = new SignJWT({ kind: 'person', sid: randomUUID() }).setProtectedHeader({
      alg: 'EdDSA',
      typ: 'at+jwt',
    });
    const signed = token
      .setIssuer('jiangong-gateway')
      .setAudience('evaluation')
      .setSubject(personId)
      .setIssuedAt()
      .setExpirationTime('60s');
    metadata.set('authorization', `Bearer ${await signed.sign(privateKey)}`);
    return metadata;
  };

/** One client a contract that tests ask. */
const clientsOf = (listen: string) => ({
  rounds: new RoundServiceClient(listen, credentials.createInsecure()),
  sheets: new SheetServiceClient(listen, credentials.createInsecure()),
  results: new ResultServiceClient(listen, credentials.createInsecure()),
  pickers: new PickerServiceClient(listen, credentials.createInsecure()),
  honours: new HonourServiceClient(listen, credentials.createInsecure()),
});

/** The service as it is deployed: its own process, its own gRPC server, a key vault in its schema. */
export const startService = async (databaseUrl: string) => {
  const folder = await mkdtemp(join(tmpdir(), 'jiangong-evaluation-'));
  const keyFile = join(folder, 'master.key');
  await ensureMasterKeyFile(keyFile);
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const listen = `127.0.0.1:${await freePort()}`;
  const env = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    GRPC_LISTEN: listen,
    SERVICE_TOKEN_PUBLIC_KEY: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    JIANGONG_MASTER_KEY_FILE: keyFile,
    JIANGONG_MOVED_CLOCK: '2021-12-01T02:00:00.000Z',
    LOG_LEVEL: 'warn',
    NODE_OPTIONS: '',
    NODE_COMPILE_CACHE: COMPILED,
  };
  const child = fork(PROGRAM, [], { env, execArgv: [], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => Promise.reject(new Error('the service did not start'))),
  ]);
  const clients = clientsOf(listen);

  const metadataOf = callMetadata(privateKey);

  return {
    clients,
    /** One call of a person (null: of nobody known); a refusal is answered as such. */
    ask: async <Q, A>(
      client: object,
      method: Unary<Q, A>,
      request: Q,
      { as, after = 0 }: { as: string | null; after?: number },
    ): Promise<A | Refused> => {
      const metadata = await metadataOf(as, after);
      return new Promise((resolve, reject) => {
        method.call(client, request, metadata, (error: ServiceError | null, answer: A) => {
          if (error === null) return resolve(answer);
          try {
            resolve(refusedOf(error));
          } catch (accident) {
            reject(accident);
          }
        });
      });
    },
    /** Until the service has read everything up to here, and made nothing new of it. */
    caughtUp: async (headOf: () => Promise<number>): Promise<void> => {
      for (;;) {
        const head = await headOf();
        const status = await statusOf(child);
        if (status.parked > 0) throw new Error('the service parked an event');
        if (status.lag === 0 && status.head === head && (await headOf()) === head) return;
      }
    },
    stop: async (): Promise<number | null> => {
      for (const client of Object.values(clients)) client.close();
      const exit = once(child, 'exit');
      child.kill('SIGTERM');
      const [code] = (await exit) as [number | null];
      await rm(folder, { recursive: true });
      return code;
    },
  };
};
