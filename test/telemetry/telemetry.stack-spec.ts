import { randomBytes } from 'node:crypto';
import { type MetricKey, metricNames, metricShapes } from '@jiangong/telemetry';
import { describeOn } from '@jiangong/test-servers';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { BROKER_EDGES, DECLARATION_EDGES, type Edge, edgesOf, missingEdges } from './expected-edges.ts';
import { type Declaration, TracedCampaign } from './traced-campaign.ts';

const START_MS = 300_000;

const OVER_KAFKA: readonly MetricKey[] = [
  'sentMessages',
  'consumedMessages',
  'relayLag',
  'relayPending',
  'inboxLag',
  'inboxStopped',
];

describeOn('kafka', 'one declaration over Kafka, from the click to the message', () => {
  let traced: TracedCampaign;
  let declared: Declaration;

  beforeAll(async () => {
    traced = await TracedCampaign.start({
      MESSAGING: 'kafka',
      KAFKA_BROKERS: process.env['TEST_KAFKA_BROKERS'] ?? '',
      // Its own topics: other suites use the same brokers.
      KAFKA_TOPIC_PREFIX: `telemetry-${randomBytes(4).toString('hex')}`,
    });
    declared = await traced.declare();
  }, START_MS);
  afterAll(() => traced?.stop(), START_MS);

  const found = (): readonly Edge[] => edgesOf(traced.spansOf(declared.traceId), declared.clickSpanId);

  it('is one trace with every edge, those of Kafka too', async () => {
    const expected = [...DECLARATION_EDGES, ...BROKER_EDGES];
    await traced.arrives(() => missingEdges(expected, found()).length === 0);
    expect(missingEdges(expected, found())).toEqual([]);
  });

  it('has no span without its parent', () => {
    const spans = traced.spansOf(declared.traceId);
    const known = new Set([declared.clickSpanId, ...spans.map(({ spanId }) => spanId)]);
    expect(
      spans.filter(({ parentSpanId }) => !known.has(parentSpanId)).map(({ service, name }) => `${service} ${name}`),
    ).toEqual([]);
  });

  it.each(OVER_KAFKA)('the metric %s arrives, measured as its name says', async (key) => {
    const arrived = () => traced.receiver.metrics.find(({ name }) => name === metricNames[key]);
    await traced.arrives(() => arrived() !== undefined);
    expect(arrived()).toMatchObject({ name: metricNames[key], ...metricShapes[key] });
  });
});
