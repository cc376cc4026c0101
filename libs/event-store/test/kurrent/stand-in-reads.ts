import { once } from 'node:events';
import type { ServerWritableStream } from '@grpc/grpc-js';
import streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import type { StandInEvent, StandInLog } from './stand-in-log.ts';
import { checkpointAt, nameOf, notFound, readEventOf } from './stand-in-messages.ts';

type ReadReq = InstanceType<typeof streams.ReadReq>;
type ReadResp = InstanceType<typeof streams.ReadResp>;
type ReadOptions = InstanceType<typeof streams.ReadReq.Options>;
export type ReadCall = ServerWritableStream<ReadReq, ReadResp>;

const write = async (call: ReadCall, message: ReadResp): Promise<void> => {
  if (call.write(message)) return;
  const heard = new AbortController();
  await Promise.race([
    once(call, 'drain', { signal: heard.signal }),
    once(call, 'cancelled', { signal: heard.signal }),
  ]);
  heard.abort();
};

const passes = (event: StandInEvent, options: ReadOptions): boolean => {
  const filter = options.getFilter();
  if (!filter) return true;
  const expression = filter.hasStreamIdentifier() ? filter.getStreamIdentifier() : filter.getEventType();
  const text = filter.hasStreamIdentifier() ? event.stream : event.type;
  const prefixes = expression?.getPrefixList() ?? [];
  const regex = expression?.getRegex() ?? '';
  return regex === '' ? prefixes.some((prefix) => text.startsWith(prefix)) : new RegExp(regex, 'u').test(text);
};

/** A read of one stream, in either direction. */
export const readStream = async (call: ReadCall, log: StandInLog, options: ReadOptions): Promise<void> => {
  const name = nameOf(options.getStream()?.getStreamIdentifier());
  const events = log.stream(name);
  if (events.length === 0) return write(call, notFound(name));
  const backwards = options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS;
  const at = options.getStream()?.hasRevision()
    ? BigInt(options.getStream()?.getRevision() ?? '0')
    : options.getStream()?.hasEnd()
      ? BigInt(events.length - 1)
      : 0n;
  const wanted = backwards
    ? events.filter(({ revision }) => revision <= at).toReversed()
    : events.filter(({ revision }) => revision >= at);
  for (const event of wanted.slice(0, Number(options.getCount()))) await write(call, readEventOf(event, options));
};

/** A read of $all forwards: the place it begins at is included, and the filter does not count. */
export const readAll = async (call: ReadCall, log: StandInLog, options: ReadOptions): Promise<void> => {
  const from = options.getAll()?.hasPosition()
    ? BigInt(options.getAll()?.getPosition()?.getCommitPosition() ?? '0')
    : 0n;
  const wanted = log.all.filter((event) => event.at >= from && passes(event, options));
  for (const event of wanted.slice(0, Number(options.getCount()))) await write(call, readEventOf(event, options));
};

/** A subscription to $all: confirmation; events behind the place; a checkpoint after each window without one; then live. */
export const subscribe = async (call: ReadCall, log: StandInLog, options: ReadOptions): Promise<void> => {
  const confirmation = new streams.ReadResp.SubscriptionConfirmation();
  confirmation.setSubscriptionId('stand-in');
  const first = new streams.ReadResp();
  first.setConfirmation(confirmation);
  await write(call, first);
  const window = (options.getFilter()?.getMax() ?? 32) * (options.getFilter()?.getCheckpointintervalmultiplier() ?? 1);
  let after = options.getAll()?.hasPosition()
    ? BigInt(options.getAll()?.getPosition()?.getCommitPosition() ?? '0')
    : -1n;
  let looked = 0;
  let wake: () => void = () => undefined;
  const forget = log.onGrown(() => wake());
  call.on('cancelled', () => wake());
  while (!call.cancelled) {
    const index = log.all.findIndex(({ at }) => at > after);
    const event = index < 0 ? undefined : log.all[index];
    if (!event) {
      const caughtUp = new streams.ReadResp();
      caughtUp.setCaughtUp(new streams.ReadResp.CaughtUp());
      await write(call, caughtUp);
      if (log.all.at(-1)?.at !== after && log.all.length > 0) continue;
      await new Promise<void>((resolve) => (wake = resolve));
      continue;
    }
    after = event.at;
    looked += 1;
    if (passes(event, options)) await write(call, readEventOf(event, options));
    else if (looked % window === 0) await write(call, checkpointAt(after));
  }
  forget();
};
