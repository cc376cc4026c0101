import { randomUUID } from 'node:crypto';
import {
  attributeNames,
  type MetricKey,
  metricNames,
  metricShapes,
  parseTraceparent,
  spanNames,
} from '@jiangong/telemetry';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FIRST_OFFICER } from '../journeys/demo/world/people.ts';
import {
  CLICK,
  DECLARATION_EDGES,
  type Edge,
  edgesOf,
  missingEdges,
  MOMENT_EDGES,
  REACTION_EDGES,
} from './expected-edges.ts';
import { type Declaration, TracedCampaign } from './traced-campaign.ts';

const START_MS = 300_000;
const PLAY_MS = 300_000;

/** What must never be told: written by people into every place where people write. */
const CANARIES = ['王证人七三', '13900007373', 'canary7373@example.org', '此处佐证材料系伪造七三'];

/** Metrics of parts that this platform runs without, and where they are seen instead. */
const ELSEWHERE: Readonly<Partial<Record<MetricKey, string>>> = {
  sentMessages: 'over Kafka: telemetry.stack-spec.ts',
  consumedMessages: 'over Kafka: telemetry.stack-spec.ts',
  relayLag: 'over Kafka: telemetry.stack-spec.ts',
  relayPending: 'over Kafka: telemetry.stack-spec.ts',
  inboxLag: 'over Kafka: telemetry.stack-spec.ts',
  inboxStopped: 'over Kafka: telemetry.stack-spec.ts',
  sharedMemoryAway: 'with Redis: services/gateway/test',
  deliveryTries: 'only where mail is sent, which this edition does not do',
  lostSpans: 'when the collector was away: collector.stack-spec.ts',
  certificateRemaining: 'with mTLS: libs/telemetry/test/start-telemetry.int-spec.ts',
};

let traced: TracedCampaign;
let declared: Declaration;

const untilMoment = async (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.max(0, ms - Date.now())));

const tellCanaries = async (): Promise<void> => {
  const { client, cookieOf, play } = {
    client: traced.campaign.client,
    cookieOf: traced.campaign.cookieOf.bind(traced.campaign),
    play: traced.campaign.play,
  };
  const [name, phone, mail, statement] = CANARIES;
  const json = { 'content-type': 'application/json', origin: client.origin, accept: 'application/json' };
  const objection = JSON.stringify({ objectorName: name, objectorContact: phone, statement });
  const handedIn = await client.send({
    method: 'POST',
    path: `/v1/public/entries/${declared.entryId}/objections`,
    headers: { ...json, 'idempotency-key': randomUUID() },
    body: objection,
  });
  const { handIn, code, confirmFrom } = JSON.parse(handedIn.body.toString('utf8')) as Record<string, string>;
  await untilMoment(Date.parse(confirmFrom ?? ''));
  await client.send({
    method: 'POST',
    path: '/v1/public/objections/confirm',
    headers: json,
    body: JSON.stringify({ handIn, code }),
  });
  await client.send({
    method: 'GET',
    path: `/v1/organizations?name=${encodeURIComponent(name ?? '')}&phone=${phone}`,
    headers: { cookie: cookieOf('auditor-1', '/v1/me') },
  });
  await client.send({
    method: 'GET',
    path: `/v1/people/${mail}`,
    headers: { cookie: cookieOf('auditor-1', '/v1/me'), 'x-correlation-id': phone },
  });
  await client.send({
    method: 'POST',
    path: '/v1/organizations',
    headers: { ...json, 'idempotency-key': randomUUID(), cookie: cookieOf(FIRST_OFFICER, '/v1/organizations') },
    body: `{"nameZh":"${name}", `,
  });
  await play.platform.untilQuiet();
};

beforeAll(async () => {
  traced = await TracedCampaign.start();
  declared = await traced.declare();
}, START_MS);
afterAll(() => traced?.stop(), START_MS);

const found = (): readonly Edge[] => edgesOf(traced.spansOf(declared.traceId), declared.clickSpanId);

