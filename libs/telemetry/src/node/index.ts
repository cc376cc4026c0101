export { createLogger, type LoggerOptions, type LogLevel } from './create-logger.ts';
export { beginSpan, continueSpan, failSpan, inSpan, inSpanSync, type SpanOptions, withSpan } from './in-span.ts';
export {
  COUNT_BOUNDS,
  type Counter,
  counterOf,
  DURATION_BOUNDS_S,
  type GaugeByName,
  gaugeOf,
  type Histogram,
  histogramOf,
  type MetricName,
  observeGauge,
} from './instruments.ts';
export { logFatalErrors } from './log-fatal-errors.ts';
export { observeProcess } from './process-metrics.ts';
export {
  type KeptSpan,
  RecentSpans,
  recentSpans,
  SPANS_KEPT_MAX,
  SPANS_KEPT_MS_MAX,
  type SpanQuestion,
} from './recent-spans.ts';
export { type Outcome, type RedMetrics, redMetrics, rpcAttributes } from './red-metrics.ts';
export {
  entryTraceparent,
  OTLP_ENDPOINT_VARIABLE,
  startTelemetry,
  stopTelemetry,
  type Telemetry,
  TELEMETRY_STOP_MS,
  traceHere,
} from './start-telemetry.ts';
export { isTracedStill, TRACED_AGE_MS_MAX } from './trace-age.ts';
export { isLeftOut, TraceLimit, TRACES_PER_SECOND_MAX } from './trace-limit.ts';
export { activeTraceparent, currentTraceparent, traceparentOf, withTraceparent } from './trace-context.ts';
