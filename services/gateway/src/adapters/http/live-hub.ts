import type { ServerResponse } from 'node:http';
import type { Grant } from '@jiangong/access';
import type { PublicFactLog } from '@jiangong/messaging';
import type { Logger } from '@jiangong/telemetry';
import { idsOf, mayHear } from '../../application/live-audience.ts';
import type { FollowLive, LiveFact } from '../../application/live-feed.ts';
import type { PauseBetweenTries } from '../../application/pause-between-tries.ts';

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
  /** It is about to be told of a change at this log position: what its session asks next shows that change. */
  sees: (position: number) => void;
  response: ServerResponse;
}>;

export type LivePorts = Readonly<{
  facts: PublicFactLog;
  follow: FollowLive;
  head: () => Promise<number>;
  grantsOf: (personId: string) => Promise<readonly Grant[]>;
  pathOf: (organizationId: string) => Promise<string | undefined>;
  now: () => string;
  /** Before trying again what failed: the database may be away for a while. */
  pause: PauseBetweenTries;
  log: Logger;
}>;

/** A place in the order of facts. */
export type Place = Readonly<{ position: number; ordinal: number }>;

/** Behind every fact of its position: one event tells fewer. Four digits, as an id of a message has at most. */
const BEHIND_ALL = 9_999;

const isAfter = (a: Place, b: Place): boolean =>
  a.position > b.position || (a.position === b.position && a.ordinal > b.ordinal);

/** Where the organizations that a fact names stand in the tree. */
type Paths = ReadonlyMap<string, string | undefined>;

/** A listener; `waiting` holds what came in while it still catches up. */
type Seat = { readonly listener: LiveListener; waiting: LiveFact[] | undefined };

/** As `id:` of a message and `Last-Event-ID` say it. */
export const placeText = ({ position, ordinal }: Place): string => `${position}.${ordinal}`;

const resetAt = (told: Place): string =>
  `id: ${placeText(told)}\nevent: reset\ndata: {"type":"reset","position":${told.position},"ids":{}}\n\n`;

const message = (fact: LiveFact): string =>
  `id: ${placeText(fact)}\nevent: ${fact.type}\ndata: ${JSON.stringify({ type: fact.type, position: fact.position, ids: idsOf(fact.data) })}\n\n`;

/** One follower of the public facts for all listeners of this gateway. */
export class LiveHub {
  readonly #ports: LivePorts;
  readonly #seats = new Set<Seat>();
  /** Everything up to here has been told to who was listening. */
  #told: Place = { position: 0, ordinal: 0 };
  readonly #abort = new AbortController();
  #heartbeat: NodeJS.Timeout | undefined;
  #beating = false;
  #running: Promise<void> | undefined;

  constructor(ports: LivePorts) {
    this.#ports = ports;
  }

  get size(): number {
    return this.#seats.size;
  }

  /** Everything up to here has been told; what comes behind it is heard by whoever names it as the last that he saw. */
  get place(): Place {
    return this.#told;
  }

  async start(): Promise<void> {
    const after = await this.#ports.head();
    this.#told = { position: after, ordinal: BEHIND_ALL };
    this.#heartbeat = setInterval(() => void this.beat(), HEARTBEAT_MS);
    this.#heartbeat.unref();
    this.#running = this.#follow(after);
  }