describe('one declaration, from the click to the message', () => {
  it('is one trace with every edge', async () => {
    await traced.arrives(() => missingEdges(DECLARATION_EDGES, found()).length === 0);
    expect(missingEdges(DECLARATION_EDGES, found())).toEqual([]);
  });

  it('misses an edge that is cut: without the parent a span hangs in the air', () => {
    const spans = traced
      .spansOf(declared.traceId)
      .map((span) => (span.name === spanNames.deliver ? { ...span, parentSpanId: '' } : span));
    expect(missingEdges(DECLARATION_EDGES, edgesOf(spans, declared.clickSpanId))).toEqual([
      `notifications ${spanNames.notify} → notifications ${spanNames.deliver}`,
    ]);
  });

  it('has no span without its parent', () => {
    const spans = traced.spansOf(declared.traceId);
    const known = new Set([declared.clickSpanId, ...spans.map(({ spanId }) => spanId)]);
    expect(
      spans.filter(({ parentSpanId }) => !known.has(parentSpanId)).map(({ service, name }) => `${service} ${name}`),
    ).toEqual([]);
    expect(found().filter(({ parent }) => parent === CLICK)).toHaveLength(1);
  });

  it('leads to the event by its id, and the event leads back by its traceparent', async () => {
    const decided = traced.spansOf(declared.traceId).find(({ name }) => name === spanNames.decide);
    const appended = traced.spansOf(declared.traceId).find(({ name }) => name === spanNames.append);
    expect(declared.eventId).toMatch(/^[0-9a-f-]{36}$/);
    expect(appended?.attributes[attributeNames.eventIds]?.split(',')).toContain(declared.eventId);
    const auditor = traced.campaign.play.as('auditor-1');
    const { items: summaries } = await auditor.get<{ items: { eventId: string; stream: string; traceId: string }[] }>(
      `/v1/audit/events?traceId=${declared.traceId}&type=EntryDeclared.v1`,
    );
    expect(summaries).toMatchObject([{ eventId: declared.eventId, traceId: declared.traceId }]);
    const stream = summaries[0]?.stream;
    const { items: events } = await auditor.get<{ items: { eventId: string; traceparent: string }[] }>(
      `/v1/audit/streams/${stream}`,
    );
    const stored = parseTraceparent(events.find(({ eventId }) => eventId === declared.eventId)?.traceparent ?? '');
    expect(stored).toEqual({ traceId: declared.traceId, spanId: decided?.spanId, flags: '01' });
  });

  it.each(['operator-1', 'auditor-1'])('%s sees it without any collector too: by the event, and whole', async (who) => {
    const reader = traced.campaign.play.as(who);
    const { traces } = await reader.get<{ traces: { traceId: string }[] }>(
      `/v1/operations/traces?eventId=${declared.eventId}`,
    );
    expect(traces.map(({ traceId }) => traceId)).toEqual([declared.traceId]);
    type Shown = { service: string; name: string; spanId: string; parentSpanId: string | null };
    const { spans, away } = await reader.get<{ spans: Shown[]; away: string[] }>(
      `/v1/operations/traces/${declared.traceId}`,
    );
    expect(away).toEqual([]);
    const shown = spans.map((span) => ({ ...span, parentSpanId: span.parentSpanId ?? '' })) as unknown as Parameters<
      typeof edgesOf
    >[0];
    expect(missingEdges(DECLARATION_EDGES, edgesOf(shown, declared.clickSpanId))).toEqual([]);
  });

  it('is seen by nobody else, and an auditor sees nothing else of operations', async () => {
    const refusals = [
      [FIRST_OFFICER, '/v1/operations/traces'],
      ['leader-1', `/v1/operations/traces/${declared.traceId}`],
      ['auditor-1', '/v1/operations/lag'],
      ['auditor-1', '/v1/operations/parked'],
    ] as const;
    for (const [who, path] of refusals) {
      const { status } = await traced.campaign.play.as(who).refused({ method: 'GET', path });
      expect({ who, path, status }).toEqual({ who, path, status: 403 });
    }
  });
});

