import type { ServerResponse } from 'node:http';
import type { Grant } from '@jiangong/access';
import type { PublicFact, PublicFactLog } from '@jiangong/messaging';
import type { PublicFactPage } from '@jiangong/messaging';
import type { Logger } from '@jiangong/telemetry';
import { idsOf, mayHear } from '../../application/live-audience.ts';

export const LIVE_CONTEXTS = ['organizations', 'membership', 'merit_projects', 'evaluation', 'notifications'] as const;

const HEARTBEAT_MS = 15_000;
/** A listener that reads so slowly is cut off; it comes back with Last-Event-ID. */
const UNSENT_BYTES_MAX = 256 * 1024;
/** Who missed more than this is told to load anew instead. */
const MISSED_FACTS_MAX = 1_000;

export type LiveListener = Readonly<{
  personId: string;
  /** False when the session has ended meanwhile. */
  stillThere: () => Promise<boolean>;
  response: ServerResponse;
}>;

export type LivePorts = Readonly<{
  facts: PublicFactLog;
  follow: (options: { contexts: readonly string[]; after: number; signal: AbortSignal }) => AsyncIterable<PublicFactPage>;
  head: () => Promise<number>;
  grantsOf: (personId: string) => Promise<readonly Grant[]>;
  pathOf: (organizationId: string) => Promise<string | undefined>;
  now: () => string;
  log: Logger;
}>;

const message = (fact: PublicFact): string =>
  `id: ${fact.position}.${fact.ordinal}\nevent: ${fact.type}\ndata: ${JSON.stringify({ type: fact.type, position: fact.position, ids: idsOf(fact.data) })}\n\n`;

const organizationIdsOf = (fact: PublicFact): string[] => Object.values(idsOf(fact.data));

/** One follower of the public facts for all listeners of this gateway. */
export class LiveHub {
  readonly #ports: LivePorts;
  readonly #listeners = new Set<LiveListener>();
  readonly #abort = new AbortController();
  #heartbeat: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;

  constructor(ports: LivePorts) {
    this.#ports = ports;
  }

  get size(): number {
    return this.#listeners.size;
  }

  async start(): Promise<void> {
    const after = await this.#ports.head();
    this.#heartbeat = setInterval(() => void this.#beat(), HEARTBEAT_MS);
    this.#heartbeat.unref();
    this.#running = this.#follow(after).catch((error: unknown) => {
      this.#ports.log.error({ err: error }, 'live changes stopped');
      for (const listener of this.#listeners) listener.response.end();
    });
  }

  /** Adds a listener, after sending what it missed since `lastSeen`. */
  async add(listener: LiveListener, lastSeen: { position: number; ordinal: number } | undefined): Promise<void> {
    if (lastSeen !== undefined) await this.#catchUp(listener, lastSeen);
    this.#listeners.add(listener);
    listener.response.on('close', () => this.#listeners.delete(listener));
  }

  async stop(): Promise<void> {
    clearInterval(this.#heartbeat);
    this.#abort.abort();
    for (const listener of this.#listeners) listener.response.end();
    await this.#running;
  }

  async #follow(after: number): Promise<void> {
    for await (const page of this.#ports.follow({ contexts: LIVE_CONTEXTS, after, signal: this.#abort.signal })) {
      if (this.#listeners.size === 0) continue;
      for (const fact of page.facts) await this.#tell(fact, [...this.#listeners]);
    }
  }

  async #tell(fact: PublicFact, listeners: readonly LiveListener[]): Promise<void> {
    const paths = new Map(await Promise.all(organizationIdsOf(fact).map(async (id) => [id, await this.#ports.pathOf(id)] as const)));
    const now = this.#ports.now();
    for (const listener of listeners) {
      const grants = await this.#ports.grantsOf(listener.personId);
      if (mayHear(fact, { personId: listener.personId, grants, now }, (id) => paths.get(id))) this.#send(listener, message(fact));
    }
  }

  #send(listener: LiveListener, text: string): void {
    if (listener.response.writableLength > UNSENT_BYTES_MAX) {
      listener.response.destroy();
      this.#listeners.delete(listener);
      return;
    }
    listener.response.write(text);
  }

  async #catchUp(listener: LiveListener, lastSeen: { position: number; ordinal: number }): Promise<void> {
    const head = await this.#ports.head();
    const page = await this.#ports.facts.read({ contexts: LIVE_CONTEXTS, after: lastSeen.position - 1, through: head, limitMax: MISSED_FACTS_MAX });
    if (page.through < head) {
      this.#send(listener, `id: ${head}.0\nevent: reset\ndata: {"type":"reset","position":${head},"ids":{}}\n\n`);
      return;
    }
    const missed = page.facts.filter((fact) => fact.position > lastSeen.position || fact.ordinal > lastSeen.ordinal);
    for (const fact of missed) await this.#tell(fact, [listener]);
  }

  async #beat(): Promise<void> {
    for (const listener of [...this.#listeners]) {
      if (await listener.stillThere()) this.#send(listener, ': beat\n\n');
      else listener.response.end();
    }
  }
}
