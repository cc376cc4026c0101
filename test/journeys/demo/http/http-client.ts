import { Agent, request } from 'node:http';

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
  readonly #agent: Agent;
  readonly #url: URL;
  readonly #onAnswer: (question: HttpQuestion, answer: HttpAnswer) => void;

  /** @param onAnswer sees each question with its whole answer. */
  constructor(
    origin: string,
    connectionsMax: number,
    onAnswer: (question: HttpQuestion, answer: HttpAnswer) => void = () => undefined,
  ) {
    this.#onAnswer = onAnswer;
    this.#url = new URL(origin);
    this.origin = this.#url.origin;
    this.#agent = new Agent({ keepAlive: true, maxSockets: connectionsMax, maxFreeSockets: connectionsMax });
  }

  /** Sends once. Rejects when no whole answer came: the outcome is then unknown. */
  async send(question: HttpQuestion): Promise<HttpAnswer> {
    const answer = await this.#sent(question);
    this.#onAnswer(question, answer);
    return answer;
  }

  #sent({ method, path, headers = {}, body }: HttpQuestion): Promise<HttpAnswer> {
    this.requests += 1;
    const given = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined)) as Record<
      string,
      string
    >;
    if (body !== undefined) given['content-length'] = String(Buffer.byteLength(body));
    return new Promise((resolve, reject) => {
      const outgoing = request(
        {
          host: this.#url.hostname,
          port: this.#url.port,
          method,
          path,
          headers: given,
          agent: this.#agent,
          timeout: TIMEOUT_MS,
        },
        (incoming) => {
          const parts: Buffer[] = [];
          incoming.on('data', (part: Buffer) => parts.push(part));
          incoming.on('error', reject);
          incoming.on('end', () =>
            incoming.complete
              ? resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: Buffer.concat(parts) })
              : reject(new Error(`${method} ${path}: the answer was cut off`)),
          );
        },
      );
      outgoing.on('timeout', () => outgoing.destroy(new Error(`${method} ${path}: no answer within ${TIMEOUT_MS} ms`)));
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  }

  close(): void {
    this.closed = true;
    this.#agent.destroy();
  }
}
