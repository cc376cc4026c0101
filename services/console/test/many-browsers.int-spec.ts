import { expect, it, jest } from '@jest/globals';
import { Browser, cookiesFor } from '../../../test/journeys/demo/http/browser.ts';
import { HttpClient } from '../../../test/journeys/demo/http/http-client.ts';
import { inParallel } from '../../../test/journeys/demo/play/in-parallel.ts';
import { sampleSuite } from './browser-suite.ts';
import { seen } from './chromium.ts';

jest.setTimeout(300_000);
const BROWSERS = 150;
const AT_ONCE = 15;
/** What the gateway lets one address ask in a minute, where nothing else is set. */
const OF_ADDRESS_PER_MINUTE = 3_000;

type Asked = Readonly<{ path: string; accept: string }>;

/** By the sample's one click, one after the other of those that are offered: an office has not one account. */
const enter = async (client: HttpClient, at: number): Promise<Browser> => {
  const browser = new Browser(client);
  const page = await browser.open('/sign-in?next=/');
  const people = page.html.slice(page.html.indexOf('<section class="people"'));
  const [, action = ''] = /action="([^"]+)"/u.exec(people) ?? [];
  const logins = [...people.matchAll(/name="login" value="([^"]+)"/gu)].map(([, login = '']) => login);
  const login = logins[at % logins.length] ?? '';
  const form = `<form action="${action}"><input name="login" value="${login}"></form>`;
  const { status, path } = await browser.submit({ ...page, html: form }, {});
  if (status !== 200 || path !== '/') throw new Error(`entered with ${status} at ${path}`);
  return browser;
};

sampleSuite('an office behind one address', ({ enter: enterPage, ground }) => {
  let asked: readonly Asked[] = [];

  it('what one browser asks for between its sign-in and the list of projects is noted as it is asked', async () => {
    const { page } = await enterPage('机关党委工作人员');
    const requests: Asked[] = [];
    page.on('request', (request) => {
      const { pathname, search } = new URL(request.url());
      // The stream of changes goes on for as long as a page stands there; it has a limit of its own.
      if (request.method() === 'GET' && pathname !== '/v1/live')
        requests.push({
          path: `${pathname}${search}`,
          // What a browser says of a page that it goes to is not told here.
          accept: request.isNavigationRequest() ? 'text/html' : (request.headers()['accept'] ?? '*/*'),
        });
    });
    await page.goto('/');
    await page.getByRole('heading', { level: 1, name: '我的待办' }).waitFor();
    await page.goto('/entries');
    await seen(page, /已显示 50 条/u);
    asked = requests;
    expect(asked.some(({ path }) => path === '/v1/work')).toBe(true);
    expect(asked.some(({ path }) => path.startsWith('/assets/'))).toBe(true);
  });

  it('150 browsers sign in, load the console and read, one as soon as the other has turned: nobody is sent away', async () => {
    const client = new HttpClient(ground().url, AT_ONCE);
    const told = new Map<string, number>();
    await inParallel(
      Array.from({ length: BROWSERS }),
      async (_one, at) => {
        const { jar } = await enter(client, at);
        for (const { path, accept } of asked) {
          const cookie = cookiesFor(jar, `${client.origin}${path}`);
          const { status } = await client.send({ method: 'GET', path, headers: { cookie, accept } });
          const what = path.startsWith('/v1/') ? 'calls' : status === 200 ? 'files' : path;
          told.set(`${what} ${status}`, (told.get(`${what} ${status}`) ?? 0) + 1);
        }
      },
      AT_ONCE,
    );
    const signingIn = client.requests - BROWSERS * asked.length;
    client.close();
    // What one role lists another may not: refused or not to be seen, and as much work.
    const usual = ['files 200', 'calls 200', 'calls 403', 'calls 404'];
    expect([...told.keys()].filter((what) => !usual.includes(what))).toEqual([]);
    expect(told.get('calls 200')).toBeGreaterThan(BROWSERS);
    expect([...told.values()].reduce((all, one) => all + one, 0)).toBe(BROWSERS * asked.length);
    // Without a session yet: these count against the address, and fit into its minute all at once.
    expect(signingIn).toBeGreaterThanOrEqual(2 * BROWSERS);
    expect(signingIn + BROWSERS).toBeLessThan(OF_ADDRESS_PER_MINUTE);
  });
});
