import { register } from 'node:module';

/** Set: traces and metrics go there by OTLP, and all other OTEL_* variables of the SDK apply. Not set: nothing is loaded. */
export const OTLP_ENDPOINT_VARIABLE = 'OTEL_EXPORTER_OTLP_ENDPOINT';

/** How long the last spans may take to leave when a process stops. */
export const TELEMETRY_STOP_MS = 2_000;

export type Telemetry = Readonly<{ running: boolean; stop(): Promise<void> }>;

const off: Telemetry = { running: false, stop: async () => undefined };

let running: Telemetry = off;

/** Sends what is still held and stops, within `TELEMETRY_STOP_MS`; at once when telemetry is off. For the host's last step. */
export const stopTelemetry = (): Promise<void> => running.stop();

/**
 * Starts the OpenTelemetry SDK when an endpoint is configured. Must run before the instrumented modules are imported
 * (`node --import @jiangong/telemetry/register`): under ESM only modules loaded after the hook is registered give spans.
 */
export const startTelemetry = async (environment: NodeJS.ProcessEnv): Promise<Telemetry> => {
  if (!environment[OTLP_ENDPOINT_VARIABLE]) return off;
  register('@opentelemetry/instrumentation/hook.mjs', import.meta.url);
  const [{ NodeSDK }, { GrpcInstrumentation }, { HttpInstrumentation }, { PgInstrumentation }] = await Promise.all([
    import('@opentelemetry/sdk-node'),
    import('@opentelemetry/instrumentation-grpc'),
    import('@opentelemetry/instrumentation-http'),
    import('@opentelemetry/instrumentation-pg'),
  ]);
  const sdk = new NodeSDK({
    instrumentations: [
      new HttpInstrumentation(),
      new GrpcInstrumentation(),
      // Parameters hold personal data: the enhanced reporting that would add them stays off.
      new PgInstrumentation({ requireParentSpan: true, enhancedDatabaseReporting: false }),
    ],
  });
  sdk.start();
  running = {
    running: true,
    stop: async () => {
      const late = new Promise<void>((resolve) => {
        setTimeout(resolve, TELEMETRY_STOP_MS).unref();
      });
      await Promise.race([sdk.shutdown(), late]);
    },
  };
  return running;
};
