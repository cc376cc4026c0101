import { setTimeout as wait } from 'node:timers/promises';
import { Browser } from './browser.ts';
import type { CookieJar } from 'tough-cookie';
import type { HttpClient } from './http-client.ts';

const TRIES_MAX = 20;
const PAUSE_MS = 500;

/** The platform may be restarting: a sign-in that broke off is begun anew, with a fresh browser. */
const withPatience = async <T>(client: HttpClient, work: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= TRIES_MAX || client.closed || !isPassing(error)) throw error;
      await wait(PAUSE_MS * Math.min(attempt, 4));
    }
  }
};

class PageRefused extends Error {
  readonly status: number;

  constructor(what: string, status: number, html: string) {
    super(
      `${what}: ${status} ${html
        .replaceAll(/<style>[\s\S]*<\/style>|<[^>]*>/g, ' ')
        .replaceAll(/\s+/g, ' ')
        .slice(0, 300)}`,
    );
    this.status = status;
  }
}

const CONNECTION_LOST = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);

const isPassing = (error: unknown): boolean =>
  error instanceof PageRefused
    ? error.status >= 500 || error.status === 429
    : CONNECTION_LOST.has(String((error as NodeJS.ErrnoException).code));

/**
 * Signs in by the code flow, through the login page, like a browser; gives the session's cookies. `known`: of a browser that signed in before, from which no
 * new device is seen.
 */
export const signIn = (client: HttpClient, login: string, password: string, known?: CookieJar): Promise<CookieJar> =>
  withPatience(client, async () => {
    const browser = new Browser(client, await known?.clone());
    const page = await browser.open(`/sign-in?next=${encodeURIComponent('/v1/me')}`);
    if (page.status !== 200) throw new PageRefused(`${login}: the login page`, page.status, page.html);
    const after = await browser.submit(page, { login, password });
    if (after.status !== 200 || after.path !== '/v1/me')
      throw new PageRefused(`${login}: signing in`, after.status, after.html);
    return browser.jar;
  });

/** Fills in the form behind the one-time link of the first start. */
export const acceptSetUp = (
  client: HttpClient,
  link: string,
  fields: Readonly<Record<string, string>>,
): Promise<void> =>
  withPatience(client, async () => {
    const { pathname, search } = new URL(link, client.origin);
    const browser = new Browser(client);
    const page = await browser.open(`${pathname}${search}`);
    if (page.status !== 200) throw new PageRefused('the one-time link', page.status, page.html);
    const after = await browser.submit(page, fields);
    if (after.status !== 200) throw new PageRefused('the one-time link', after.status, after.html);
  });
