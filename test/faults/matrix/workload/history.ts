/**
 * What the client knows of an order: accepted with its receipt, refused for good, or unknown (no answer came, or one that says so, and
 * the client gave up).
 */
export type Outcome = 'acknowledged' | 'refused' | 'unknown';

export type Receipt = Readonly<{
  events: readonly Readonly<{ eventId: string; type: string; hash: string }>[];
  revision: number;
  position: number;
  repeated: boolean;
}>;

/** One order as its client saw it. Moments are milliseconds of the run's own clock. */
export type Commanded = Readonly<{
  requestId: string;
  kind: string;
  outcome: Outcome;
  /** Of the last answer; 0 when none came. */
  status: number;
  reason: string;
  /** How often it was sent under its request id. */
  tries: number;
  firstSentMs: number;
  /** When the try that was answered was sent, and when its answer came. */
  lastSentMs: number;
  answeredMs: number;
  /** Of an order about several things only its place is told. */
  receipt: Receipt | Pick<Receipt, 'position'> | undefined;
}>;

export type Counts = Readonly<Record<Outcome, number>>;

export const countsOf = (history: readonly Commanded[]): Counts => ({
  acknowledged: history.filter(({ outcome }) => outcome === 'acknowledged').length,
  refused: history.filter(({ outcome }) => outcome === 'refused').length,
  unknown: history.filter(({ outcome }) => outcome === 'unknown').length,
});

/** So often an order may come to nothing by chance. */
const REFUSED_BY_CHANCE = 8;

/** Kinds of orders that were refused again and again and never taken: such an order is badly made, and proves nothing. */
export const neverTaken = (history: readonly Commanded[]): readonly string[] =>
  [...new Set(history.map(({ kind }) => kind))].flatMap((kind) => {
    const of = history.filter((one) => one.kind === kind);
    const { acknowledged, refused } = countsOf(of);
    const reasons = [...new Set(of.map(({ reason }) => reason))].join(', ');
    return acknowledged === 0 && refused > REFUSED_BY_CHANCE
      ? [`${kind} was refused ${refused} times and never taken: ${reasons}`]
      : [];
  });
