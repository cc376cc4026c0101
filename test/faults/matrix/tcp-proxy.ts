import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** What a way does to the bytes that go over it. */
export type Weather =
  | Readonly<{ kind: 'clear' }>
  /** Each piece arrives so much later, in order. */
  | Readonly<{ kind: 'slow'; delayMs: number }>
  | Readonly<{ kind: 'narrow'; bytesPerSecond: number }>
  /** Bytes vanish and nobody is told: of requests, of answers, or both (half-open). New connections open and hear nothing. */
  | Readonly<{ kind: 'silent'; lost: 'requests' | 'answers' | 'both' }>
  /** Every connection is torn down, and no new one is let in. */
  | Readonly<{ kind: 'down' }>
  /** Each connection is torn down after so many bytes of answers: in the middle of a message. */
  | Readonly<{ kind: 'torn'; afterBytes: number }>;

export const CLEAR: Weather = { kind: 'clear' };

const HOST = '127.0.0.1';
const SECOND_MS = 1_000;

/** Where the server listens: a port of the loopback, or a socket of this machine. Whoever goes to it comes to the proxy's port in any case. */
export type Far = Readonly<{ port: number }> | Readonly<{ path: string }>;

type Direction = 'requests' | 'answers';

/** A way to a server over which the weather can change while it is used. */
export class TcpProxy {
  readonly #target: () => Promise<Far>;
  readonly #server: Server;
  readonly #pairs = new Set<readonly [Socket, Socket]>();
  #weather: Weather = CLEAR;

  private constructor(target: () => Promise<Far>) {
    this.#target = target;
    this.#server = createServer((near) => void this.#join(near));
  }

  /** `target` is asked at each connection: a server may come back on another port. */
  static async open(target: () => Promise<Far>): Promise<TcpProxy> {
    const proxy = new TcpProxy(target);
    proxy.#server.listen(0, HOST);
    await once(proxy.#server, 'listening');
    return proxy;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** What is in the air already stays under the old weather only as far as it has been sent on. */
  set weather(weather: Weather) {
    this.#weather = weather;
    // A connection that lost bytes is of no use any more: in clear weather it must not go on as if it had them.
    if (weather.kind === 'down' || weather.kind === 'clear') this.#tearAll();
  }

  async close(): Promise<void> {
    this.#tearAll();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #tearAll(): void {
    for (const pair of this.#pairs) for (const socket of pair) socket.destroy();
  }

  async #join(near: Socket): Promise<void> {
    near.on('error', () => near.destroy());
    if (this.#weather.kind === 'down') return void near.destroy();
    const target = await this.#target();
    const far = connect('port' in target ? { host: HOST, noDelay: true, ...target } : target);
    far.on('error', () => far.destroy());
    near.setNoDelay(true);
    const pair = [near, far] as const;
    this.#pairs.add(pair);
    const end = (): void => {
      near.destroy();
      far.destroy();
      this.#pairs.delete(pair);
    };
    near.once('close', end);
    far.once('close', end);
    void this.#carry(near, far, 'requests');
    void this.#carry(far, near, 'answers');
  }

  async #carry(from: Socket, to: Socket, direction: Direction): Promise<void> {
    let carried = 0;
    try {
      for await (const piece of from as AsyncIterable<Buffer>) {
        const weather = this.#weather;
        if (weather.kind === 'slow') await wait(weather.delayMs);
        if (weather.kind === 'narrow') await wait((piece.length / weather.bytesPerSecond) * SECOND_MS);
        if (weather.kind === 'silent' && (weather.lost === direction || weather.lost === 'both')) continue;
        carried += piece.length;
        if (weather.kind === 'torn' && direction === 'answers' && carried > weather.afterBytes) {
          to.write(piece.subarray(0, Math.ceil(piece.length / 2)));
          to.destroySoon();
          return;
        }
        if (!to.write(piece)) await Promise.race([once(to, 'drain'), once(to, 'close')]);
      }
      to.end();
    } catch {
      to.destroy(); // one end is gone: so is the other
    }
  }
}
