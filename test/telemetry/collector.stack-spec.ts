import { randomBytes } from 'node:crypto';
import { metricNames, spanNames } from '@jiangong/telemetry';
import { describeOn } from '@jiangong/test-servers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { COMMITTEE, FIRST_OFFICER } from '../journeys/demo/world/people.ts';
import { EMPTY_WHEN_WELL } from './empty-when-well.ts';
import { BROKER_EDGES, DECLARATION_EDGES, edgesOf, missingEdges } from './expected-edges.ts';
import { type Asked, panelQuestions, rules } from './infra-files.ts';
import { OtlpReceiver } from './otlp-receiver.ts';
import { plantedGauge, plantedSpan, SECRETS } from './planted.ts';
import { lookedAt, toldNothing } from './told-nothing.ts';
import { type Declaration, TracedCampaign } from './traced-campaign.ts';
import { Watching } from './watching.ts';

const PLAY_MS = 400_000;
const STEP_MS = 120_000;
const WELL = 'Server available';
/** What a Prometheus 3 says that it takes: names of any form. */
const ANY_NAME =
  'application/openmetrics-text;version=1.0.0;escaping=allow-utf-8,text/plain;version=1.0.0;escaping=allow-utf-8';

let watching: Watching;
let traced: TracedCampaign;
let declared: Declaration;

const play = async (): Promise<void> => {
  const receiver = await OtlpReceiver.start();
  watching = await Watching.start(receiver);
  const environment = {
    MESSAGING: 'kafka',
    KAFKA_BROKERS: process.env['TEST_KAFKA_BROKERS'] ?? '',
    KAFKA_TOPIC_PREFIX: `collector-${randomBytes(4).toString('hex')}`,
    REDIS_URL: process.env['TEST_REDIS_URL'] ?? '',
    ...watching.environment,
  };
  traced = await TracedCampaign.start(environment, receiver);
  declared = await traced.declare();
  for (const moment of ['declared', 'reviewed', 'scoring', 'closed', 'tallied'] as const)
    await traced.campaign.reach(moment);
  // One order that the rules refuse.
  await traced.campaign.play.as('leader-1').refused({ method: 'GET', path: '/v1/operations/lag' });
};

