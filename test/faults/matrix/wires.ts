import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SERVICES } from '../fault-cases.ts';
import type { Service } from './matrix-platform.ts';
import { CLEAR, type Far, TcpProxy, type Weather } from './tcp-proxy.ts';

/** All services behind the gateway, by the name of the variable with which it finds them. */
const BEHIND = SERVICES.filter((service) => service !== 'gateway');

type Variables = Readonly<Record<string, string>>;

/** Ways between the parts of one platform that lead over proxies: each service's to the database, the gateway's to each service. */
export class Wires {
  readonly #toDatabase = new Map<Service, TcpProxy>();
  readonly #toService = new Map<Service, TcpProxy>();

  static async open(directory: string): Promise<Wires> {
    const wires = new Wires();
    const database = async (): Promise<Far> => {
      const ports = await readFile(join(directory, 'ports.json'), 'utf8');
      return { port: (JSON.parse(ports) as Readonly<{ database: number }>).database };
    };
    const socketOf = (service: Service): Far => ({ path: join(directory, 'sockets', `${service}.sock`) });
    for (const service of SERVICES) wires.#toDatabase.set(service, await TcpProxy.open(database));
    for (const service of BEHIND) wires.#toService.set(service, await TcpProxy.open(async () => socketOf(service)));
    return wires;
  }

  /**
   * The variables that lead the services over these ways: each is an address of the loopback in place of a socket's, so that nothing goes
   * past the proxies. Services listen as they always do.
   */
  async variables(directory: string): Promise<Readonly<Partial<Record<Service, Variables>>>> {
    const passwords = JSON.parse(
      await readFile(join(directory, 'secrets', 'database-passwords.json'), 'utf8'),
    ) as Readonly<Record<Service, string>>;
    const databaseUrl = (service: Service): string =>
      `postgres://jiangong_${service.replaceAll('-', '_')}:${encodeURIComponent(passwords[service])}@127.0.0.1:${this.#of(this.#toDatabase, service).port}/jiangong`;
    const peers = Object.fromEntries(
      [...this.#toService].map(([service, { port }]) => [
        `${service.replaceAll('-', '_').toUpperCase()}_GRPC`,
        `127.0.0.1:${port}`,
      ]),
    );
    return Object.fromEntries(
      SERVICES.map((service) => [
        service,
        { DATABASE_URL: databaseUrl(service), ...(service === 'gateway' ? peers : {}) },
      ]),
    );
  }

  database(service: Service, weather: Weather): void {
    this.#of(this.#toDatabase, service).weather = weather;
  }

  service(service: Service, weather: Weather): void {
    this.#of(this.#toService, service).weather = weather;
  }

  clear(): void {
    for (const proxy of [...this.#toDatabase.values(), ...this.#toService.values()]) proxy.weather = CLEAR;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#toDatabase.values(), ...this.#toService.values()].map((proxy) => proxy.close()));
  }

  #of(ways: ReadonlyMap<Service, TcpProxy>, service: Service): TcpProxy {
    const proxy = ways.get(service);
    if (!proxy) throw new Error(`no way leads to ${service}`);
    return proxy;
  }
}
