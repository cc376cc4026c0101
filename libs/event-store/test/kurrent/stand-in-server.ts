import {
  Metadata,
  Server,
  ServerCredentials,
  type sendUnaryData,
  type ServerDuplexStream,
  type ServerReadableStream,
  type ServerUnaryCall,
  status,
} from '@grpc/grpc-js';
import gossipService from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/gossip_grpc_pb.js';
import gossip from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/gossip_pb.js';
import featuresService from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_grpc_pb.js';
import features from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_pb.js';
import shared from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb.js';
import streamsService from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_grpc_pb.js';
import streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import type { ExpectedState, ProposedEvent, StandInLog, WriteOutcome } from './stand-in-log.ts';
import { batchError, identifierOf, nameOf, proposedOf } from './stand-in-messages.ts';
import { type ReadCall, readAll, readStream, subscribe } from './stand-in-reads.ts';

type BatchCall = ServerDuplexStream<
  InstanceType<typeof streams.BatchAppendReq>,
  InstanceType<typeof streams.BatchAppendResp>
>;
type AppendCall = ServerReadableStream<InstanceType<typeof streams.AppendReq>, InstanceType<typeof streams.AppendResp>>;

export type StandInOptions = Readonly<{
  log: StandInLog;
  port?: number;
  /** Whether the server says that it knows the batch append: the client then uses it. */
  batchAppend?: boolean;
  credentials?: ServerCredentials;
  /** The ports of the cluster's nodes, the leader's first; absent: this node alone. */
  cluster?: () => readonly number[];
  /** Answers to appends are held until this resolves; the events are stored before. */
  answerAfter?: () => Promise<void>;
}>;

export type StandIn = Readonly<{ port: number; calls: string[]; kill: () => void }>;

const refused = (code: status, exception: string): Error => {
  const metadata = new Metadata();
  metadata.set('exception', exception);
  return Object.assign(new Error(exception), { code, details: exception, metadata });
};

const expectedOf = (
  options: { hasNoStream(): boolean; hasAny(): boolean; hasStreamExists(): boolean },
  revision: string,
): ExpectedState =>
  options.hasNoStream()
    ? 'no_stream'
    : options.hasAny()
      ? 'any'
      : options.hasStreamExists()
        ? 'stream_exists'
        : BigInt(revision);

/** Whether a node that does not lead was asked for something that the leader alone may answer; it says who leads, as a node does. */
const turnedAway = (
  call: ServerUnaryCall<unknown, unknown> | ReadCall | BatchCall | AppendCall,
  port: number,
  { cluster }: StandInOptions,
): Error | undefined => {
  const leader = cluster?.()[0] ?? port;
  if (leader === port || call.metadata.get('requires-leader')[0] !== 'true') return undefined;
  const error = refused(status.NOT_FOUND, 'not-leader') as Error & { metadata: Metadata };
  error.metadata.set('leader-endpoint-host', '127.0.0.1');
  error.metadata.set('leader-endpoint-port', String(leader));
  return error;
};

const batchAppend = (call: BatchCall, port: number, options: StandInOptions): void => {
  const { log, answerAfter } = options;
  const pending = new Map<string, { stream: string; expected: ExpectedState; events: ProposedEvent[] }>();
  call.on('data', (request: InstanceType<typeof streams.BatchAppendReq>) => {
    const away = turnedAway(call, port, options);
    if (away) return void call.emit('error', away);
    const id = request.getCorrelationId()?.getString() ?? '';
    const asked = request.getOptions();
    if (asked)
      pending.set(id, {
        stream: nameOf(asked.getStreamIdentifier()),
        expected: expectedOf(asked, asked.getStreamPosition()),
        events: [],
      });
    const append = pending.get(id);
    if (!append) return;
    append.events.push(...request.getProposedMessagesList().map(proposedOf));
    if (!request.getIsFinal()) return;
    pending.delete(id);
    const outcome = log.write(append.stream, append.expected, append.events);
    const response = new streams.BatchAppendResp();
    response.setCorrelationId(request.getCorrelationId());
    response.setStreamIdentifier(identifierOf(append.stream));
    if (outcome.kind === 'written') {
      const success = new streams.BatchAppendResp.Success();
      success.setCurrentRevision(outcome.revision.toString());
      const place = new shared.AllStreamPosition();
      place.setCommitPosition(outcome.at.toString());
      place.setPreparePosition(outcome.at.toString());
      success.setPosition(place);
      response.setSuccess(success);
    } else response.setError(batchError(outcome));
    void (answerAfter?.() ?? Promise.resolve()).then(() => call.write(response));
  });
  call.on('end', () => call.end());
};

const unaryAnswer = (
  outcome: Exclude<WriteOutcome, { kind: 'too-large' }>,
): InstanceType<typeof streams.AppendResp> => {
  const response = new streams.AppendResp();
  if (outcome.kind === 'written') {
    const success = new streams.AppendResp.Success();
    success.setCurrentRevision(outcome.revision.toString());
    response.setSuccess(success);
    return response;
  }
  const wrong = new streams.AppendResp.WrongExpectedVersion();
  if (outcome.actual === 'no_stream') wrong.setCurrentNoStream(new shared.Empty());
  else wrong.setCurrentRevision(outcome.actual.toString());
  response.setWrongExpectedVersion(wrong);
  return response;
};

