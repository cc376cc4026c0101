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
  readonly origin: string;
  requests = 0;
  /** Nobody wants answers any more: what still waits for the platform gives up. */
  closed = false;
  readonly #pool: Pool;
  readonly #onAnswer: (question: HttpQuestion, answer: HttpAnswer) => void;

  /** @param onAnswer sees each question with its whole answer. */
  constructor(
    origin: string,
    connectionsMax: number,
    onAnswer: (question: HttpQuestion, answer: HttpAnswer) => void = () => undefined,
  ) {
    this.#onAnswer = onAnswer;
    this.origin = new URL(origin).origin;
    this.#pool = new Pool(this.origin, {
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
      headers,
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