  /**
   * Adds a listener: first what it missed since `lastSeen`, then what comes, without a gap and without a repeat. Never rejects:
   * a listener that can not be given what it missed is sent away, and comes back with its Last-Event-ID. One that was nowhere yet is told
   * where it stands, so that it misses nothing either should it break off before the first change; one that names a place which this
   * log has never given (`unknown`, or ahead of it) is told to load anew.
   */
  async add(listener: LiveListener, lastSeen: Place | 'unknown' | undefined): Promise<void> {
    const told = this.#told;
    const seat: Seat = { listener, waiting: typeof lastSeen === 'object' ? [] : undefined };
    this.#seats.add(seat);
    listener.response.on('close', () => this.#seats.delete(seat));
    if (lastSeen === undefined) return this.#send(listener, `id: ${placeText(told)}\n\n`);
    if (lastSeen === 'unknown') return this.#reset(listener, told);
    try {
      await this.#catchUp(listener, lastSeen, told);
      for (let fact = seat.waiting?.shift(); fact !== undefined; fact = seat.waiting?.shift())
        if (isAfter(fact, lastSeen)) await this.#tellOne(fact, listener, this.#pathsOf(fact));
      seat.waiting = undefined;
    } catch (error) {
      this.#ports.log.warn({ err: error }, 'a listener could not be told what it missed');
      this.#seats.delete(seat);
      listener.response.end();
    }
  }

  async stop(): Promise<void> {
    clearInterval(this.#heartbeat);
    this.#abort.abort();
    for (const { listener } of this.#seats) listener.response.end();
    await this.#running;
  }

  /** Follows until the stop. What fails is tried again from where it stood: nobody misses a fact, nobody hears one twice. */
  async #follow(from: number): Promise<void> {
    const { signal } = this.#abort;
    let after = from;
    for (let tried = 1; !signal.aborted; tried += 1) {
      try {
        for await (const page of this.#ports.follow({ contexts: LIVE_CONTEXTS, after, signal })) {
          for (const fact of page.facts) await this.#tellAll(fact);
          this.#told = { position: page.through, ordinal: BEHIND_ALL };
          after = page.through;
          tried = 1;
        }
      } catch (error) {
        this.#ports.log.error({ err: error, after, tried }, 'live changes can not be followed; trying again');
        await this.#ports.pause(tried, signal);
      }
    }
  }

  async #tellAll(fact: LiveFact): Promise<void> {
    this.#told = fact;
    const paths = this.#pathsOf(fact);
    for (const seat of [...this.#seats]) {
      if (seat.waiting === undefined) await this.#tellAtLast(fact, seat, paths);
      else if (seat.waiting.push(fact) > MISSED_FACTS_MAX) seat.listener.response.destroy();
    }
  }

  /** Tells a listener who is there, however long the database is away. */
  async #tellAtLast(fact: LiveFact, seat: Seat, pathsOf: () => Promise<Paths>): Promise<void> {
    const { signal } = this.#abort;
    for (let tried = 1; !signal.aborted && this.#seats.has(seat); tried += 1) {
      try {
        await this.#tellOne(fact, seat.listener, pathsOf);
        return;
      } catch (error) {
        this.#ports.log.warn(
          { err: error, position: fact.position, tried },
          'a change could not be told; trying again',
        );
        await this.#ports.pause(tried, signal);
      }
    }
  }

  /** Looked up when the first listener needs them, once for all listeners; what failed is looked up again. */
  #pathsOf(fact: LiveFact): () => Promise<Paths> {
    let known: Paths | undefined;
    return async () =>
      (known ??= new Map(
        await Promise.all(
          Object.values(idsOf(fact.data)).map(async (id) => [id, await this.#ports.pathOf(id)] as const),
        ),
      ));
  }

  async #tellOne(fact: LiveFact, listener: LiveListener, pathsOf: () => Promise<Paths>): Promise<void> {
    const paths = await pathsOf();
    const grants = await this.#ports.grantsOf(listener.personId);
    if (!mayHear(fact, { personId: listener.personId, grants, now: this.#ports.now() }, (id) => paths.get(id))) return;
    listener.sees(fact.position);
    this.#send(listener, message(fact));
  }

  #reset(listener: LiveListener, told: Place): void {
    listener.sees(told.position);
    this.#send(listener, resetAt(told));
  }

  #send(listener: LiveListener, text: string): void {
    if (listener.response.writableLength > UNSENT_BYTES_MAX) {
      listener.response.destroy();
      return;
    }
    listener.response.write(text);
  }

  async #catchUp(listener: LiveListener, lastSeen: Place, told: Place): Promise<void> {
    // Another gateway may have told it more than this one has heard of yet; beyond the log's head nobody has.
    if (isAfter(lastSeen, told)) {
      if (lastSeen.position > (await this.#ports.head())) this.#reset(listener, told);
      return;
    }
    const page = await this.#ports.facts.read({
      contexts: LIVE_CONTEXTS,
      after: lastSeen.position - 1,
      through: told.position,
      limitMax: MISSED_FACTS_MAX,
    });
    if (page.through < told.position) {
      this.#reset(listener, told);
      return;
    }
    for (const fact of page.facts)
      if (isAfter(fact, lastSeen) && !isAfter(fact, told)) await this.#tellOne(fact, listener, this.#pathsOf(fact));
  }

  /** Looks whether each listener's session lives. Where that can not be told now, the listener stays: it hears nothing either. */
  async beat(): Promise<void> {
    if (this.#beating) return;
    this.#beating = true;
    try {
      for (const { listener } of [...this.#seats]) {
        if (await listener.stillThere()) this.#send(listener, ': beat\n\n');
        else listener.response.end();
      }
    } catch (error) {
      this.#ports.log.warn({ err: error }, 'sessions of listeners can not be looked up now');
    } finally {
      this.#beating = false;
    }
  }
}
