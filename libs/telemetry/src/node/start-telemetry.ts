import { register } from 'node:module';
import { context, propagation, trace } from '@opentelemetry/api';
import type { SpanExporter } from '@opentelemetry/sdk-trace';
import { createLogger } from './create-logger.ts';
import { recentSpans } from './recent-spans.ts';
import { TellLostSpans } from './tell-lost-spans.ts';
import { limitTraces, TraceLimit } from './trace-limit.ts';
import { withoutMessages } from './without-messages.ts';

/** Set: traces and metrics go there by OTLP over HTTP, and the SDK's other OTEL_* variables apply. Not set: nothing leaves. */
export const OTLP_ENDPOINT_VARIABLE = 'OTEL_EXPORTER_OTLP_ENDPOINT';

/** How long the last spans may take to leave when a process stops. */
export const TELEMETRY_STOP_MS = 2_000;

export type Telemetry = Readonly<{ running: boolean; stop(): Promise<void> }>;

const off: Telemetry = { running: false, stop: async () => undefined };

let running: Telemetry = off;
const limit = new TraceLimit();

/** Sends what is still held and stops, within `TELEMETRY_STOP_MS`; at once when nothing is sent. For the host's last step. */
export const stopTelemetry = (): Promise<void> => running.stop();

/**
 * Where a request of an outsider comes in: the traceparent that its span continues, null for a trace of its own. Without a collector our
 * own limit decides what is recorded; with one, the sampler of its OTEL_* variables.
 */
export const entryTraceparent = (given: string | undefined): string | null =>
  running.running ? (given ?? null) : limit.entry(given);

/** As the log calls it. */
const serviceOf = ({ OTEL_SERVICE_NAME = 'unknown' }: NodeJS.ProcessEnv): string =>
  OTEL_SERVICE_NAME.replace(/^jiangong-/, '');

/** `http/protobuf`, which is the default, or `http/json`. */
const traceExporter = async (protocol: string | undefined): Promise<SpanExporter> =>
  protocol === 'http/json'
    ? new (await import('@opentelemetry/exporter-trace-otlp-http')).OTLPTraceExporter()
    : new (await import('@opentelemetry/exporter-trace-otlp-proto')).OTLPTraceExporter();

/**
 * Starts the OpenTelemetry SDK when an endpoint is configured. Must run before the instrumented modules are imported
 * (`node --import @jiangong/telemetry/register`): under ESM only modules loaded after the hook is registered give spans.
 */
export const startTelemetry = async (environment: NodeJS.ProcessEnv): Promise<Telemetry> => {
  if (!environment[OTLP_ENDPOINT_VARIABLE]) return off;
  // Only what is instrumented: the hook would else wrap every module of the process.
  register('@opentelemetry/instrumentation/hook.mjs', import.meta.url, { data: { include: ['pg', 'pg-pool'] } });
  const [{ NodeSDK }, { BatchSpanProcessor }, { PgInstrumentation }, { envDetector, serviceInstanceIdDetector }] =
    await Promise.all([
      import('@opentelemetry/sdk-node'),
      import('@opentelemetry/sdk-trace'),
      import('@opentelemetry/instrumentation-pg'),
      import('@opentelemetry/resources'),
    ]);
  const log = createLogger({ service: serviceOf(environment), level: 'info' });
  const exporter = new TellLostSpans(
    withoutMessages(await traceExporter(environment['OTEL_EXPORTER_OTLP_PROTOCOL'])),
    log,
  );
  const sdk = new NodeSDK({
    // Without the host's and the process's detectors: command lines and users' names are nobody's business. Each process has an id of its own:
    // without it the series of two replicas would be one, which jumps between them.
    resourceDetectors: [serviceInstanceIdDetector, envDetector],
    spanProcessors: [recentSpans, new BatchSpanProcessor({ exporter })],
    // Parameters hold personal data: the enhanced reporting that would add them stays off.
    instrumentations: [new PgInstrumentation({ requireParentSpan: true, enhancedDatabaseReporting: false })],
  });
  sdk.start();
  running = {
    running: true,
    stop: async () => {
      const late = new Promise<void>((resolve) => {
        setTimeout(resolve, TELEMETRY_STOP_MS).unref();
      });
      // A collector that takes nothing is no reason for a service to end badly.
      const ended = sdk.shutdown().catch((err: unknown) => log.warn({ err }, 'the last telemetry did not leave'));
      await Promise.race([ended, late]);
    },
  };
  return running;
};

/**
 * Lets this process trace without a collector: its last spans are kept in memory for the operations pages (`recentSpans`). Does
 * nothing where the SDK runs, which keeps them as well. Called by a host before anything else of it starts.
 */
export const traceHere = async (): Promise<void> => {
  if (running.running) return;
  const [
    { ParentBasedSampler, SamplingDecision, TracerProvider },
    { AsyncLocalStorageContextManager },
    { W3CTraceContextPropagator },
  ] = await Promise.all([
    import('@opentelemetry/sdk-trace'),
    import('@opentelemetry/context-async-hooks'),
    import('@opentelemetry/core'),
  ]);
  const root = {
    shouldSample: () => ({
      decision: limit.take() ? SamplingDecision.RECORD_AND_SAMPLED : SamplingDecision.NOT_RECORD,
    }),
  };
  limitTraces();
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  trace.setGlobalTracerProvider(
    new TracerProvider({ sampler: new ParentBasedSampler({ root }), spanProcessors: [recentSpans] }),
  );
};
