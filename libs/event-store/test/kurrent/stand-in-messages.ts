import shared from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb.js';
import status from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/status_pb.js';
import streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import any from 'google-protobuf/google/protobuf/any_pb.js';
import empty from 'google-protobuf/google/protobuf/empty_pb.js';
import type { ProposedEvent, StandInEvent, WriteOutcome } from './stand-in-log.ts';

type ReadOptions = InstanceType<typeof streams.ReadReq.Options>;
type Proposed = Pick<
  InstanceType<typeof streams.AppendReq.ProposedMessage>,
  'getId' | 'getMetadataMap' | 'getData_asU8' | 'getCustomMetadata_asU8'
>;
type Failed = Exclude<WriteOutcome, { kind: 'written' }>;

/** What a read of one stream says where the place in $all is not told: unsigned −1. */
const NO_PLACE = '18446744073709551615';

export const nameOf = (identifier: InstanceType<typeof shared.StreamIdentifier> | undefined): string =>
  Buffer.from(identifier?.getStreamName_asU8() ?? []).toString('utf8');

export const identifierOf = (name: string): InstanceType<typeof shared.StreamIdentifier> => {
  const identifier = new shared.StreamIdentifier();
  identifier.setStreamName(Buffer.from(name, 'utf8').toString('base64'));
  return identifier;
};

const uuidOf = (id: string, asText: boolean): InstanceType<typeof shared.UUID> => {
  const uuid = new shared.UUID();
  if (asText) {
    uuid.setString(id);
    return uuid;
  }
  const bytes = Buffer.from(id.replaceAll('-', ''), 'hex');
  const structured = new shared.UUID.Structured();
  structured.setMostSignificantBits(bytes.readBigInt64BE(0).toString());
  structured.setLeastSignificantBits(bytes.readBigInt64BE(8).toString());
  uuid.setStructured(structured);
  return uuid;
};

export const proposedOf = (message: Proposed): ProposedEvent => {
  const id = message.getId()?.getString();
  const type = message.getMetadataMap().get('type');
  const contentType = message.getMetadataMap().get('content-type');
  if (!id || !type || !contentType) throw new Error('the server wants an id, a type and a content type');
  return {
    id,
    type,
    isJson: contentType === 'application/json',
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
};

/** An event in an answer to a read; its place is told in reads of $all only. */
export const readEventOf = (event: StandInEvent, options: ReadOptions): InstanceType<typeof streams.ReadResp> => {
  const recorded = new streams.ReadResp.ReadEvent.RecordedEvent();
  recorded.setId(uuidOf(event.id, options.getUuidOption()?.hasString() ?? false));
  recorded.setStreamIdentifier(identifierOf(event.stream));
  recorded.setStreamRevision(event.revision.toString());
  const place = options.hasAll() ? event.at.toString() : NO_PLACE;
  recorded.setCommitPosition(place);
  recorded.setPreparePosition(place);
  recorded
    .getMetadataMap()
    .set('type', event.type)
    .set('content-type', event.isJson ? 'application/json' : 'application/octet-stream')
    .set('created', event.created.toString());
  recorded.setData(event.data);
  recorded.setCustomMetadata(event.metadata);
  const read = new streams.ReadResp.ReadEvent();
  read.setEvent(recorded);
  if (options.hasAll()) read.setCommitPosition(place);
  else read.setNoPosition(new shared.Empty());
  const response = new streams.ReadResp();
  response.setEvent(read);
  return response;
};

export const checkpointAt = (at: bigint): InstanceType<typeof streams.ReadResp> => {
  const checkpoint = new streams.ReadResp.Checkpoint();
  checkpoint.setCommitPosition(at.toString());
  checkpoint.setPreparePosition(at.toString());
  const response = new streams.ReadResp();
  response.setCheckpoint(checkpoint);
  return response;
};

export const notFound = (name: string): InstanceType<typeof streams.ReadResp> => {
  const missing = new streams.ReadResp.StreamNotFound();
  missing.setStreamIdentifier(identifierOf(name));
  const response = new streams.ReadResp();
  response.setStreamNotFound(missing);
  return response;
};

const detailsOf = (failed: Failed): Readonly<{ bytes: Uint8Array; type: string }> => {
  if (failed.kind === 'too-large') {
    const details = new shared.MaximumAppendSizeExceeded();
    details.setMaxappendsize(failed.limit);
    return { bytes: details.serializeBinary(), type: 'event_store.client.MaximumAppendSizeExceeded' };
  }
  const details = new shared.WrongExpectedVersion();
  if (failed.actual === 'no_stream') details.setCurrentNoStream(new empty.Empty());
  else details.setCurrentStreamRevision(failed.actual.toString());
  return { bytes: details.serializeBinary(), type: 'event_store.client.WrongExpectedVersion' };
};

/** How the batch append says no: a status with packed details. */
export const batchError = (failed: Failed): InstanceType<typeof status.Status> => {
  const { bytes, type } = detailsOf(failed);
  const packed = new any.Any();
  packed.pack(bytes, type);
  const error = new status.Status();
  error.setMessage(type.split('.').at(-1) ?? type);
  error.setDetails(packed);
  return error;
};
