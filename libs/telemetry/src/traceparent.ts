import { randomFillSync } from 'node:crypto';

/** W3C Trace Context, version 00: `00-<trace id>-<span id>-<flags>`. All-zero ids are invalid by that standard. */
const TRACEPARENT = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})$/;

export type TraceContext = Readonly<{ traceId: string; spanId: string; flags: string }>;

/** The parts of a traceparent; `undefined` when it is not one. */
export const parseTraceparent = (traceparent: string): TraceContext | undefined => {
  const [, traceId, spanId, flags] = TRACEPARENT.exec(traceparent) ?? [];
  return traceId && spanId && flags ? { traceId, spanId, flags } : undefined;
};

export const formatTraceparent = ({ traceId, spanId, flags }: TraceContext): string =>
  `00-${traceId}-${spanId}-${flags}`;

/** So many dice are thrown at once: an id a request is far less than one call of the system costs. */
const DICE_BYTES = 4_096;
const dice = Buffer.alloc(DICE_BYTES);
let spent = DICE_BYTES;

const randomHex = (bytes: number): string => {
  if (spent + bytes > DICE_BYTES) {
    randomFillSync(dice);
    spent = 0;
  }
  const hex = dice.toString('hex', spent, spent + bytes);
  spent += bytes;
  return /^0+$/.test(hex) ? randomHex(bytes) : hex;
};

/** A new trace; `00` in the flags: nothing was sampled. */
export const newTraceparent = (): string =>
  formatTraceparent({ traceId: randomHex(16), spanId: randomHex(8), flags: '00' });

/** The next span of the same trace; a new trace when the parent is missing or malformed. */
export const childTraceparent = (parent: string | null | undefined): string => {
  const context = parent ? parseTraceparent(parent) : undefined;
  return context ? formatTraceparent({ ...context, spanId: randomHex(8) }) : newTraceparent();
};
