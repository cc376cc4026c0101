import type { SqlClient } from '@jiangong/database';
import type { ProjectedEvent, ProjectedRows } from '@jiangong/read-models';
import type { PageReader } from '@jiangong/read-models/postgres';
import { contextOfStream } from '../frontier.ts';
import { FACTS_PER_EVENT_MAX, type Translator } from '../public-fact.ts';
import { factSql, PUBLIC_FACTS, translatorSql } from './log-sql.ts';

/** The translator's name among a service's readers. */
export const TRANSLATOR = 'translator';

/** Translates one event and writes its facts. */
export const translateInto = (
  table: string,
  translator: Translator,
  rows: ProjectedRows,
  event: ProjectedEvent,
): void => {
  const facts = translator.translate(event);
  if (facts.length === 0) return;
  if (facts.length > FACTS_PER_EVENT_MAX) throw new Error(`${event.type} gives ${facts.length} public facts`);
  for (const { type } of facts)
    if (!type.startsWith(`${translator.context}.`))
      throw new Error(`${type} is no public fact of ${translator.context}`);
  rows.write(factSql.insertInto(table), [
    event.position,
    translator.context,
    event.stream,
    event.revision,
    event.eventId,
    event.occurredAt,
    event.correlationId,
    event.traceparent,
    facts.map(({ type }) => type),
    facts.map(({ data }) => JSON.stringify(data)),
  ]);
};

/**
 * Consumers go beyond a position as soon as they hear of it, so it must not be lost in a crash of the database afterwards: this
 * transaction, unlike that of a projection, is flushed before anybody sees it.
 */
const tellMoved = async (client: SqlClient, context: string, position: number): Promise<void> => {
  await client.query(translatorSql.tellMoved, [context, position]);
};

/** A producer's translator as a reader of the log. */
export const translatorReader = (translator: Translator): PageReader => ({
  name: TRANSLATOR,
  version: translator.version ?? 1,
  // Every event of its context, also those it says nothing about: consumers wait until it has passed them.
  wants: ({ stream }) => contextOfStream(stream) === translator.context,
  install: async (client) => {
    await client.query(translatorSql.begin, [translator.context]);
  },
  reset: async (client) => {
    await client.query('delete from messaging.public_fact where context = $1', [translator.context]);
    await client.query('delete from messaging.translator where context = $1', [translator.context]);
  },
  apply: async (rows, event) => {
    if (translator.streamPrefixes.some((prefix) => event.stream.startsWith(prefix)))
      translateInto(PUBLIC_FACTS, translator, rows, event);
  },
  moved: (client, through) => tellMoved(client, translator.context, through),
});
