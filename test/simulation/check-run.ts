import type { StoredEvent } from '@jiangong/event-store';
import { MemoryEventStore } from '@jiangong/event-store/memory';
import type { ProjectedEvent, ProjectedRows, Projection } from '@jiangong/read-models';
import { contextOfTopic, type IncomingRecord } from '@jiangong/messaging/broker';
import {
  type Breach,
  breach,
  type BrokerRecord,
  brokerOrder,
  logAndCommands,
  type RowTexts,
  rowsEqual,
} from './invariants/index.ts';
import type { BrokerServer } from './server/broker-server.ts';
import { MemoryDatabase, type Row } from './server/memory-database.ts';
import type { StatementBook } from './server/statements.ts';
import type { ServiceUnderTest } from './platform/service-under-test.ts';
import type { SentCommand } from './workload/history.ts';

type Told = Readonly<{ event: ProjectedEvent; context: string }>;

type Checked = Readonly<{
  log: MemoryEventStore;
  database: MemoryDatabase;
  book: StatementBook;
  services: readonly ServiceUnderTest<object>[];
  history: readonly SentCommand[];
  broker?: BrokerServer | undefined;
}>;

const textsOf = (rows: ReadonlyMap<string, Row>): RowTexts =>
  new Map([...rows].map(([key, row]) => [key, JSON.stringify(row)]));

const wholeLog = async (log: MemoryEventStore): Promise<readonly StoredEvent[]> => {
  const head = await log.head();
  return head === 0 ? [] : (await log.readLog({ after: 0, limitMax: 5_000 })).events;
};

const projectedOf = ({ position, eventId, stream, revision, type, data, entry, hash }: StoredEvent): ProjectedEvent => {
  const { occurredAt, actor, correlationId, causationId, traceparent } = entry;
  return {
    position,
    eventId,
    stream,
    revision,
    type,
    data,
    occurredAt,
    actor,
    correlationId,
    causationId,
    traceparent,
    hash,
  };
};

/** Folds events into the tables of an empty database by the projection's own code. */
const foldFromZero = async (
  book: StatementBook,
  projection: Projection,
  events: readonly ProjectedEvent[],
): Promise<MemoryDatabase> => {
  const database = new MemoryDatabase(() => 0);
  const transaction = database.begin();
  const on = { transaction, table: (name: string) => name };
  const writes: (readonly [sql: string, values: readonly unknown[]])[] = [];
  const written = async (): Promise<void> => {
    for (const [sql, values] of writes.splice(0)) await book(sql)(on, values);
  };
  const rows: ProjectedRows = {
    query: async <T>(sql: string, values: readonly unknown[] = []) => {
      await written();
      return (await book(sql)(on, values)) as unknown as readonly T[];
    },
    write: (sql, values) => void writes.push([sql, values]),
  };
  for (const event of events) {
    await projection.apply(rows, event);
    await written();
  }
  transaction.commit();
  return database;
};

/** The public facts as the translators give them for the whole log: what must stand in `messaging.public_fact`, and nothing else. */
const toldFrom = (services: readonly ServiceUnderTest<object>[], events: readonly ProjectedEvent[]): readonly Told[] =>
  events.flatMap((event) =>
    services.flatMap(({ translator }) =>
      translator?.streamPrefixes.some((prefix) => event.stream.startsWith(prefix))
        ? translator
            .translate(event)
            .map(({ type, data }) => ({ context: translator.context, event: { ...event, type, data } }))
        : [],
    ),
  );

/** Every told fact as one text, by its place. */
const textsOfTold = (told: readonly Told[]): RowTexts => {
  const texts = new Map<string, string>();
  const ordinals = new Map<number, number>();
  for (const { event, context } of told) {
    const ordinal = ordinals.get(event.position) ?? 0;
    ordinals.set(event.position, ordinal + 1);
    texts.set(
      `${event.position}/${ordinal}`,
      JSON.stringify([context, event.stream, event.revision, event.eventId, event.type, JSON.stringify(event.data)]),
    );
  }
  return texts;
};

const factsBreaches = (database: MemoryDatabase, told: readonly Told[]): readonly Breach[] => {
  const live = [...database.table('messaging.public_fact')].map(([key, row]): [string, string] => [
    key,
    JSON.stringify([row['context'], row['stream'], row['revision'], row['event_id'], row['type'], row['data']]),
  ]);
  return rowsEqual('I7', 'public facts', new Map(live), textsOfTold(told));
};

