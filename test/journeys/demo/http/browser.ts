import { CookieJar } from 'tough-cookie';
import type { HttpAnswer, HttpClient } from './http-client.ts';

export type Page = Readonly<{ status: number; path: string; html: string }>;

const REDIRECTS_MAX = 12;

const unescapeHtml = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(tag);
  return found ? unescapeHtml(found[1] ?? found[2] ?? '') : undefined;
};

/** The `Cookie` header for an address; absent where there is nothing to send. */
export const cookiesFor = (jar: CookieJar, url: string): string | undefined =>
  jar.getCookieStringSync(url) || undefined;

/** A browser as far as signing in needs one: follows redirects on its own origin, keeps cookies, fills in forms. */
export class Browser {
  readonly jar: CookieJar;
  readonly #client: HttpClient;

  constructor(client: HttpClient, jar = new CookieJar()) {
    this.#client = client;
    this.jar = jar;
  }

  open(path: string): Promise<Page> {
    return this.#visit({ method: 'GET', path });
  }

  /** Sends the page's first form with its hidden fields and `fields`. */
  submit(page: Page, fields: Readonly<Record<string, string>>): Promise<Page> {
    const form = /<form\b[^>]*>([\s\S]*?)<\/form>/i.exec(page.html);
    if (!form) throw new Error(`no form on ${page.path} (status ${page.status})`);
    const values = new URLSearchParams();
    for (const [tag] of (form[1] as string).matchAll(/<input\b[^>]*>/gi)) {
      const name = attribute(tag, 'name');
      if (name !== undefined) values.set(name, fields[name] ?? attribute(tag, 'value') ?? '');
    }
    for (const name of Object.keys(fields))
      if (!values.has(name)) throw new Error(`no field ${name} in the form on ${page.path}`);
    const action = new URL(
      attribute(form[0].slice(0, form[0].indexOf('>') + 1), 'action') ?? page.path,
      new URL(page.path, this.#client.origin),
    );
    return this.#visit({ method: 'POST', path: `${action.pathname}${action.search}`, body: values.toString() });
  }

  async #visit(first: { method: string; path: string; body?: string }): Promise<Page> {
    let { method, path, body } = first;
    for (let redirects = 0; redirects <= REDIRECTS_MAX; redirects += 1) {
      const answer = await this.#send(method, path, body);
      const next = answer.headers['location'];
      if (answer.status < 300 || answer.status >= 400 || typeof next !== 'string') {
        return { status: answer.status, path, html: answer.body.toString('utf8') };
      }
      const target = new URL(next, new URL(path, this.#client.origin));
      if (target.origin !== this.#client.origin) throw new Error(`redirected away to ${target.origin}`);
      ({ method, path, body } = { method: 'GET', path: `${target.pathname}${target.search}`, body: undefined });
    }
    throw new Error(`more than ${REDIRECTS_MAX} redirects from ${first.path}`);
  }

  async #send(method: string, path: string, body: string | undefined): Promise<HttpAnswer> {
    const url = `${this.#client.origin}${path}`;
    const answer = await this.#client.send({
      method,
      path,
      headers: {
        cookie: cookiesFor(this.jar, url),
        accept: 'text/html',
        ...(body === undefined
          ? {}
          : { 'content-type': 'application/x-www-form-urlencoded', origin: this.#client.origin }),
      },
      body,
    });
    for (const cookie of [answer.headers['set-cookie'] ?? []].flat()) await this.jar.setCookie(cookie, url);
    return answer;
  }
}
