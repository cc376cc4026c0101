import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it, jest } from '@jest/globals';
import { sampleSuite } from './browser-suite.ts';
import { enterAs, seen, type Watched } from './chromium.ts';
import { keptIn } from './sheet-room.ts';

jest.setTimeout(300_000);
/** Of script, as it goes over a line, until somebody sees a page for the first time. */
const SCRIPT_BYTES_MAX = 300 * 1_024;
const DIST = join(import.meta.dirname, '..', 'dist');

/** What the page has loaded of script, each as gzip makes it. */
const scriptsOf = ({ page }: Watched): (() => Promise<Readonly<Record<string, number>>>) => {
  const asked = new Set<string>();
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.endsWith('.js')) asked.add(pathname);
  });
  return async () =>
    Object.fromEntries(
      await Promise.all(
        [...asked].map(async (path): Promise<[string, number]> => [
          path,
          gzipSync(await readFile(join(DIST, path)), { level: 9 }).byteLength,
        ]),
      ),
    );
};

const sum = (sizes: Readonly<Record<string, number>>): number =>
  Object.values(sizes).reduce((all, one) => all + one, 0);

sampleSuite('a first view', ({ open }) => {
  it.each(['/', '/public/notices', '/public/honours'])(
    'of %s by a visitor takes at most 300 KB of script (gzip)',
    async (path) => {
      const watched = await open();
      const scripts = scriptsOf(watched);
      await watched.page.goto(path);
      await watched.page.getByRole('heading', { level: 1 }).waitFor();
      await watched.page.waitForLoadState('networkidle');
      const sizes = await scripts();
      expect(sum(sizes)).toBeGreaterThan(0);
      expect([sizes, sum(sizes) <= SCRIPT_BYTES_MAX]).toEqual([sizes, true]);
    },
  );

  it.each([
    ['机关党委工作人员', ''],
    ['机关党委工作人员', '/entries'],
    ['机关党委工作人员', '/review'],
    ['单位联络员', '/entries'],
    ['审计人员', '/audit'],
  ])('of %s at work (%s) takes no more', async (role, path) => {
    const watched = await open();
    await enterAs(watched.page, role);
    // Nothing of it is in this browser's cache yet.
    const second = await open();
    await second.page.context().addCookies(await watched.page.context().cookies());
    const scripts = scriptsOf(second);
    await second.page.goto(path === '' ? '/' : path);
    await second.page.getByRole('heading', { level: 1 }).waitFor();
    await second.page.waitForFunction(() => document.querySelector('.loading') === null);
    const sizes = await scripts();
    expect([sizes, sum(sizes) <= SCRIPT_BYTES_MAX]).toEqual([sizes, true]);
  });

  it('whoever has looked at projects, people and organizations and signs out leaves none of their names in any store, nor in an address', async () => {
    const { page } = await open();
    const addresses: string[] = [];
    page.on('framenavigated', (frame) => addresses.push(decodeURIComponent(frame.url())));
    await enterAs(page, '机关党委工作人员');
    const names = new Set<string>([(await page.locator('.account summary').innerText()).trim()]);
    await page.goto('/entries');
    await seen(page, /已显示 \d+ 条/u);
    for (const title of await page.locator('tbody th a').allInnerTexts()) names.add(title.trim());
    await page.locator('tbody th a').first().click();
    await page.getByRole('heading', { level: 2, name: '办理过程' }).waitFor();
    for (const name of await page.getByText(/（虚构）$/u).allInnerTexts()) names.add(name.trim());
    await page.goto('/organizations');
    await seen(page, /已显示 \d+ 条/u);
    for (const name of await page.locator('tbody th a').allInnerTexts()) names.add(name.trim());
    await page.goto('/review');
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(names.size).toBeGreaterThan(50);
    await page.locator('.account summary').click();
    await page.getByRole('button', { name: '退出' }).click();
    await page.getByRole('heading', { level: 1, name: '建功项目管理平台' }).waitFor();
    const kept = await keptIn(page);
    expect([...names].filter((name) => name !== '' && kept.includes(name))).toEqual([]);
    expect([...names].filter((name) => addresses.some((address) => address.includes(name)))).toEqual([]);
  });
});
