import type { HttpClient } from '../../journeys/demo/http/http-client.ts';
import type { OpenApi } from '../hostile/open-api.ts';

/** So many of a kind are enough for requests that meet something. */
const VALUES_MAX = 12;
/** Lists first, then what their rows lead to, then what that leads to. */
const ROUNDS = 3;
const PARAMETER = /\{(\w+)\}/gu;

/** Values of the platform by the name of the field in which they stand: `entryId` → ids of entries. */
export type KnownValues = ReadonlyMap<string, ReadonlySet<string>>;

const gather = (value: unknown, into: Map<string, Set<string>>, wanted: ReadonlySet<string>): void => {
  if (Array.isArray(value)) {
    for (const one of value) gather(one, into, wanted);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [name, held] of Object.entries(value)) {
    if (!wanted.has(name) || (typeof held !== 'string' && typeof held !== 'number')) {
      gather(held, into, wanted);
      continue;
    }
    const known = into.get(name) ?? new Set();
    if (known.size < VALUES_MAX && held !== '') known.add(String(held));
    into.set(name, known);
  }
};

/** The names of everything that stands in addresses, and of ids in what is sent. */
export const namesAsked = (document: OpenApi): ReadonlySet<string> => {
  const inAddresses = Object.keys(document.paths).flatMap((path) =>
    [...path.matchAll(PARAMETER)].map(([, name = '']) => name),
  );
  const inBodies = [...JSON.stringify(document).matchAll(/"(\w+Id)":\{/gu)].map(([, name = '']) => name);
  return new Set([...inAddresses, ...inBodies]);
};

/** Asks whatever can be asked with what is known so far, as somebody with this cookie, and keeps what the answers name. */
export const gatherKnown = async (
  client: HttpClient,
  document: OpenApi,
  { cookie, known }: Readonly<{ cookie: string | undefined; known: Map<string, Set<string>> }>,
): Promise<void> => {
  const wanted = namesAsked(document);
  const asked = new Set<string>();
  for (let round = 0; round < ROUNDS; round++)
    for (const [path, item] of Object.entries(document.paths)) {
      if (item['get'] === undefined || path === '/v1/live') continue;
      const filled = path.replaceAll(PARAMETER, (whole, name: string) => [...(known.get(name) ?? [])].at(-1) ?? whole);
      if (filled.includes('{') || asked.has(filled)) continue;
      asked.add(filled);
      const said = await client.send({ method: 'GET', path: filled, headers: { cookie } });
      const isJson = String(said.headers['content-type']).startsWith('application/json');
      if (said.status === 200 && isJson) gather(JSON.parse(said.body.toString('utf8')), known, wanted);
    }
};
