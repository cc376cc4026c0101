import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SERVICES } from '../fault-cases.ts';
import type { Service } from './matrix-platform.ts';
import { CLEAR, TcpProxy, type Weather } from './tcp-proxy.ts';

/** All services behind the gateway, by the name of the variable with which it finds them. */
const BEHIND = SERVICES.filter((service) => service !== 'gateway');

type Variables = Readonly<Record<string, string>>;

/** Ways between the parts of one platform that lead over proxies: each service's to the database, the gateway's to each service. */
export class Wires {
  readonly #toDatabase = new Map<Service, TcpProxy>();
  readonly #toService = new Map<Service, TcpProxy>();

  static async open(directory: string): Promise<Wires> {
    const wires = new Wires();
    const portOf = async (name: string): Promise<number> =>
      (JSON.parse(await readFile(join(directory, 'ports.json'), 'utf8')) as Readonly<Record<string, number>>)[
        name
      ] as number;
    for (const service of SERVICES) wires.#toDatabase.set(service, await TcpProxy.open(() => portOf('database')));
    for (const service of BEHIND) wires.#toService.set(service, await TcpProxy.open(() => portOf(service)));
    return wires;
  }

  /** The variables that lead the services over these ways. */
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
    // A proxy stands between two ports: here the services listen at theirs, and not at sockets.
    const ports = JSON.parse(await readFile(join(directory, 'ports.json'), 'utf8')) as Readonly<Record<string, number>>;
    return Object.fromEntries(
      SERVICES.map((service) => [
        service,
        {
          DATABASE_URL: databaseUrl(service),
          ...(service === 'gateway' ? peers : { GRPC_LISTEN: `127.0.0.1:${ports[service]}` }),
        },
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
