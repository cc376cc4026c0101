import { once } from 'node:events';
import { Agent, createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { probe } from './replica.ts';

/** How often a gateway is asked whether it is ready: a gateway that goes says so for longer than this before it goes. */
export const PROBE_EVERY_MS = 200;

const CONNECTIONS_MAX = 64;

type Target = { readonly url: URL; ready: boolean };

/**
 * What stands before several gateways: sends each request, once, to one that says it is ready, in turn. It repeats nothing and hides
 * nothing: what a gateway drops, the client sees.
 */
export class Balancer {
  readonly #targets: readonly Target[];
  readonly #agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS_MAX });
  readonly #server: Server;
  #turn = 0;
  #timer: NodeJS.Timeout | undefined;
  origin = '';

  constructor(gateways: readonly string[]) {
    this.#targets = gateways.map((url) => ({ url: new URL(url), ready: false }));
    this.#server = createServer((incoming, outgoing) => {
      const target = this.#next();
      if (!target) {
        outgoing.writeHead(502).end('no gateway is ready');
        return;
      }
      const { method, url: path, headers } = incoming;
      const passed = request(
        { host: target.url.hostname, port: target.url.port, method, path, headers, agent: this.#agent },
        (answer) => {
          // Hop by hop: the connection to the gateway is not the client's.
          const { connection: _connection, 'keep-alive': _keepAlive, ...others } = answer.headers;
          outgoing.writeHead(answer.statusCode ?? 502, others);
          answer.pipe(outgoing);
        },
      );
      passed.on('error', (error) => {
        if (outgoing.headersSent) outgoing.destroy(error);
        else outgoing.writeHead(502).end(`the gateway's connection failed: ${error.message}`);
      });
      incoming.pipe(passed);
    });
  }

  async start(): Promise<void> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    this.origin = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** From now on gateways are asked; resolves after the first round. */
  async watch(): Promise<void> {
    await this.#look();
    this.#timer = setInterval(() => void this.#look(), PROBE_EVERY_MS);
  }

  async #look(): Promise<void> {
    await Promise.all(
      this.#targets.map(async (target) => {
        const status = await probe(`${target.url.origin}/readyz`);
        // A gateway that says no, or is gone, is left out at once; one that is only slow stays what it was.
        if (status !== 'silent') target.ready = status === 200;
      }),
    );
  }

  #next(): Target | undefined {
    const ready = this.#targets.filter((target) => target.ready);
    return ready[this.#turn++ % Math.max(1, ready.length)];
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#server.close();
    this.#server.closeAllConnections();
    this.#agent.destroy();
  }
}