describe('the rest of the edition', () => {
  beforeAll(async () => {
    await tellCanaries();
    for (const moment of ['declared', 'reviewed', 'scoring', 'closed', 'tallied'] as const)
      await traced.campaign.reach(moment);
  }, PLAY_MS);

  it('a reaction goes on in the trace of what it reacts to, and a moment begins one', async () => {
    const edges = (): readonly Edge[] => edgesOf(traced.receiver.spans);
    await traced.arrives(() => missingEdges([...REACTION_EDGES, ...MOMENT_EDGES], edges()).length === 0);
    expect(missingEdges([...REACTION_EDGES, ...MOMENT_EDGES], edges())).toEqual([]);
  });

  it('the log lines of a piece of work carry its trace', async () => {
    const said = (await traced.logLines())
      .filter((line) => line.includes('"moment acted on"'))
      .map((line) => JSON.parse(line) as { traceId: string; spanId: string });
    expect(said.length).toBeGreaterThan(0);
    const known = (): ReadonlySet<string> =>
      new Set(
        traced.receiver.spans
          .filter(({ name }) => name === spanNames.moment)
          .map(({ traceId, spanId }) => `${traceId} ${spanId}`),
      );
    const inTheirSpan = (): boolean => said.some(({ traceId, spanId }) => known().has(`${traceId} ${spanId}`));
    expect(await traced.arrives(inTheirSpan)).toBe(true);
    expect(
      said.filter(({ traceId, spanId }) => !/^[0-9a-f]{32}$/.test(traceId) || !/^[0-9a-f]{16}$/.test(spanId)),
    ).toEqual([]);
  });

  const expected = (Object.keys(metricNames) as MetricKey[]).filter((key) => ELSEWHERE[key] === undefined);

  it.each(expected)('the metric %s arrives, measured as its name says', async (key) => {
    const arrived = () => traced.receiver.metrics.find(({ name }) => name === metricNames[key]);
    await traced.arrives(() => arrived() !== undefined);
    expect(arrived()).toMatchObject({ name: metricNames[key], ...metricShapes[key] });
  });

  it('no metric and no span of ours has a name that names.ts does not know', () => {
    const ours = new Set<string>(Object.values(metricNames));
    expect(
      [...new Set(traced.receiver.metrics.map(({ name }) => name))].filter(
        (name) => name.startsWith('jiangong.') && !ours.has(name),
      ),
    ).toEqual([]);
    const spans = new Set<string>(Object.values(spanNames));
    const named = [...new Set(traced.receiver.spans.map(({ name }) => name))].filter((name) =>
      /^jiangong\.[a-z_.]+$/.test(name),
    );
    expect(named.filter((name) => !spans.has(name))).toEqual([]);
    expect(named.length).toBeGreaterThan(8);
  });

  it('no person is told: not in a span, a metric or a log line', async () => {
    expect(await traced.everybodyTold()).toBe(true);
    const people = traced.campaign.play.world.people.flatMap(({ name, login }) => [name, login]);
    const lines = await traced.logLines();
    expect(lines).not.toEqual([]);
    const told = [...traced.receiver.bodies, ...lines];
    const leaked = [...CANARIES, ...CANARIES.map(encodeURIComponent), ...people].filter((secret) =>
      told.some((text) => text.includes(secret)),
    );
    expect(leaked).toEqual([]);
  });

  it('no id and no question of an address stands in the name of a span or in a route', () => {
    const routes = traced.receiver.spans.flatMap(({ name, attributes }) => [
      name,
      attributes[attributeNames.httpRoute] ?? '',
    ]);
    expect(routes.filter((text) => /[0-9a-f]{8}-[0-9a-f]{4}-|\?/.test(text))).toEqual([]);
  });
});
