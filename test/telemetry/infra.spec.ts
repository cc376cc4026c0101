import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { attributeNames } from '@jiangong/telemetry';
import { describe, expect, it } from '@jest/globals';
import { dashboards, panelQuestions, PROMETHEUS, rules, yamlOf } from './infra-files.ts';
import { namedIn, unknownIn } from './prometheus-names.ts';

const run = promisify(execFile);

describe('the names in alerts and dashboards', () => {
  it('are read out of an expression as PromQL means them', () => {
    const expression =
      'sum by (le, job) (rate(a_bucket{x="sum(b)", y!~"c"}[5m])) / on (job) group_left () (count_over_time(d[1h]) > bool 5e9) and e';
    expect(namedIn(expression)).toEqual({ series: ['a_bucket', 'd', 'e'], labels: ['le', 'job', 'job', 'x', 'y'] });
  });

  it.each([
    ['jiangong_read_model_lags_seconds > 30', 'jiangong_read_model_lags_seconds'],
    ['sum by (reader) (jiangong_read_model_parked) > 0', 'reader'],
    ['rate(rpc_server_call_duration_seconds_count{outcome="failed"}[5m])', 'outcome'],
  ])('a name that nothing of ours gives is found: %s', (expression, unknown) => {
    expect(unknownIn(expression)).toEqual([unknown]);
  });

  it('of every alert exist', async () => {
    const all = await rules();
    expect(all.length).toBeGreaterThan(15);
    expect(all.flatMap(({ alert, expr }) => unknownIn(expr).map((name) => `${alert}: ${name}`))).toEqual([]);
  });

  it('of every panel exist', async () => {
    const asked = await panelQuestions();
    expect(asked.length).toBeGreaterThan(20);
    expect(asked.flatMap(({ where, expr }) => unknownIn(expr).map((name) => `${where}: ${name}`))).toEqual([]);
  });
});

describe('the alerts', () => {
  it('say in Chinese and English what is wrong, and what to do first', async () => {
    for (const { alert, labels, annotations } of await rules()) {
      expect({ alert, severity: labels.severity }).toEqual({
        alert,
        severity: expect.stringMatching(/^(warning|critical)$/),
      });
      expect(annotations).toEqual({
        summary_zh: expect.stringMatching(/\p{Script=Han}/u),
        summary_en: expect.stringMatching(/^[ -~]+\.$/),
        runbook: expect.stringMatching(/^.{40,}\.$/),
      });
    }
  });

  it('are each tried: on what they are for, and where all is well', async () => {
    const { tests } = await yamlOf<{
      tests: readonly {
        name: string;
        alert_rule_test: readonly { alertname: string; exp_alerts: readonly unknown[] }[];
      }[];
    }>('prometheus', 'alerts.test.yaml');
    const tried = (fires: boolean): readonly string[] => {
      const all = tests.flatMap(({ alert_rule_test }) => alert_rule_test);
      const those = all.filter(({ exp_alerts }) => exp_alerts.length > 0 === fires);
      return [...new Set(those.map(({ alertname }) => alertname))].toSorted();
    };
    const names = (await rules()).map(({ alert }) => alert).toSorted();
    expect(tried(true)).toEqual(names);
    expect(tried(false)).toEqual(names);
  });
});

