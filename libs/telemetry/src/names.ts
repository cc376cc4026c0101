/**
 * Every span, metric and attribute name that Jiangong emits itself (instrumentations of libraries bring their own, by the
 * OpenTelemetry semantic conventions). No name here carries a person: ids of things, reasons, counts and codes only.
 */
export const attributeNames = {
  service: 'service.name',
  rpcSystem: 'rpc.system.name',
  rpcMethod: 'rpc.method',
  outcome: 'jiangong.outcome',
  refusal: 'jiangong.refusal.reason',
  errorType: 'error.type',
  stream: 'jiangong.event.stream_context',
  eventType: 'jiangong.event.type',
  reader: 'jiangong.reader',
  correlation: 'jiangong.correlation_id',
  position: 'jiangong.log.position',
  moment: 'jiangong.moment',
  restarts: 'jiangong.supervisor.restarts',
} as const;

export const spanNames = {
  /** One RPC as the host sees it, from admission to answer. */
  call: 'jiangong.call',
  /** One page of events applied by a reader. */
  applyPage: 'jiangong.read_model.apply',
  /** One append to the event log. */
  append: 'jiangong.event_log.append',
  /** One public fact worked on by a process manager. */
  process: 'jiangong.process.handle',
  /** One due moment turned into orders. */
  moment: 'jiangong.scheduler.moment',
} as const;

export const metricNames = {
  /** Histogram, seconds: rate, errors (by outcome) and duration of RPCs. */
  callDuration: 'jiangong.call.duration',
  /** Up-down counter: RPCs being worked on. */
  callsInFlight: 'jiangong.call.in_flight',
  /** Histogram, seconds: one append, from the order to the durable answer. */
  appendDuration: 'jiangong.event_log.append.duration',
  /** Gauge, seconds: how far a reader is behind the log. */
  readerLag: 'jiangong.read_model.lag',
  /** Gauge, events: how many events a reader has parked. */
  parkedEvents: 'jiangong.read_model.parked',
  /** Histogram, seconds: one HTTP request at the gateway. */
  requestDuration: 'jiangong.gateway.request.duration',
} as const;
