import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createPool, urlOf } from '@jiangong/database/postgres';
import type { Page } from 'playwright-core';
import { openPage, seen, startChromium } from './chromium.ts';
import { COMMITTEE, FIRST_OFFICER } from '../../../test/journeys/demo/world/people.ts';
import { signIn } from '../../../test/journeys/demo/http/sign-in.ts';
import { growTree } from '../../../test/load/fill-lists.ts';
import { LoadedPlatform } from '../../../test/load/loaded-platform.ts';
import { median } from '../../../test/load/measure.ts';
import { atMost, type Ratio, tableOf } from '../../../test/load/report.ts';

/** Milliseconds until what was asked for stands on the page, the median of a few times. */
type TreeResult = Readonly<{ organizations: number; what: string; ms: number }>;

const ORGANIZATIONS = 100_000;
const TIMES = 7;
const CONNECTIONS_MAX = 4;
/** A page may take so many times as long over the whole tree as over a handful of organizations. */
const SLOWER_MAX = 2;

type Look = Readonly<{ what: string; at: string; until: (page: Page) => Promise<void> }>;

const rowsOf = (page: Page) => page.getByRole('table').getByRole('rowheader').first();
const aRow = async (page: Page): Promise<void> => rowsOf(page).waitFor();

const SEARCHED = 'searched in Chinese';

type Places = Readonly<{ below: string; one: string; name: string; words: string }>;

const looksAt = ({ below, one, name, words }: Places): readonly Look[] => [
  { what: 'the top of the tree', at: '/organizations', until: aRow },
  { what: 'what is below one', at: `/organizations?under=${below}`, until: aRow },
  { what: SEARCHED, at: `/organizations?q=${encodeURIComponent(words)}`, until: aRow },
  { what: 'one organization', at: `/organizations/${one}`, until: async (page) => seen(page, name) },
];
const IN_PINYIN: Look = { what: 'searched in pinyin', at: '/organizations?q=shuili', until: aRow };

const looked = async (page: Page, origin: string, { what, at, until }: Look, organizations: number) => {
  const took: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    await page.goto('about:blank');
    const began = performance.now();
    await page.goto(`${origin}${at}`);
    await until(page);
    took.push(performance.now() - began);
  }
  return { organizations, what, ms: median(took) };
};

/** The read model of organizations, as its service opens it. */
const readModelOf = async (directory: string) => {
  const kept = async (...path: readonly string[]): Promise<Record<string, unknown>> =>
    JSON.parse(await readFile(join(directory, ...path), 'utf8')) as Record<string, unknown>;
  const port = Number((await kept('ports.json'))['database']);
  const password = String((await kept('secrets', 'database-passwords.json'))['organizations']);
  return createPool({
    url: urlOf(`postgres://127.0.0.1:${port}/jiangong`, { service: 'organizations', password }),
    schema: 'organizations',
    connectionsMax: CONNECTIONS_MAX,
    applicationName: 'tree bench',
    onTrouble: (error) => console.error(error),
  });
};

/**
 * The pages of organizations in Chromium, first with a handful of them, then with a province's hundred thousand in the read model. What stands
 * there of the large tree came by the projection, not by orders.
 */
const measured = async (picture: string | undefined): Promise<readonly TreeResult[]> => {
  const platform = await LoadedPlatform.start(CONNECTIONS_MAX);
  const { campaign, client } = platform;
  const { play } = campaign;
  const browser = await startChromium();
  const database = await readModelOf(campaign.directory);
  try {
    const { page } = await openPage(browser, client.origin);
    const officer = play.world.people.find(({ code }) => code === FIRST_OFFICER);
    const jar = await signIn(play.client, officer?.login ?? '', play.password(FIRST_OFFICER));
    const cookies = await jar.getCookies(client.origin);
    await page.context().addCookies(cookies.map(({ key, value }) => ({ name: key, value, url: client.origin })));
    const results: TreeResult[] = [];
    const look = async (looks: readonly Look[], organizations: number): Promise<void> => {
      for (const each of looks) results.push(await looked(page, client.origin, each, organizations));
    };
    const committee = play.organization(COMMITTEE);
    const unit = play.world.units[0];
    if (unit === undefined) throw new Error('the platform has no unit');
    const one = { one: play.organization(unit.code), name: unit.nameZh };
    await look(looksAt({ ...one, below: committee, words: unit.nameZh }), play.world.units.length);
    const county = await growTree(database, committee, ORGANIZATIONS);
    await look([...looksAt({ ...one, below: county, words: '水利局' }), IN_PINYIN], ORGANIZATIONS);
    if (picture !== undefined) {
      await page.goto(`${client.origin}/organizations`);
      await aRow(page);
      await page.screenshot({ path: picture, fullPage: true });
    }
    return results;
  } finally {
    await database.close();
    await browser.close();
    await platform.stop();
  }
};

const ratiosOf = (results: readonly TreeResult[]): readonly Ratio[] =>
  results
    .filter(({ organizations }) => organizations === ORGANIZATIONS)
    .flatMap(({ what, ms }) => {
      const alike = what === IN_PINYIN.what ? SEARCHED : what;
      const small = results.find((one) => one.what === alike && one.organizations !== ORGANIZATIONS);
      return small === undefined
        ? []
        : [atMost(`${what} in Chromium, among 100,000, to among a handful`, ms / small.ms, SLOWER_MAX)];
    });

const { values } = parseArgs({ options: { picture: { type: 'string' } } });
const results = await measured(values.picture);
console.log(`${tableOf(results)}\n\n${tableOf(ratiosOf(results))}`);
