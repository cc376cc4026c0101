import { setTimeout as wait } from 'node:timers/promises';
import type { CookieJar } from 'tough-cookie';
import { cookiesFor } from './browser.ts';
import type { HttpAnswer, HttpClient } from './http-client.ts';

/** RFC 9457, as the gateway answers it. */
export type Problem = Readonly<{
  status: number;
  reason?: string;
  field?: string;
  detail?: string;
  titleZh?: string;
  titleEn?: string;
  details?: Readonly<Record<string, unknown>>;
}>;

/** An answer that the story did not expect. */
export class UnexpectedAnswer extends Error {
  readonly problem: Problem;

  constructor(what: string, answer: HttpAnswer) {
    const problem = parsed(answer) as Problem | undefined;
    super(
      `${what}: ${answer.status} ${problem?.reason ?? ''} ${problem?.field ?? ''} ${problem?.detail ?? answer.body.toString('utf8').slice(0, 300)}`,
    );
    this.problem = { ...problem, status: answer.status };
  }
}

const parsed = (answer: HttpAnswer): unknown => {
  const type = String(answer.headers['content-type'] ?? '');
  return type.includes('json') && answer.body.length > 0 ? JSON.parse(answer.body.toString('utf8')) : undefined;
};

/** The platform may be restarting (fault runs kill its parts): an order is repeated under the same key until it is answered. */
const PATIENCE_MS = 90_000;
const PAUSE_MS = 250;
const COME_AGAIN = new Set([429, 502, 503, 504]);

const pauseAfter = (answer: HttpAnswer | undefined, attempt: number): number => {
  const told = Number(answer?.headers['retry-after'] ?? 0) * 1_000;
  return Math.max(told, Math.min(PAUSE_MS * attempt, 2_000));
};

export type Order = Readonly<{
  path: string;
  body?: unknown;
  key: string;
  method?: 'POST' | 'PUT';
  expectedRevision?: number;
}>;

export type RefusedQuestion = Readonly<{
  method: string;
  path: string;
  body?: unknown;
  key?: string;
  expectedRevision?: number;
}>;

/** What one signed-in persona (or the public, with an empty jar) asks of the public REST API. */
export class PersonaApi {
  readonly name: string;
  readonly #client: HttpClient;
  #jar: CookieJar | (() => Promise<CookieJar>);

  /** `jar`: his session's cookies; or how he signs in, as soon as he asks for something. */
  constructor(name: string, client: HttpClient, jar: CookieJar | (() => Promise<CookieJar>)) {
    this.name = name;
    this.#client = client;
    this.#jar = jar;
  }

  /** Who asks several things at once signs in for them once. */
  async #cookies(): Promise<CookieJar> {
    if (typeof this.#jar !== 'function') return this.#jar;
    const signingIn = this.#jar();
    this.#jar = async () => signingIn;
    this.#jar = await signingIn;
    return this.#jar;
  }

  /** A query; the answer as JSON. */
  async get<T>(path: string, headers: Readonly<Record<string, string>> = {}): Promise<T> {
    return parsed(await this.#expected(`${this.name} GET ${path}`, { method: 'GET', path, headers })) as T;
  }

  /** A file as it is. */
  async getBytes(path: string): Promise<Buffer> {
    return (await this.#expected(`${this.name} GET ${path}`, { method: 'GET', path, headers: {} })).body;
  }

  /** An order under its own Idempotency-Key; the answer as JSON. */
  async order<T = unknown>({ path, body = {}, key, method = 'POST', expectedRevision }: Order): Promise<T> {
    const headers = {
      'content-type': 'application/json',
      'idempotency-key': key,
      ...(expectedRevision === undefined ? {} : { 'if-match': `"${expectedRevision}"` }),
    };
    return parsed(
      await this.#expected(`${this.name} ${method} ${path}`, { method, path, headers, body: JSON.stringify(body) }),
    ) as T;
  }

  /** A file upload. */
  async upload<T>(path: string, file: Buffer, headers: Readonly<Record<string, string>>): Promise<T> {
    return parsed(
      await this.#expected(`${this.name} POST ${path}`, { method: 'POST', path, headers, body: file }),
    ) as T;
  }

  /** The problem a question or order meets; throws when it was accepted. */
  async refused(question: RefusedQuestion): Promise<Problem> {
    const { method, path, body, key, expectedRevision } = question;
    const answer = await this.#answered({
      method,
      path,
      headers: {
        'content-type': body === undefined ? undefined : 'application/json',
        'idempotency-key': key,
        'if-match': expectedRevision === undefined ? undefined : `"${expectedRevision}"`,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (answer.status < 400) throw new Error(`${this.name} ${method} ${path} was accepted and should not have been`);
    return new UnexpectedAnswer('', answer).problem;
  }

  async #expected(what: string, question: Question): Promise<HttpAnswer> {
    const answer = await this.#answered(question);
    if (answer.status >= 300) throw new UnexpectedAnswer(what, answer);
    return answer;
  }

  async #answered({ method, path, headers, body }: Question): Promise<HttpAnswer> {
    const jar = await this.#cookies();
    const until = Date.now() + PATIENCE_MS;
    const origin = method === 'GET' ? {} : { origin: this.#client.origin };
    for (let attempt = 1; ; attempt += 1) {
      let answer: HttpAnswer | undefined;
      try {
        answer = await this.#client.send({
          method,
          path,
          body,
          headers: {
            ...headers,
            ...origin,
            cookie: cookiesFor(jar, `${this.#client.origin}${path}`),
            accept: 'application/json',
          },
        });
        if (!COME_AGAIN.has(answer.status) || Date.now() > until) return answer;
      } catch (error) {
        if (Date.now() > until || this.#client.closed) throw error;
      }
      await wait(pauseAfter(answer, attempt));
    }
  }
}

type Question = Readonly<{
  method: string;
  path: string;
  headers: Readonly<Record<string, string | undefined>>;
  body?: Buffer | string | undefined;
}>;
