import type { HttpAnswer, HttpClient } from '../../journeys/demo/http/http-client.ts';
import type { CookieJar } from 'tough-cookie';
import { cookiesFor } from '../../journeys/demo/http/browser.ts';
import { signIn } from '../../journeys/demo/http/sign-in.ts';
import type { SetUpLink } from '../../journeys/demo/platform/platform.ts';
import { openEdition, planEntry } from '../../journeys/demo/play/acts/planning.ts';
import { Play } from '../../journeys/demo/play/play.ts';
import { setUp } from '../../journeys/demo/play/set-up.ts';
import { Progress } from '../../journeys/demo/report/progress.ts';
import { COMMITTEE, FIRST_OFFICER } from '../../journeys/demo/world/people.ts';
import { entryOf, smallWorld, UNIT_A, YEAR } from '../../journeys/bad-input/small-campaign.ts';
import { windowsFrom } from '../../journeys/sample/windows-from.ts';

/** As the small world calls it, whichever year its edition is of. */
const ENTRY = `${UNIT_A}-${YEAR}-1`;

type Sent = Readonly<{ key: string; body: unknown }>;

/** A committee with two units and one edition that is open today, and how its people ask: once, whatever comes. */
export class Small {
  readonly play: Play;
  readonly officer = FIRST_OFFICER;
  readonly secretary = `${UNIT_A}-secretary`;
  readonly #client: HttpClient;
  readonly #jars: ReadonlyMap<string, CookieJar>;
  readonly #year: number;

  private constructor(parts: { play: Play; client: HttpClient; jars: ReadonlyMap<string, CookieJar>; year: number }) {
    this.play = parts.play;
    this.#client = parts.client;
    this.#jars = parts.jars;
    this.#year = parts.year;
  }

  static async found(client: HttpClient, setUpLink: SetUpLink): Promise<Small> {
    const { year, stages } = windowsFrom(new Date());
    const world = smallWorld();
    const platform = {
      origin: client.origin,
      setUpLink,
      moveClock: () => Promise.reject(new Error('a real clock is not moved')),
      untilQuiet: () => Promise.resolve(),
      stop: () => Promise.resolve(),
    };
    const play = new Play({ world, platform, client, progress: new Progress(() => undefined) });
    await setUp(play);
    await openEdition(play, year, stages);
    await planEntry(play, year, entryOf(world, UNIT_A, 1));
    const jars = new Map<string, CookieJar>();
    for (const code of [FIRST_OFFICER, `${UNIT_A}-secretary`]) {
      const persona = world.people.find((one) => one.code === code);
      if (!persona) throw new Error(`the small world has no ${code}`);
      jars.set(code, await signIn(client, persona.login, play.password(code)));
    }
    return new Small({ play, client, jars, year });
  }

  get committee(): string {
    return this.play.organization(COMMITTEE);
  }

  get edition(): string {
    return this.play.edition(this.#year);
  }

  get entry(): string {
    return this.play.entry(ENTRY).entryId;
  }

  /** One question, or one order under a key; never sent again. */
  send(by: string, path: string, order?: Sent): Promise<HttpAnswer> {
    const jar = this.#jars.get(by);
    const cookie = jar && cookiesFor(jar, `${this.#client.origin}${path}`);
    const headers = { cookie, accept: 'application/json' };
    if (!order) return this.#client.send({ method: 'GET', path, headers });
    return this.#client.send({
      method: 'POST',
      path,
      headers: {
        ...headers,
        origin: this.#client.origin,
        'content-type': 'application/json',
        'idempotency-key': order.key,
      },
      body: JSON.stringify(order.body),
    });
  }
}
