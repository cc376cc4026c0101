import type { Translator } from '@jiangong/messaging';
import type { Projection } from '@jiangong/read-models';

/** Counts per stream, and fails on what it is told to fail on. */
export const counting = (
  source: Projection['source'],
  given: Partial<Projection> = {},
  failsOn: () => string | undefined = () => undefined,
): Projection => ({
  name: 'counts',
  version: 1,
  tables:
    'create table if not exists stream_count (stream text primary key, events int not null, last_type text not null)',
  tableNames: ['stream_count'],
  source,
  apply: async (rows, event) => {
    if (event.type === failsOn()) throw new TypeError('张三 stands in this text');
    await rows.query(
      `insert into stream_count values ($1, 1, $2)
       on conflict (stream) do update set events = stream_count.events + 1, last_type = excluded.last_type`,
      [event.stream, event.type],
    );
  },
  ...given,
});

export const ofLog = { kind: 'log', streamPrefixes: ['organizations.'] } as const;
export const ofFacts = { kind: 'public-facts', contexts: ['organizations', 'membership'] } as const;

export const tell = (context: string): Translator => ({
  context,
  streamPrefixes: [`${context}.`],
  translate: ({ type, data }) => (type.startsWith('Secret') ? [] : [{ type: `${context}.${type}`, data }]),
});

export const WAIT_MS = 10_000;
export const A = 'organizations.organization-a';
export const B = 'organizations.organization-b';
export const fact = (type: string, data: unknown = { n: 1 }) => ({ type, data });
