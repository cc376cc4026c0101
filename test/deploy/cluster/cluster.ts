import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '../../journeys/demo/platform/free-port.ts';
import type { SetUpLink } from '../../journeys/demo/platform/platform.ts';
import { Balancer } from './balancer.ts';
import type { Installation } from './installation.ts';
import { Replica } from './replica.ts';
import type { Version } from './version.ts';

export const SERVICES = [
  'organizations',
  'membership',
  'merit-projects',
  'evaluation',
  'notifications',
  'audit',
] as const;

/** Of each service whose replicas are replaced; the others run once. */
export const REPLICAS = 2;

/** A service, or the gateway. */
export const isMember = (name: string): boolean => name === 'gateway' || (SERVICES as readonly string[]).includes(name);

/** Fourteen processes must stay below what the one small database server admits. */
const CONNECTIONS_MAX = '3';

/** The rehearsal makes more requests from one address than people do. */
const BUSY_ADDRESS = {
  REQUESTS_PER_MINUTE_ADDRESS: '1000000',
  REQUESTS_PER_MINUTE_SESSION: '1000000',
  SIGN_IN_FREE_FAILURES_ADDRESS: '1000',
};

/** A gateway says for so long that it goes: several looks of the balancer. */
const STOP_NOTICE_MS = '1500';

const upperSnake = (service: string): string => service.replaceAll('-', '_').toUpperCase();

const shared = ({ secret }: Installation, service: string): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  NODE_ENV: 'production',
  DATABASE_URL_FILE: secret(`database-url/${service}`),
  DATABASE_CONNECTIONS_MAX: CONNECTIONS_MAX,
  JIANGONG_MASTER_KEY_FILE: secret('master-key'),
  TLS_CERT_FILE: secret(`tls/${service}/tls.crt`),
  TLS_KEY_FILE: secret(`tls/${service}/tls.key`),
  TLS_CA_FILE: secret(`tls/${service}/ca.crt`),
});

type Made = Readonly<{ replicas: readonly Replica[]; addresses: NodeJS.ProcessEnv }>;

const planServices = async (installation: Installation, logs: string, replaced: ReadonlySet<string>): Promise<Made> => {
  const replicas: Replica[] = [];
  const addresses: NodeJS.ProcessEnv = {};
  for (const service of SERVICES) {
    const ports: number[] = [];
    for (let n = 1; n <= (replaced.has(service) ? REPLICAS : 1); n++) {
      const [grpc, health] = [await freePort(), await freePort()];
      ports.push(grpc);
      const environment = {
        ...shared(installation, service),
        GRPC_LISTEN: `127.0.0.1:${grpc}`,
        HEALTH_LISTEN: `127.0.0.1:${health}`,
        SERVICE_TOKEN_PUBLIC_KEY_FILE: installation.secret('service-token-public.pem'),
      };
      replicas.push(
        new Replica({
          name: `${service}-${n}`,
          service,
          environment,
          health: `http://127.0.0.1:${health}`,
          log: join(logs, `${service}-${n}.log`),
        }),
      );
    }
    addresses[`${upperSnake(service)}_GRPC`] = ports.map((port) => `127.0.0.1:${port}`).join(',');
  }
  return { replicas, addresses };
};

/** Two replicas of every service that is to be replaced over one database, two gateways over all of them, and a balancer before those. */
export class Cluster {
  readonly balancer: Balancer;
  readonly services: readonly Replica[];
  readonly gateways: readonly Replica[];
  readonly #setUpLinkFile: string;

  private constructor(parts: {
    balancer: Balancer;
    services: readonly Replica[];
    gateways: readonly Replica[];
    setUpLinkFile: string;
  }) {
    this.balancer = parts.balancer;
    this.services = parts.services;
    this.gateways = parts.gateways;
    this.#setUpLinkFile = parts.setUpLinkFile;
  }

  static async plan(installation: Installation, replaced: ReadonlySet<string>): Promise<Cluster> {
    const logs = join(installation.directory, 'replica-logs');
    await mkdir(logs, { recursive: true });
    const { replicas, addresses } = await planServices(installation, logs, replaced);
    const ports = [await freePort(), await freePort()];
    const balancer = new Balancer(ports.map((port) => `http://127.0.0.1:${port}`));
    await balancer.start();
    const setUpLinkFile = join(installation.directory, 'set-up-link');
    const gateways = ports.map((port, at) => {
      const environment = {
        ...shared(installation, 'gateway'),
        ...addresses,
        ...BUSY_ADDRESS,
        PORT: String(port),
        PUBLIC_URL: balancer.origin,
        EVIDENCE_DIR: join(installation.directory, `evidence-${at + 1}`),
        SERVICE_TOKEN_PRIVATE_KEY_FILE: installation.secret('service-token-private.pem'),
        STOP_NOTICE_MS,
        SET_UP_LINK_FILE: setUpLinkFile,
      };
      return new Replica({
        name: `gateway-${at + 1}`,
        service: 'gateway',
        environment,
        health: `http://127.0.0.1:${port}`,
        log: join(logs, `gateway-${at + 1}.log`),
      });
    });
    return new Cluster({ balancer, services: replicas, gateways, setUpLinkFile });
  }

  get all(): readonly Replica[] {
    return [...this.services, ...this.gateways];
  }

  /** Services first, then the gateways one after the other: the last one's set-up link is the one that counts. */
  async start(version: Version): Promise<void> {
    await Promise.all(this.services.map((replica) => replica.start(version)));
    for (const gateway of this.gateways) await gateway.start(version);
    await this.balancer.watch();
  }

  async setUpLink(): Promise<SetUpLink> {
    const [url = '', code = ''] = (await readFile(this.#setUpLinkFile, 'utf8')).trim().split('\n');
    return { url, code };
  }

  async stop(): Promise<void> {
    this.balancer.stop();
    for (const gateway of this.gateways) await gateway.stop();
    await Promise.all(this.services.map((replica) => replica.stop()));
  }
}
