import { type Handled, requestIdOf } from '@jiangong/event-store';
import type { ParkedEvent, Readers } from '@jiangong/read-models';
import type { CallContext } from '../call-context.ts';
import type { Ground } from '../ground.ts';
import { type BeginRepair, type RepairFact, repairDecider, type RepairRefusal } from './repairs.ts';

/** The stream of all repairs of one service. */
export const repairsStream = (service: string): string => `operations.repairs-${service}`;

export type Repair = Readonly<{
  type: BeginRepair['type'];
  reader: string;
  stream: string;
  position: number;
  reason: string;
}>;

/** `done` went through, `left` of the stream are still parked. */
export type Repaired = Readonly<{ handled: Handled<RepairFact, RepairRefusal>; done: number; left: number }>;

export type RepairPorts = Readonly<{
  service: string;
  handler: Ground['handler'];
  readers: Pick<Readers, 'parked' | 'retryParked' | 'skipParked'>;
}>;

const ofStream = (parked: readonly ParkedEvent[], { reader, stream }: Repair): readonly number[] =>
  parked.filter((event) => event.reader === reader && event.stream === stream).map(({ position }) => position);

/**
 * Mends what a reader has parked. The order is in the log before anything is mended: what was not recorded was not done. A
 * repeat, or one after a crash in between, mends only what still stands where it stood, so that no second event is skipped. What came of it is
 * told afterwards.
 */
export const repairParked = ({ service, handler, readers }: RepairPorts) => {
  const handle = handler(repairDecider);
  const held = async (repair: Repair): Promise<number | null> => {
    const places = ofStream(await readers.parked(), repair);
    return places.length === 0 ? null : Math.min(...places);
  };
  const mend = ({ type, reader, stream, position, reason }: Repair) =>
    type === 'SkipParked' ? readers.skipParked(reader, stream, reason, position) : readers.retryParked(reader, stream);
  /** Under a request id of its own: a repeat that has to mend once more tells nothing new. */
  const told = async (
    { reader, stream, position }: Repair,
    outcome: Readonly<{ done: number; left: number }>,
    context: CallContext,
  ): Promise<void> => {
    const body = { rpc: 'EndRepair', reader, stream, position };
    const order = { type: 'EndRepair' as const, reader, stream, position, ...outcome };
    const { expectedRevision: _seen, ...asked } = context;
    const ended = { ...asked, requestId: requestIdOf(`${context.requestId} ended`) };
    await handle({ stream: repairsStream(service), order, body, context: ended });
  };
  return async (repair: Repair, context: CallContext): Promise<Repaired> => {
    const { type, reader, stream, position, reason } = repair;
    const order: BeginRepair = { type, reader, stream, position, reason, held: await held(repair) };
    const body = { rpc: type, reader, stream, position, reason };
    const handled = await handle({ stream: repairsStream(service), order, body, context });
    if (handled.kind === 'refused') return { handled, done: 0, left: 0 };
    if ((await held(repair)) === position) {
      const outcome = await mend(repair);
      await told(repair, outcome, context);
      return { handled, ...outcome };
    }
    return { handled, done: 0, left: ofStream(await readers.parked(), repair).length };
  };
};
