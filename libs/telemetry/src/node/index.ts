export { createLogger, type LoggerOptions, type LogLevel } from './create-logger.ts';
export { inSpan, type SpanOptions } from './in-span.ts';
export { logFatalErrors } from './log-fatal-errors.ts';
export { DURATION_BOUNDS_S, observeGauge, type Outcome, type RedMetrics, redMetrics } from './red-metrics.ts';
export { OTLP_ENDPOINT_VARIABLE, startTelemetry, stopTelemetry, type Telemetry, TELEMETRY_STOP_MS } from './start-telemetry.ts';
export { activeTraceparent, currentTraceparent, withTraceparent } from './trace-context.ts';