describe('the dashboards', () => {
  it('are told apart, and ask the data source that is provisioned', async () => {
    const all = await dashboards();
    expect(all.map(({ uid }) => uid).toSorted()).toEqual([
      'jiangong-delivery',
      'jiangong-log',
      'jiangong-red',
      'jiangong-tally',
    ]);
    const { datasources } = await yamlOf<{ datasources: readonly { uid: string }[] }>(
      'grafana',
      'provisioning/datasources/prometheus.yaml',
    );
    expect(datasources.map(({ uid }) => uid)).toContain('prometheus');
    for (const dashboard of all)
      expect(new Set(JSON.stringify(dashboard).match(/"uid":"(?!jiangong)[^"]*"/g))).toEqual(
        new Set(['"uid":"prometheus"']),
      );
  });
});

describe('the collector', () => {
  it('lets through every attribute that we give, and hands traces and metrics on', async () => {
    type Collector = Readonly<{
      processors: {
        redaction: { allow_all_keys: boolean; allowed_keys: readonly string[]; blocked_values: readonly string[] };
      };
      service: { pipelines: Readonly<Record<string, { processors: readonly string[] }>> };
    }>;
    const { processors, service } = await yamlOf<Collector>('otel', 'collector.yaml');
    const { allow_all_keys, allowed_keys, blocked_values } = processors.redaction;
    expect(allow_all_keys).toBe(false);
    expect(Object.values(attributeNames).filter((name) => !allowed_keys.includes(name))).toEqual([]);
    for (const pipeline of Object.values(service.pipelines))
      expect(pipeline.processors).toEqual(['memory_limiter', 'redaction', 'batch']);
    const blocks = (text: string): boolean => blocked_values.some((pattern) => new RegExp(pattern).test(text));
    expect(['13900007373', '电话13900007373。', '11010519491231002X', 'a.b@example.org'].map(blocks)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(
      [
        '7e5f0c3e-3f4e-4c1e-8a39-139000073730',
        'merit_projects.EntryDeclared.v1',
        '4bf92f3577b34da6a3ce929d0e0e4736',
      ].map(blocks),
    ).toEqual([false, false, false]);
  });
});

describe('the Collector that tests build', () => {
  type Named = Readonly<
    Record<'receivers' | 'processors' | 'exporters' | 'extensions', Readonly<Record<string, unknown>>>
  >;
  type Manifest = Readonly<{ dist: { version: string } }> &
    Readonly<Record<keyof Named, readonly Readonly<{ gomod: string }>[]>>;
  const PARTS = {
    receivers: 'receiver',
    processors: 'processor',
    exporters: 'exporter',
    extensions: 'extension',
  } as const;

  it('is of the version of the image that compose runs', async () => {
    const { dist } = await yamlOf<Manifest>('otel', 'builder.yaml');
    const { services } = await yamlOf<{ services: Record<string, { image: string }> }>(
      '../deploy/compose/compose.yaml',
    );
    expect(services['otel-collector']?.image).toBe(`otel/opentelemetry-collector-contrib:${dist.version}`);
  });

  it('holds every part that the settings name', async () => {
    const [manifest, settings] = await Promise.all([
      yamlOf<Manifest>('otel', 'builder.yaml'),
      yamlOf<Named>('otel', 'collector.yaml'),
    ]);
    for (const [kind, suffix] of Object.entries(PARTS) as [keyof Named, string][]) {
      const built = manifest[kind].map(({ gomod }) => gomod.split(' ')[0]?.split('/').at(-1));
      // `otlp_grpc/jaeger` is a part of the module `otlpexporter`, `memory_limiter` of `memorylimiterprocessor`.
      const named = Object.keys(settings[kind]).map(
        (name) =>
          `${name
            .split('/')[0]
            ?.replaceAll('_', '')
            .replace(/^otlpgrpc$/u, 'otlp')}${suffix}`,
      );
      expect(named.filter((name) => !built.includes(name))).toEqual([]);
    }
  });
});

/** Debian's package `prometheus` brings it; CI installs it and may not go without. */
const hasPromtool = await run('promtool', ['--version']).then(
  () => true,
  () => process.env['CI'] === 'true',
);
const PROMTOOL_MS = 120_000;

/** Without promtool both are told as skipped, by the name that says what is missing. */
const itWithPromtool = hasPromtool ? it : it.skip;

describe('promtool (Debian: prometheus)', () => {
  const check = async (...command: readonly string[]): Promise<void> => {
    const { stdout, stderr } = await run('promtool', [...command], { cwd: PROMETHEUS });
    expect(`${stdout}${stderr}`).toContain('SUCCESS');
  };
  itWithPromtool(
    'takes the configuration and the rules',
    () => check('check', 'config', 'prometheus.yaml'),
    PROMTOOL_MS,
  );
  itWithPromtool(
    'sees each alert fire on what it is for, and stay quiet where all is well',
    () => check('test', 'rules', 'alerts.test.yaml'),
    PROMTOOL_MS,
  );
});
