import { readFile } from 'node:fs/promises';
import { attributeNames, metricNames, metricShapes, spanNames } from '@jiangong/telemetry';
import { describe, expect, it } from '@jest/globals';
import { filesUnder } from '../laws/run-tool.ts';

const NAMES = 'libs/telemetry/src/names.ts';
const INSIDE = 'libs/telemetry/src/node/';

/** Production code, by path. */
const sources = async (): Promise<ReadonlyMap<string, string>> => {
  const paths = ['libs', 'services']
    .flatMap((folder) => filesUnder(folder, '.ts'))
    .filter((path) => /\/src\//.test(path) && !/\.spec\.ts$|\/generated\//.test(path));
  return new Map(await Promise.all(paths.map(async (path) => [path, await readFile(path, 'utf8')] as const)));
};

const code = await sources();
const elsewhere = [...code].filter(([path]) => path !== NAMES);

/** Names made up on the spot; those of proto packages (`jiangong.<context>.v1…`) are none of telemetry's. */
const MADE_UP = /'jiangong\.(?![a-z_]+\.(?:v\d|events))[a-z_]+(?:\.[a-z_]+)+'/g;

const madeUp = (text: string): readonly string[] => text.match(MADE_UP) ?? [];

describe('names of telemetry', () => {
  it('looks at all production code', () => expect(code.size).toBeGreaterThan(300));

  const tables = { attributeNames, spanNames, metricNames };
  const all = Object.entries(tables).flatMap(([table, names]) => Object.keys(names).map((key) => `${table}.${key}`));

  it.each(all)('%s is used', (name) => {
    expect(elsewhere.some(([, text]) => new RegExp(`\\b${name.replace('.', '\\.')}\\b`).test(text))).toBe(true);
  });

  it('are told apart', () => {
    for (const names of Object.values(tables))
      expect(new Set(Object.values(names)).size).toBe(Object.keys(names).length);
    expect(Object.keys(metricShapes).toSorted()).toEqual(Object.keys(metricNames).toSorted());
  });

  it('come from one file: nobody makes one up, and nobody asks the vendor for a tracer or a meter', () => {
    expect(elsewhere.flatMap(([path, text]) => madeUp(text).map((name) => `${path}: ${name}`))).toEqual([]);
    expect(
      elsewhere
        .filter(
          ([path, text]) =>
            !path.startsWith(INSIDE) && /\b(?:getTracer|getMeter|startSpan|startActiveSpan)\(/.test(text),
        )
        .map(([path]) => path),
    ).toEqual([]);
  });

  it('a made-up name is found, a proto package is not taken for one', () => {
    expect(madeUp("span.setAttribute('jiangong.person.name', name)")).toEqual(["'jiangong.person.name'"]);
    expect(madeUp("'jiangong.membership.v1.MembershipService' 'jiangong.membership.events.v1'")).toEqual([]);
  });
});
