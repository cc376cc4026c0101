import type { EventStore } from '@jiangong/event-store';
import type { Projection, SqlClient } from '@jiangong/read-models';
import type { ComparedReader, EventPage } from '@jiangong/read-models/postgres';
import { READ_FACTS_MAX, type Translator } from '../public-fact.ts';
import type { PublicFactLog } from '../public-fact-log.ts';
import { pageOfFacts } from './fact-events.ts';
import { replayLog } from './log-pages.ts';
import { translateInto, TRANSLATOR } from './translator-reader.ts';

type Sources = Readonly<{ store: EventStore; facts: PublicFactLog }>;

async function* replayFacts(
  facts: PublicFactLog,
  contexts: readonly string[],
  through: number,
): AsyncGenerator<EventPage> {
  for (let after = 0; after < through;) {
    const page = await facts.read({ contexts, after, through, limitMax: READ_FACTS_MAX });
    yield pageOfFacts(page);
    after = page.through;
  }
}

export const comparedProjection = async (
  client: SqlClient,
  sources: Sources,
  projection: Projection,
): Promise<ComparedReader> => {
  const { rows } = await client.query<{ schema: string }>('select quote_ident(current_schema()) as schema');
  const { source } = projection;
  return {
    name: projection.name,
    shadowTables: projection.tables,
    tables: projection.tableNames.map((table) => ({ table, live: `${rows[0]?.schema}.${table}` })),
    apply: (shadow, { event }) => projection.apply(shadow, event),
    replay: (through) =>
      source.kind === 'log'
        ? replayLog(sources.store, source.streamPrefixes, through)
        : replayFacts(sources.facts, source.contexts, through),
  };
};

const SHADOW_FACTS = 'create table public_fact (like messaging.public_fact including all)';

export const comparedTranslator = ({ store }: Sources, translator: Translator): ComparedReader => {
  if (!/^[a-z][a-z_]{0,62}$/.test(translator.context)) throw new Error(`"${translator.context}" is no context`);
  return {
    name: TRANSLATOR,
    shadowTables: SHADOW_FACTS,
    tables: [
      { table: 'public_fact', live: `(select * from messaging.public_fact where context = '${translator.context}')` },
    ],
    apply: async (shadow, { event }) => translateInto('pg_temp.public_fact', translator, shadow, event),
    replay: (through) => replayLog(store, translator.streamPrefixes, through),
  };
};
