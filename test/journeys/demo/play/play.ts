import { CookieJar } from 'tough-cookie';
import type { HttpClient } from '../http/http-client.ts';
import { PersonaApi } from '../http/persona-api.ts';
import { signIn } from '../http/sign-in.ts';
import type { Platform } from '../platform/platform.ts';
import type { Progress } from '../report/progress.ts';
import type { World } from '../world/invented-world.ts';
import { seededUuid } from '../world/seeded-random.ts';

export type EntryIds = Readonly<{ entryId: string; milestoneIds: readonly string[] }>;

/** A run of the story: who is signed in, and which ids the platform gave to what the story knows by code. */
export class Play {
  readonly world: World;
  readonly platform: Platform;
  readonly client: HttpClient;
  readonly progress: Progress;
  /** The public: nobody is signed in. */
  readonly public: PersonaApi;
  readonly organizations = new Map<string, string>();
  readonly people = new Map<string, string>();
  readonly entries = new Map<string, EntryIds>();
  readonly editions = new Map<number, string>();
  readonly rounds = new Map<number, string>();
  /** When every organization was founded; undefined: on the day of the story's beginning. */
  readonly foundedOn: string | undefined;
  /** Of whoever signed in at the set-up. */
  readonly jars = new Map<string, CookieJar>();
  readonly #personas = new Map<string, PersonaApi>();
  readonly #passwordSeed: string;

  /** `passwordSeed`: a secret where the passwords must not follow from the story's seed. */
  constructor(
    parts: Readonly<{
      world: World;
      platform: Platform;
      client: HttpClient;
      progress: Progress;
      passwordSeed?: string;
      foundedOn?: string;
    }>,
  ) {
    this.world = parts.world;
    this.platform = parts.platform;
    this.client = parts.client;
    this.progress = parts.progress;
    this.foundedOn = parts.foundedOn;
    this.#passwordSeed = parts.passwordSeed ?? parts.world.seed;
    this.public = new PersonaApi('the public', parts.client, new CookieJar());
  }

  signedIn(code: string, jar: CookieJar): PersonaApi {
    const api = new PersonaApi(code, this.client, jar);
    this.jars.set(code, jar);
    this.#personas.set(code, api);
    return api;
  }

  /** Whoever has signed in before does so again as soon as he asks for something, from the browser that the platform knows. */
  comesAgain(code: string, login: string, known: CookieJar): void {
    const signsIn = (): Promise<CookieJar> => signIn(this.client, login, this.password(code), known);
    this.#personas.set(code, new PersonaApi(code, this.client, signsIn));
  }

  /** The API as this persona sees it. */
  as(code: string): PersonaApi {
    const api = this.#personas.get(code);
    if (!api) throw new Error(`${code} is not signed in`);
    return api;
  }

  organization(code: string): string {
    return known(this.organizations, code);
  }

  person(code: string): string {
    return known(this.people, code);
  }

  entry(code: string): EntryIds {
    return known(this.entries, code);
  }

  edition(year: number): string {
    return known(this.editions, year);
  }

  round(year: number): string {
    return known(this.rounds, year);
  }

  /** The Idempotency-Key of an order of the story: the same at every try. */
  key(name: string): string {
    return seededUuid(this.world.seed, name);
  }

  /** Every persona's password in the demo; each its own, none a default. */
  password(code: string): string {
    return `demo-${seededUuid(this.#passwordSeed, `password ${code}`)}`;
  }
}

const known = <K, V>(map: ReadonlyMap<K, V>, key: K): V => {
  const value = map.get(key);
  if (value === undefined) throw new Error(`the story has no id for ${String(key)}`);
  return value;
};
