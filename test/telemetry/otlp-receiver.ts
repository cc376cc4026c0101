import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';

/** A span as it came over the wire, its values as text. */
export type ReceivedSpan = Readonly<{
  service: string;
  traceId: string;
  spanId: string;
  /** Empty at the beginning of a trace. */
  parentSpanId: string;
  name: string;
  /** Milliseconds since 1970. */
  startedAt: number;
  endedAt: number;
  failed: boolean;
  attributes: Readonly<Record<string, string>>;
  /** As it came, for whoever wants to hand it on. */
  wire: WireSpan;
}>;

export type ReceivedMetric = Readonly<{
  service: string;
  name: string;
  unit: string;
  kind: 'histogram' | 'gauge' | 'counter' | 'unknown';
}>;

/** OTLP over HTTP as JSON (opentelemetry-proto 1.x), as far as it is looked at here. */
type AnyValue = Readonly<{ arrayValue?: Readonly<{ values?: readonly AnyValue[] }>; [kind: string]: unknown }>;
type KeyValue = Readonly<{ key: string; value: AnyValue }>;
type Resource = Readonly<{ attributes?: readonly KeyValue[] }>;
export type WireSpan = Readonly<{
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  startTimeUnixNano: string;
  endTimeUnixNano: string;
  attributes?: readonly KeyValue[];
  status?: Readonly<{ code?: number }>;
}>;
type WireMetric = Readonly<{ name: string; unit?: string; histogram?: unknown; gauge?: unknown; sum?: unknown }>;
type Traces = Readonly<{
  resourceSpans?: readonly Readonly<{
    resource?: Resource;
    scopeSpans?: readonly Readonly<{ spans?: readonly WireSpan[] }>[];
  }>[];
}>;
type Metrics = Readonly<{
  resourceMetrics?: readonly Readonly<{
    resource?: Resource;
    scopeMetrics?: readonly Readonly<{ metrics?: readonly WireMetric[] }>[];
  }>[];
}>;

const STATUS_ERROR = 2;
const NANOSECONDS = 1e6;

const textOf = ({ arrayValue, ...rest }: AnyValue): string =>
  arrayValue ? (arrayValue.values ?? []).map(textOf).join(',') : String(Object.values(rest)[0]);

const attributesOf = (given: readonly KeyValue[] = []): Readonly<Record<string, string>> =>
  Object.fromEntries(given.map(({ key, value }) => [key, textOf(value)]));

const serviceOf = (resource: Resource | undefined): string =>
  attributesOf(resource?.attributes)['service.name'] ?? 'unknown';

const spanOf = (service: string, wire: WireSpan): ReceivedSpan => ({
  service,
  traceId: wire.traceId,
  spanId: wire.spanId,
  parentSpanId: wire.parentSpanId ?? '',
  name: wire.name,
  startedAt: Number(wire.startTimeUnixNano) / NANOSECONDS,
  endedAt: Number(wire.endTimeUnixNano) / NANOSECONDS,
  failed: wire.status?.code === STATUS_ERROR,
  attributes: attributesOf(wire.attributes),
  wire,
});

/** The spans of one OTLP message. */
export const spansIn = (body: string): readonly ReceivedSpan[] =>
  ((JSON.parse(body) as Traces).resourceSpans ?? []).flatMap(({ resource, scopeSpans = [] }) =>
    scopeSpans.flatMap(({ spans = [] }) => spans.map((one) => spanOf(serviceOf(resource), one))),
  );

const metricOf = (service: string, { name, unit = '', histogram, gauge, sum }: WireMetric): ReceivedMetric => ({
  service,
  name,
  unit,
  kind: histogram ? 'histogram' : gauge ? 'gauge' : sum ? 'counter' : 'unknown',
});

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
};

/** A collector that keeps everything that it is sent. */
export class OtlpReceiver {
  readonly spans: ReceivedSpan[] = [];
  readonly metrics: ReceivedMetric[] = [];
  /** Every body, as it came. */
  readonly bodies: string[] = [];
  readonly #server: Server;
  endpoint = '';

  private constructor() {
    this.#server = createServer((request, response) => {
      bodyOf(request).then(
        (body) => {
          this.#take(request.url ?? '', body);
          response.setHeader('content-type', 'application/json').end('{}');
        },
        () => response.destroy(),
      );
    });
  }

  static async start(): Promise<OtlpReceiver> {
    const receiver = new OtlpReceiver();
    receiver.#server.listen(0, '127.0.0.1');
    await once(receiver.#server, 'listening');
    const address = receiver.#server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    receiver.endpoint = `http://127.0.0.1:${address.port}`;
    return receiver;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #take(path: string, body: string): void {
    this.bodies.push(body);
    if (path === '/v1/traces') this.spans.push(...spansIn(body));
    if (path === '/v1/metrics')
      for (const { resource, scopeMetrics = [] } of (JSON.parse(body) as Metrics).resourceMetrics ?? [])
        for (const { metrics = [] } of scopeMetrics)
          this.metrics.push(...metrics.map((one) => metricOf(serviceOf(resource), one)));
  }
}

/** What a platform needs in its environment to send everything there soon. */
export const telemetryTo = ({ endpoint }: OtlpReceiver): Readonly<Record<string, string>> => ({
  OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
  OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
  OTEL_BSP_SCHEDULE_DELAY: '200',
  OTEL_METRIC_EXPORT_INTERVAL: '2000',
  OTEL_METRIC_EXPORT_TIMEOUT: '1500',
});