const post = async (path: string, body: unknown): Promise<number> => {
  const headers = { 'content-type': 'application/json' };
  return (await fetch(`${watching.otlp}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })).status;
};

const found = (code: string): Promise<unknown> => {
  const { play } = traced.campaign;
  const body = {
    parentId: play.organization(COMMITTEE),
    kind: 'unit',
    nameZh: '新单位（虚构）',
    nameEn: 'A new unit',
    code,
  };
  return play.as(FIRST_OFFICER).order({ path: '/v1/organizations', key: play.key(`found ${code}`), body });
};

/** What there is to complain of at last: looked at again until it is nothing, or the time is over. */
const atLast = async (complaints: () => Promise<readonly string[]>): Promise<readonly string[]> => {
  let last: readonly string[] = [];
  await traced.arrives(async () => {
    last = await complaints();
    return last.length === 0;
  });
  return last;
};

/** Every question of the dashboards, and what each alert looks at. */
const questions = async (): Promise<readonly Asked[]> => [
  ...(await panelQuestions()),
  ...(await rules()).map(({ alert, expr }) => ({ where: alert, expr: lookedAt(expr) })),
];

const ask = (expr: string) => watching.ask(expr);

describeOn(['kafka', 'redis', 'own-collector', 'own-prometheus'], 'a platform watched by the real programs', () => {
  beforeAll(play, PLAY_MS);
  afterAll(async () => {
    await traced?.stop();
    await watching?.stop();
  }, STEP_MS);

  it('the health check of the Collector answers', async () => {
    expect(await watching.collector.health()).toBe(WELL);
  });

  it(
    'a declaration comes out of the Collector as one trace with every edge',
    async () => {
      const missing = (): readonly string[] =>
        missingEdges(
          [...DECLARATION_EDGES, ...BROKER_EDGES],
          edgesOf(traced.spansOf(declared.traceId), declared.clickSpanId),
        );
      await traced.arrives(() => missing().length === 0);
      expect(missing()).toEqual([]);
      const [decided] = traced.spansOf(declared.traceId).filter(({ name }) => name === spanNames.append);
      expect(decided?.attributes['jiangong.event.ids']).toContain(declared.eventId);
    },
    STEP_MS,
  );

  describe('what Prometheus is asked', () => {
    it(
      'has an answer: every panel of every dashboard, and what every alert looks at',
      async () => {
        const asked = (await questions()).filter(({ where }) => EMPTY_WHEN_WELL[where] === undefined);
        expect(asked.length).toBeGreaterThan(50);
        expect(await atLast(() => toldNothing(asked, ask))).toEqual([]);
      },
      STEP_MS,
    );

    it('has none for a good reason, and is an expression all the same', async () => {
      const asked = await questions();
      const excused = asked.filter(({ where }) => EMPTY_WHEN_WELL[where] !== undefined);
      expect(excused.map(({ where }) => where).toSorted()).toEqual(Object.keys(EMPTY_WHEN_WELL).toSorted());
      for (const { expr } of [...excused, ...(await rules())]) await ask(expr);
    });

    it('is found out when nothing of ours answers: another name, another label, no expression', async () => {
      const breaches: readonly Asked[] = [
        { where: 'another name', expr: 'sum by (job) (jiangong_scheduler_dues)' },
        { where: 'another label', expr: 'sum by (job) (jiangong_read_model_lag_seconds{reader="entries"})' },
        { where: 'a share of nothing', expr: 'sum(jiangong_scheduler_due{job="x"}) / 0 or vector(0) / 0' },
        { where: 'no expression', expr: 'sum by (job) (jiangong_scheduler_due' },
      ];
      const found = await toldNothing(breaches, ask);
      expect(found.slice(0, 3)).toEqual(['another name', 'another label', 'a share of nothing']);
      expect(found[3]).toMatch(/^no expression: .*unclosed left parenthesis/u);
    });

    it(
      'every alert is evaluated without an error, and none fires',
      async () => {
        const unwell = async (): Promise<readonly string[]> =>
          (await watching.rules())
            .filter(({ health, state }) => health !== 'ok' || state === 'firing')
            .map(({ name, health, state, lastError }) => `${name}: ${health}, ${state}: ${lastError}`);
        expect(await atLast(unwell)).toEqual([]);
        expect((await watching.rules()).map(({ name }) => name).toSorted()).toEqual(
          (await rules()).map(({ alert }) => alert).toSorted(),
        );
      },
      STEP_MS,
    );

    it('knows each process by itself: two replicas are two series', async () => {
      const processes = await ask('process_uptime_seconds{job=~"jiangong-.+"}');
      expect(processes.length).toBe(7);
      expect(new Set(processes.map(({ labels }) => labels['instance'])).size).toBe(7);
      for (const { labels } of processes) expect(labels['instance']).toMatch(/^[0-9a-f-]{36}$/u);
    });

    it('is told by the same names, whichever names a scraper would take', async () => {
      const namesIn = (text: string): readonly string[] =>
        [...new Set(text.split('\n').flatMap((line) => /^# TYPE (\S+)/u.exec(line)?.[1] ?? []))].toSorted();
      const [old, modern] = [namesIn(await watching.exposed()), namesIn(await watching.exposed(ANY_NAME))];
      expect(old).toContain('jiangong_read_model_lag_seconds');
      expect(modern).toEqual(old);
    });

    it('tells no person', async () => {
      expect(await traced.everybodyTold()).toBe(true);
      const people = traced.campaign.play.world.people.flatMap(({ name, login }) => [name, login]);
      const told = [await watching.exposed(), ...traced.receiver.bodies];
      expect(people.filter((one) => told.some((text) => text.includes(one)))).toEqual([]);
    });
  });

  it(
    'what an instrumentation would tell of a person does not come out of the Collector',
    async () => {
      const [traceId, spanId] = [randomBytes(16).toString('hex'), randomBytes(8).toString('hex')];
      expect(await post('/v1/traces', plantedSpan(traceId, spanId))).toBe(200);
      expect(await post('/v1/metrics', plantedGauge())).toBe(200);
      expect(await traced.arrives(() => traced.spansOf(traceId).length > 0)).toBe(true);
      expect(await traced.arrives(async () => (await watching.exposed()).includes('jiangong_planted'))).toBe(true);
      const [span] = traced.spansOf(traceId);
      expect(span?.attributes).toMatchObject({ 'jiangong.outcome': 'ok' });
      const told = [await watching.exposed(), ...traced.receiver.bodies.filter((body) => body.includes(spanId))];
      expect(told.length).toBeGreaterThan(1);
      expect(
        Object.entries(SECRETS).filter(([, secret]) => told.some((text) => text.includes(String(secret)))),
      ).toEqual([]);
    },
    STEP_MS,
  );

  it(
    'the Collector goes: no order is lost, the log says so; it comes back: spans come again, and what was lost is counted',
    async () => {
      const says = async (words: string): Promise<boolean> =>
        (await traced.logLines()).some((line) => line.includes(words) && line.includes('"gateway"'));
      expect(await says('spans do not reach the collector')).toBe(false);
      await watching.collector.kill('SIGKILL');
      expect(await watching.collector.health()).toBeUndefined();
      await found('AWAY-1');
      expect(await traced.arrives(() => says('spans do not reach the collector'))).toBe(true);
      await found('AWAY-2');
      await watching.collector.start();
      const before = traced.receiver.spans.length;
      await found('AWAY-3');
      expect(await traced.arrives(() => says('spans reach the collector again'))).toBe(true);
      expect(await traced.arrives(() => traced.receiver.spans.length > before)).toBe(true);
      const lost = `${metricNames.lostSpans.replaceAll('.', '_')}_total{job="jiangong-gateway"} > 0`;
      expect(await traced.arrives(async () => (await ask(lost)).length === 1)).toBe(true);
      const { items } = await traced.campaign.play
        .as(FIRST_OFFICER)
        .get<{ items: readonly { code: string }[] }>('/v1/organizations?pageSize=200');
      expect(items.map(({ code }) => code).filter((code) => code.startsWith('AWAY'))).toHaveLength(3);
    },
    STEP_MS,
  );
});
