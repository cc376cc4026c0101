import { strFromU8, unzipSync } from 'fflate';
import type { HttpClient } from '../../journeys/demo/http/http-client.ts';
import { inParallel } from '../../journeys/demo/play/in-parallel.ts';
import type { OpenApi } from '../hostile/open-api.ts';

/** So many things of one kind are asked for at each address, and so many addresses are made of one route. */
const VALUES_MAX = 5;
const ADDRESSES_MAX = 20;
/** What is found in answers leads to further addresses. */
const ROUNDS = 3;
const PARAMETER = /\{(\w+)\}/gu;
/** Never ends: what it tells are facts, which the audit export has too. */
const ENDLESS = ['/v1/live'];

export type Known = Map<string, Set<string>>;
export type Answer = Readonly<{ path: string; route: string; type: string; texts: readonly string[] }>;

const note = (known: Known, name: string, value: string): void => {
  const held = known.get(name) ?? new Set();
  if (held.size < VALUES_MAX) held.add(value);
  known.set(name, held);
};

/** Every id that stands in an answer, by the name of its field. */
const gather = (value: unknown, known: Known): void => {
  if (Array.isArray(value)) for (const one of value) gather(one, known);
  else if (typeof value === 'object' && value !== null)
    for (const [name, held] of Object.entries(value)) {
      if (typeof held === 'string' && held !== '' && /(?:Id|sha256|Hash)$/u.test(name)) note(known, name, held);
      else gather(held, known);
    }
};

/** A workbook or a Word file is a zip archive of texts. */
const textsOf = (body: Buffer): readonly string[] =>
  body.subarray(0, 2).toString('latin1') === 'PK'
    ? Object.values(unzipSync(body)).map((part) => strFromU8(part))
    : [body.toString('utf8')];

type Operation = Readonly<{ route: string; query: readonly string[] }>;

const readable = (document: OpenApi): readonly Operation[] =>
  Object.entries(document.paths)
    .filter(([route, item]) => item['get'] !== undefined && !ENDLESS.includes(route))
    .map(([route, item]) => ({
      route,
      query: (item['get']?.parameters ?? [])
        .filter((one) => one.in === 'query' && one.required === true)
        .map(({ name }) => name),
    }));

/** Every address that a route makes with what is known; none where something that it needs is not known. */
const addressesOf = ({ route, query }: Operation, known: Known): readonly string[] => {
  const asked = query.length === 0 ? route : `${route}?${query.map((name) => `${name}={${name}}`).join('&')}`;
  let addresses = [asked];
  for (const [whole, name = ''] of asked.matchAll(PARAMETER))
    addresses = addresses
      .flatMap((address) =>
        [...(known.get(name) ?? [])].map((value) => address.replace(whole, encodeURIComponent(value))),
      )
      .slice(0, ADDRESSES_MAX);
  return addresses;
};

/**
 * Reads whatever the served document says can be read, as whoever has this cookie, with all ids that are known to anybody; what answers
 * name is known from then on. Gives every answer that was no refusal.
 */
export const readEverything = async (
  client: HttpClient,
  document: OpenApi,
  { cookie, known }: Readonly<{ cookie: string | undefined; known: Known }>,
): Promise<readonly Answer[]> => {
  const answers: Answer[] = [];
  const asked = new Set<string>();
  for (let round = 0; round < ROUNDS; round += 1) {
    const fresh = readable(document).flatMap((operation) =>
      addressesOf(operation, known)
        .filter((path) => !asked.has(path))
        .map((path) => ({ path, route: operation.route })),
    );
    await inParallel(fresh, async ({ path, route }) => {
      asked.add(path);
      const { status, headers, body } = await client.send({ method: 'GET', path, headers: { cookie } });
      if (status !== 200) return;
      const type = String(headers['content-type'] ?? '').split(';')[0] ?? '';
      answers.push({ path, route, type, texts: textsOf(body) });
      if (type === 'application/json') gather(JSON.parse(body.toString('utf8')), known);
    });
  }
  return answers;
};

/**
 * A number as it may be told: in hundredths, or as points with or without a zero at its end; never as a part of a longer one, of an id
 * or of a date.
 */
const told = (hundredths: number): RegExp => {
  const points = String(hundredths / 100).replace('.', '[.]');
  return new RegExp(`(?<![\\w.-])(?:${hundredths}|${points}0?)(?![\\w-]|[.:]\\d)`, 'u');
};

export type Leak = Readonly<{ path: string; mark: number }>;

/** Where any of these marks stands in an answer. */
export const leaksIn = (answers: readonly Answer[], marks: readonly number[]): readonly Leak[] => {
  const patterns = marks.map((mark) => ({ mark, pattern: told(mark) }));
  return answers.flatMap(({ path, texts }) =>
    patterns.filter(({ pattern }) => texts.some((text) => pattern.test(text))).map(({ mark }) => ({ path, mark })),
  );
};
