import { type Dispatcher, Pool } from 'undici';

export type HttpAnswer = Readonly<{
  status: number;
  headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  body: Buffer;
}>;
export type HttpQuestion = Readonly<{
  method: string;
  path: string;
  headers?: Readonly<Record<string, string | undefined>>;
  body?: Buffer | string | undefined;
}>;

const TIMEOUT_MS = 60_000;

/** Kept-alive connections to one origin; counts what it asked. */
export class HttpClient {
  /** What browsers call the platform: cookies and forms are of it. */
  readonly origin: string;
  requests = 0;
  /** Nobody wants answers any more: what still waits for the platform gives up. */
  closed = false;
  readonly #pool: Pool;
  readonly #host: string;
  readonly #onAnswer: (question: HttpQuestion, answer: HttpAnswer) => void;

  /**
   * @param onAnswer sees each question with its whole answer.
   * @param at where the origin is reached, for whoever stands behind its door: on the platform's own machine its name may lead elsewhere.
   */
  constructor(
    origin: string,
    connectionsMax: number,
    onAnswer: (question: HttpQuestion, answer: HttpAnswer) => void = () => undefined,
    at = origin,
  ) {
    this.#onAnswer = onAnswer;
    this.origin = new URL(origin).origin;
    this.#host = new URL(origin).host;
    this.#pool = new Pool(new URL(at).origin, {
      connections: connectionsMax,
      headersTimeout: TIMEOUT_MS,
      bodyTimeout: TIMEOUT_MS,
    });
  }

  /** Sends once. Rejects when no whole answer came: the outcome is then unknown. */
  async send(question: HttpQuestion): Promise<HttpAnswer> {
    this.requests += 1;
    const { method, path, headers = {}, body = null } = question;
    const { statusCode, ...got } = await this.#pool.request({
      method: method as Dispatcher.HttpMethod,
      path,
      headers: { host: this.#host, ...headers },
      body,
    });
    const answer = { status: statusCode, headers: got.headers, body: Buffer.from(await got.body.arrayBuffer()) };
    this.#onAnswer(question, answer);
    return answer;
  }

  close(): void {
    this.closed = true;
    void this.#pool.destroy();
  }
}
