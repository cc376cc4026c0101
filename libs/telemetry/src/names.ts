/**
 * Every span, metric and attribute name that Jiangong emits itself. Where the OpenTelemetry semantic conventions have a name it is
 * theirs (`http.*`, `rpc.*`, `messaging.*`, `process.*`, `nodejs.*`, `v8js.*`); the rest begins with `jiangong.`. Spans of HTTP and RPC
 * are named after the route's pattern and the method, as those conventions say. No name here carries a person: ids of things,
 * reasons, counts and codes only.
 */
export const attributeNames = {
  httpMethod: 'http.request.method',
  /** The pattern, never the address: that would hold ids. */
  httpRoute: 'http.route',
  httpStatus: 'http.response.status_code',
  rpcSystem: 'rpc.system.name',
  rpcMethod: 'rpc.method',
  outcome: 'jiangong.outcome',
  refusal: 'jiangong.refusal.reason',
  errorType: 'error.type',
  /** The context that owns a stream; never the stream itself, which may end with a person's id. */
  stream: 'jiangong.event.stream_context',
  eventType: 'jiangong.event.type',
  eventTypes: 'jiangong.event.types',
  /** The ids of the events that a span stored or took: from the trace to the log. The event's traceparent leads back. */
  eventIds: 'jiangong.event.ids',
  eventCount: 'jiangong.event.count',
  reader: 'jiangong.reader',
  correlation: 'jiangong.correlation_id',
  position: 'jiangong.log.position',
  moment: 'jiangong.moment',
  template: 'jiangong.notification.template',
  channel: 'jiangong.notification.channel',
  recipientCount: 'jiangong.notification.recipients',
  dbSystem: 'db.system.name',
  messagingSystem: 'messaging.system',
  messagingOperation: 'messaging.operation.name',
  messagingDestination: 'messaging.destination.name',
  messagingPartition: 'messaging.destination.partition.id',
} as const;

export const spanNames = {
  /** One order on one stream: load, decide, append. Its traceparent is what the events keep. */
  decide: 'jiangong.command.decide',
  /** One stream read from the event log. */
  readStream: 'jiangong.event_log.read',
  /** One append to the event log; carries the ids of its events. */
  append: 'jiangong.event_log.append',
  /** One private event turned into public facts. */
  translate: 'jiangong.public_fact.translate',
  /** One public fact handed to the broker, until it is acknowledged. */
  produce: 'jiangong.public_fact.produce',
  /** One public fact taken from the broker, until it stands in the inbox. */
  consume: 'jiangong.public_fact.consume',
  /** One event applied to a read model that changed rows. */
  apply: 'jiangong.read_model.apply',
  /** One question of the gateway to what several gateways share (Redis); which key, and what was answered, is not told. */
  sharedMemory: 'jiangong.gateway.shared_memory',
  /** One public fact worked on by a process manager. */
  process: 'jiangong.process.handle',
  /** One due moment turned into orders. */
  moment: 'jiangong.scheduler.moment',
  /** The sheets of a round opened and counted. */
  tally: 'jiangong.evaluation.tally',
  /** One message asked for: who is to know what. */
  notify: 'jiangong.notification.request',
  /** One message handed over to its channel. */
  deliver: 'jiangong.notification.deliver',
  /** One letter tried at the mail server. */
  send: 'jiangong.notification.send',
} as const;

