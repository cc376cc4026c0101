import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { notLookedAt, routesIn } from './known-routes.ts';
import { PAGES } from './page-table.ts';
import { MOMENTS } from './shown-edition.ts';

const CONSOLE = join(import.meta.dirname, '../..');
const ROUTES = join(CONSOLE, 'src/routes');
const PICTURES = join(CONSOLE, 'screenshots');
/** So that the repository stays light: a hundred of them are ten megabytes. */
const PICTURE_BYTES_MAX = 150_000;

const known = readdirSync(ROUTES).flatMap((file) => routesIn(readFileSync(join(ROUTES, file), 'utf8')));

describe('the table of pages', () => {
  it('has every address that the router knows, and no other', () => {
    expect(known.length).toBeGreaterThan(40);
    expect(notLookedAt(known, PAGES)).toEqual([]);
  });

  it('would miss a page that somebody added (planted breach)', () => {
    const planted = routesIn("const people = createRoute({ getParentRoute: () => root, path: '/planted' });");
    expect(notLookedAt([...known, ...planted], PAGES)).toEqual(['/planted is not in the table of pages']);
    const [, ...fewer] = known;
    expect(notLookedAt(fewer, PAGES)).toEqual([`${known[0]} is in the table, but no page's address`]);
  });

  it('calls no two pages by the same name', () => {
    expect(PAGES.map(({ name }) => name).filter((name, at, all) => all.indexOf(name) !== at)).toEqual([]);
  });

  it('names no place whose pages no suite looks at', () => {
    const suites = readdirSync(join(CONSOLE, 'test'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.int-spec.ts'))
      .map((file) => readFileSync(join(CONSOLE, 'test', file), 'utf8'))
      .join();
    const looked = [...suites.matchAll(/(?:place: |looksIn\()'(\w+)'/g)].map(([, place = '']) => place);
    const places = [...new Set(PAGES.map(({ place }) => place))];
    expect(places.toSorted()).toEqual([...looked, 'sample', ...MOMENTS].toSorted());
  });

  it('has a picture of every page, light enough for the repository, and none of anything else', () => {
    const files = PAGES.flatMap(({ name, onPhone }) => [name, ...(onPhone ? [`${name}-phone`] : [])]);
    expect(readdirSync(PICTURES).toSorted()).toEqual(files.map((name) => `${name}.webp`).toSorted());
    const tooLarge = readdirSync(PICTURES).filter((file) => statSync(join(PICTURES, file)).size > PICTURE_BYTES_MAX);
    expect(tooLarge).toEqual([]);
  });
});
