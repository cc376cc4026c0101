export { describeError, type DescribedError, ERROR_CAUSES_MAX, ERROR_MESSAGE_CHARS_MAX } from './describe-error.ts';
export { type LogFields, type Logger, silentLogger } from './logger.ts';
export { attributeNames, type MetricKey, metricNames, type MetricShape, metricShapes, spanNames } from './names.ts';
export {
  childTraceparent,
  formatTraceparent,
  newTraceparent,
  parseTraceparent,
  type TraceContext,
} from './traceparent.ts';
