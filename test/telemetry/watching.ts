import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Collector, type Prometheus, startCollector, startPrometheus } from '@jiangong/test-servers';
import { stringify } from 'yaml';
import { INFRA, PROMETHEUS, yamlOf } from './infra-files.ts';
import type { OtlpReceiver } from './otlp-receiver.ts';

const OTLP = 'COLLECTOR_OTLP_LISTEN';
const METRICS = 'COLLECTOR_METRICS_LISTEN';
const SINK = 'SINK_LISTEN';

/** Our settings look every 15 s: a test can not wait for that. */
const SCRAPE_EVERY = '1s';
const RULES_EVERY = '2s';

export type Sample = Readonly<{ labels: Readonly<Record<string, string>>; value: number }>;

type Answer = Readonly<{
  status: string;
  error?: string;
  data: Readonly<{
    resultType: string;
    result: readonly Readonly<{ metric: Readonly<Record<string, string>>; value: readonly [number, string] }>[];
  }>;
}>;

export type RuleHealth = Readonly<{ name: string; health: string; lastError?: string; state: string }>;

const prometheusSettings = async (target: string, directory: string): Promise<string> => {
  const settings = await yamlOf<{
    global: object;
    scrape_configs: readonly Readonly<{ static_configs: unknown }>[];
  }>('prometheus', 'prometheus.yaml');
  const [scrape] = settings.scrape_configs;
  const config = join(directory, 'prometheus.yaml');
  const text = stringify({
    global: { scrape_interval: SCRAPE_EVERY, evaluation_interval: RULES_EVERY },
    rule_files: [join(PROMETHEUS, 'alerts.yaml')],
    scrape_configs: [{ ...scrape, static_configs: [{ targets: [target] }] }],
  });
  await writeFile(config, text);
  return config;
};

/**
 * What watches a platform, as in `infra/`: the Collector with its own settings, Prometheus with our alerts behind it. Where Jaeger would be
 * stands a second Collector, which hands the spans on to a receiver that the test reads.
 */
export class Watching {
  readonly collector: Collector;
  readonly #sink: Collector;
  readonly #prometheus: Prometheus;
  readonly #directory: string;

  private constructor(collector: Collector, sink: Collector, prometheus: Prometheus, directory: string) {
    this.collector = collector;
    this.#sink = sink;
    this.#prometheus = prometheus;
    this.#directory = directory;
  }

  static async start(receiver: OtlpReceiver): Promise<Watching> {
    const directory = await mkdtemp(join(tmpdir(), 'jiangong-watching-'));
    const folder = async (name: string): Promise<string> => {
      await mkdir(join(directory, name));
      return join(directory, name);
    };
    const sink = await startCollector({
      config: join(import.meta.dirname, 'span-sink.yaml'),
      listens: [SINK],
      environment: { SINK_TO: receiver.endpoint },
      directory: await folder('sink'),
    });
    const collector = await startCollector({
      config: join(INFRA, 'otel/collector.yaml'),
      listens: [OTLP, METRICS],
      environment: { COLLECTOR_TRACES_TO: sink.address(SINK) },
      directory: await folder('collector'),
    });
    const prometheus = await startPrometheus({
      config: await prometheusSettings(collector.address(METRICS), directory),
      directory: await folder('prometheus'),
    });
    return new Watching(collector, sink, prometheus, directory);
  }

  /** Where the platform sends its telemetry: OTLP over HTTP. */
  get otlp(): string {
    return `http://${this.collector.address(OTLP)}`;
  }

  /** What a platform is told, to send there soon and by the protocol that it uses when nothing is said. */
  get environment(): Readonly<Record<string, string>> {
    return {
      OTEL_EXPORTER_OTLP_ENDPOINT: this.otlp,
      OTEL_EXPORTER_OTLP_PROTOCOL: 'http/protobuf',
      OTEL_EXPORTER_OTLP_TIMEOUT: '2000',
    };
  }

  /** The metrics as Prometheus scrapes them; `accept`: what a scraper says that it takes. */
  async exposed(accept = 'text/plain'): Promise<string> {
    const answer = await fetch(`http://${this.collector.address(METRICS)}/metrics`, { headers: { accept } });
    return answer.text();
  }

  /** The present value of an expression. Throws with Prometheus' own words where it takes no such expression. */
  async ask(expr: string): Promise<readonly Sample[]> {
    const answer = await fetch(`${this.#prometheus.origin}/api/v1/query?query=${encodeURIComponent(expr)}`);
    const { status, error, data } = (await answer.json()) as Answer;
    if (status !== 'success' || data.resultType !== 'vector') throw new Error(error ?? `no vector: ${data.resultType}`);
    return data.result.map(({ metric, value }) => ({ labels: metric, value: Number(value[1]) }));
  }

  /** How Prometheus fares with our alerts. */
  async rules(): Promise<readonly RuleHealth[]> {
    const answer = await fetch(`${this.#prometheus.origin}/api/v1/rules`);
    const { data } = (await answer.json()) as { data: { groups: readonly { rules: readonly RuleHealth[] }[] } };
    return data.groups.flatMap(({ rules }) => rules);
  }

  async stop(): Promise<void> {
    await Promise.all([this.collector.stop(), this.#sink.stop(), this.#prometheus.stop()]);
    await rm(this.#directory, { recursive: true, force: true });
  }
}