export const metricNames = {
  /** Rate, errors (by outcome) and duration of the requests that a service answers. */
  callDuration: 'rpc.server.call.duration',
  /** The same as the gateway sees it. */
  clientCallDuration: 'rpc.client.call.duration',
  /** Rate, errors and duration of HTTP requests by route. */
  requestDuration: 'http.server.request.duration',
  /** HTTP requests being worked on. */
  requestsInFlight: 'http.server.active_requests',
  /** RPCs being worked on; at most `CALLS_IN_FLIGHT_MAX`. */
  callsInFlight: 'jiangong.call.in_flight',
  /** One append, from the order to the durable answer, its wait in the queue included. */
  appendDuration: 'jiangong.event_log.append.duration',
  /** Appends that went into the log with one call. */
  appendBatchSize: 'jiangong.event_log.append.batch_size',
  /** Appends waiting for a call, looked at whenever one goes out. */
  appendQueue: 'jiangong.event_log.append.queue',
  /** How long the oldest event that a reader has not taken has waited. */
  readerLag: 'jiangong.read_model.lag',
  /** Events that a reader has parked. */
  parkedEvents: 'jiangong.read_model.parked',
  /** Facts handed to the broker and acknowledged, watermarks included. */
  sentMessages: 'messaging.client.sent.messages',
  /** Records taken from the broker, repeats included. */
  consumedMessages: 'messaging.client.consumed.messages',
  /** How long the oldest fact has waited to be sent to the broker; only where this process holds the relay, or nobody can look. */
  relayLag: 'jiangong.relay.lag',
  /** Positions that are told and not yet sent. */
  relayPending: 'jiangong.relay.pending',
  /** By context: how long something that is known to be in its topic has not been taken. */
  inboxLag: 'jiangong.inbox.lag',
  /** By context: partitions of which nothing is taken, because a record is missing or came with another content. */
  inboxStopped: 'jiangong.inbox.stopped',
  /** Moments that have passed and are not yet acted on. */
  dueMoments: 'jiangong.scheduler.due',
  /** One tally: the sheets opened, counted and stored. */
  tallyDuration: 'jiangong.evaluation.tally.duration',
  /** Messages handed over, by channel. */
  delivered: 'jiangong.notification.delivered',
  /** Tries of what leaves the platform, by channel and by what became of them. */
  deliveryTries: 'jiangong.notification.delivery_tries',
  /** Who listens to live changes. */
  liveListeners: 'jiangong.live.listeners.active',
  /** 1 while what several gateways share is away and each works on its own; only with Redis. */
  sharedMemoryAway: 'jiangong.gateway.shared_memory.away',
  /** Requests that wait for their turn. */
  requestsWaiting: 'jiangong.gateway.requests.waiting',
  /** Free bytes where the evidence files are. */
  evidenceFree: 'jiangong.evidence.free',
  /** Until the certificate that this process shows is no longer valid; only with mTLS. */
  certificateRemaining: 'jiangong.tls.certificate.remaining',
  /** Spans that the collector did not take; told when it is back. */
  lostSpans: 'jiangong.telemetry.lost_spans',
  /** Resident memory of the process. */
  memory: 'process.memory.usage',
  /** Objects on V8's heap. */
  heapUsed: 'v8js.memory.heap.used',
  /** How late the event loop was, the worst hundredth since the last reading. */
  eventLoopDelay: 'nodejs.eventloop.delay.p99',
  /** Since the process started. */
  uptime: 'process.uptime',
} as const;

export type MetricKey = keyof typeof metricNames;

/** How a metric is measured, with its unit in UCUM as the semantic conventions write them. */
export type MetricShape = Readonly<{ kind: 'histogram' | 'gauge' | 'counter'; unit: string }>;

const seconds = { kind: 'histogram', unit: 's' } as const;
const gaugeOf = (unit: string): MetricShape => ({ kind: 'gauge', unit });

export const metricShapes: Readonly<Record<MetricKey, MetricShape>> = {
  callDuration: seconds,
  clientCallDuration: seconds,
  requestDuration: seconds,
  requestsInFlight: gaugeOf('{request}'),
  callsInFlight: gaugeOf('{call}'),
  appendDuration: seconds,
  appendBatchSize: { kind: 'histogram', unit: '{append}' },
  appendQueue: { kind: 'histogram', unit: '{append}' },
  readerLag: gaugeOf('s'),
  parkedEvents: gaugeOf('{event}'),
  sentMessages: { kind: 'counter', unit: '{message}' },
  consumedMessages: { kind: 'counter', unit: '{message}' },
  relayLag: gaugeOf('s'),
  relayPending: gaugeOf('{position}'),
  inboxLag: gaugeOf('s'),
  inboxStopped: gaugeOf('{partition}'),
  dueMoments: gaugeOf('{moment}'),
  tallyDuration: seconds,
  delivered: { kind: 'counter', unit: '{message}' },
  deliveryTries: { kind: 'counter', unit: '{try}' },
  liveListeners: gaugeOf('{listener}'),
  sharedMemoryAway: gaugeOf('1'),
  requestsWaiting: gaugeOf('{request}'),
  evidenceFree: gaugeOf('By'),
  certificateRemaining: gaugeOf('s'),
  lostSpans: { kind: 'counter', unit: '{span}' },
  memory: gaugeOf('By'),
  heapUsed: gaugeOf('By'),
  eventLoopDelay: gaugeOf('s'),
  uptime: gaugeOf('s'),
};