const recordOf = (context: string, partition: number, { key, headers, value }: IncomingRecord): BrokerRecord => {
  const data = Buffer.from(value).toString('utf8');
  const [, eventId = '', ordinal = ''] = /^(.+)\/(\d+)$/.exec(headers['ce_id'] ?? '') ?? [];
  const { ce_jgposition: position = '', ce_jgrevision: revision = '', ce_type: type = '' } = headers;
  const fact = JSON.stringify([context, key, Number(revision), eventId, type, data]);
  return {
    partition,
    stream: key ?? '',
    position: Number(position),
    ordinal: Number(ordinal),
    content: JSON.stringify([key, headers, data]),
    fact,
  };
};

const brokerBreaches = ({ broker, database, services }: Checked, told: readonly Told[]): readonly Breach[] => {
  if (!broker) return [];
  const breaches: Breach[] = [];
  for (const [topic, partitions] of broker.topics) {
    const context = contextOfTopic(topic);
    const records = partitions.flatMap((log, partition) =>
      log.filter(({ key }) => key !== null).map((record) => recordOf(context, partition, record)),
    );
    breaches.push(
      ...brokerOrder(records, new Map([...textsOfTold(told)].filter(([, text]) => text.startsWith(`["${context}",`)))),
    );
  }
  for (const { name, projections } of services) {
    const contexts = projections.flatMap(({ source }) => (source.kind === 'public-facts' ? source.contexts : []));
    if (contexts.length === 0) continue;
    const inbox = [...database.table(`${name.replaceAll('-', '_')}.inbox_fact`)].map(([key, row]): [string, string] => [
      key,
      JSON.stringify([row['context'], row['stream'], row['revision'], row['eventId'], row['type'], row['data']]),
    ]);
    const expected = [...textsOfTold(told)].filter(([, text]) =>
      contexts.some((context) => text.startsWith(`["${context}",`)),
    );
    breaches.push(...rowsEqual('I5', `inbox of ${name}`, new Map(inbox), new Map(expected)));
  }
  return breaches;
};

const inContexts = (told: readonly Told[], contexts: readonly string[]): readonly ProjectedEvent[] =>
  told.filter(({ context }) => contexts.includes(context)).map(({ event }) => event);

const projectionBreaches = async (
  { book, database, services }: Checked,
  events: readonly ProjectedEvent[],
  told: readonly Told[],
): Promise<readonly Breach[]> => {
  const breaches: Breach[] = [];
  for (const { name, projections } of services)
    for (const projection of projections) {
      const { source } = projection;
      const own =
        source.kind === 'log'
          ? events.filter(({ stream }) => source.streamPrefixes.some((prefix) => stream.startsWith(prefix)))
          : inContexts(told, source.contexts);
      const rebuilt = await foldFromZero(book, projection, own);
      for (const table of projection.tableNames) {
        const live = database.table(`${name.replaceAll('-', '_')}.${table}`);
        breaches.push(...rowsEqual('I5', `${name}: ${table}`, textsOf(live), textsOf(rebuilt.table(table))));
      }
    }
  return breaches;
};

/** What a process manager orders happens once for each fact that asks for it, and for nothing else. */
const reactionBreaches = (events: readonly StoredEvent[]): readonly Breach[] => {
  const of = <D>(type: string): readonly D[] =>
    events.filter((event) => event.type === type).map(({ data }) => data as D);
  const entered = of<{ entered: readonly { entryId: string }[] }>('IntakeClosed.v1')
    .flatMap((intake) => intake.entered.map(({ entryId }) => entryId))
    .toSorted();
  const admitted = of<{ roundId: string; entryId: string }>('EntryAdmitted.v1');
  // The first phase takes whoever entered, a later one whoever went on: nobody comes to a round twice, or without being let in.
  const rounds = [...new Set(admitted.map(({ roundId }) => roundId))];
  if (rounds.length === 0 && entered.length > 0)
    return [breach('I1', `entered ${entered.join(' ')}; nobody was admitted`)];
  return rounds.flatMap((roundId, at) => {
    const here = admitted
      .filter((one) => one.roundId === roundId)
      .map(({ entryId }) => entryId)
      .toSorted();
    const isRight = JSON.stringify(entered) === JSON.stringify(here);
    return isRight ? [] : [breach('I1', `entered ${entered.join(' ')}; round ${at + 1} admitted ${here.join(' ')}`)];
  });
};

/** Every invariant that can be checked once all is quiet. */
export const checkRun = async (run: Checked): Promise<readonly Breach[]> => {
  const stored = await wholeLog(run.log);
  const events = stored.map(projectedOf);
  const told = toldFrom(run.services, events);
  return [
    ...logAndCommands(stored, run.history),
    ...factsBreaches(run.database, told),
    ...brokerBreaches(run, told),
    ...(await projectionBreaches(run, events, told)),
    ...reactionBreaches(stored),
  ];
};