const append = (
  call: AppendCall,
  answer: sendUnaryData<InstanceType<typeof streams.AppendResp>>,
  { log, answerAfter }: StandInOptions,
): void => {
  let stream = '';
  let expected: ExpectedState = 'any';
  const events: ProposedEvent[] = [];
  call.on('data', (request: InstanceType<typeof streams.AppendReq>) => {
    const options = request.getOptions();
    const message = request.getProposedMessage();
    if (options)
      [stream, expected] = [nameOf(options.getStreamIdentifier()), expectedOf(options, options.getRevision())];
    if (message) events.push(proposedOf(message));
  });
  call.on('end', () => {
    const outcome = log.write(stream, expected, events);
    if (outcome.kind === 'too-large') {
      const error = refused(status.INVALID_ARGUMENT, 'maximum-append-size-exceeded') as Error & { metadata: Metadata };
      error.metadata.set('maximum-append-size', String(outcome.limit));
      return answer(error);
    }
    void (answerAfter?.() ?? Promise.resolve()).then(() => answer(null, unaryAnswer(outcome)));
  });
};

const membersOf = (ports: readonly number[]): InstanceType<typeof gossip.ClusterInfo> => {
  const info = new gossip.ClusterInfo();
  info.setMembersList(
    ports.map((port, index) => {
      const address = new gossip.EndPoint();
      address.setAddress('127.0.0.1');
      address.setPort(port);
      const member = new gossip.MemberInfo();
      const id = new shared.UUID();
      id.setString(`00000000-0000-4000-8000-${String(port).padStart(12, '0')}`);
      member.setInstanceId(id);
      member.setState(index === 0 ? gossip.MemberInfo.VNodeState.LEADER : gossip.MemberInfo.VNodeState.FOLLOWER);
      member.setIsAlive(true);
      member.setHttpEndPoint(address);
      return member;
    }),
  );
  return info;
};

const supported = (batch: boolean): InstanceType<typeof features.SupportedMethods> => {
  const answer = new features.SupportedMethods();
  answer.setEventStoreServerVersion('25.1.0');
  const names = ['read', 'append', 'delete', 'tombstone', ...(batch ? ['batchappend'] : [])];
  answer.setMethodsList(
    names.map((name) => {
      const method = new features.SupportedMethod();
      method.setServiceName('event_store.client.streams.streams');
      method.setMethodName(name);
      return method;
    }),
  );
  return answer;
};

/** Our stand-in for a KurrentDB node, for tests: the calls that the adapter's client makes, over real gRPC, from the client's own protos. */
export const startStandIn = async (options: StandInOptions): Promise<StandIn> => {
  const {
    log,
    batchAppend: batch = true,
    credentials = ServerCredentials.createInsecure(),
    port: wanted = 0,
  } = options;
  const calls: string[] = [];
  let port = wanted;
  const server = new Server({ 'grpc.max_receive_message_length': 17 * 1024 * 1024 });
  server.addService(featuresService.ServerFeaturesService, {
    getSupportedMethods: (_: ServerUnaryCall<unknown, unknown>, answer: sendUnaryData<unknown>) =>
      answer(null, supported(batch)),
  });
  server.addService(gossipService.GossipService, {
    read: (_: ServerUnaryCall<unknown, unknown>, answer: sendUnaryData<unknown>) =>
      answer(null, membersOf(options.cluster?.() ?? [port])),
  });
  server.addService(streamsService.StreamsService, {
    read: (call: ReadCall) => {
      const away = turnedAway(call, port, options);
      if (away) return void call.emit('error', away);
      const read = call.request.getOptions();
      if (!read) return void call.emit('error', refused(status.INVALID_ARGUMENT, 'no options'));
      const how = read.hasSubscription() ? subscribe : read.hasAll() ? readAll : readStream;
      calls.push(how.name);
      return void how(call, log, read).then(() => call.end());
    },
    append: (call: AppendCall, answer: sendUnaryData<InstanceType<typeof streams.AppendResp>>) => {
      calls.push('append');
      const away = turnedAway(call, port, options);
      if (away) answer(away);
      else append(call, answer, options);
    },
    batchAppend: (call: BatchCall) => {
      calls.push('batchAppend');
      batchAppend(call, port, options);
    },
    delete: (_: unknown, answer: sendUnaryData<unknown>) => answer(refused(status.UNIMPLEMENTED, 'not here')),
    tombstone: (_: unknown, answer: sendUnaryData<unknown>) => answer(refused(status.UNIMPLEMENTED, 'not here')),
  });
  port = await new Promise<number>((resolve, reject) =>
    server.bindAsync(`127.0.0.1:${wanted}`, credentials, (error, bound) => (error ? reject(error) : resolve(bound))),
  );
  return { port, calls, kill: () => server.forceShutdown() };
};
