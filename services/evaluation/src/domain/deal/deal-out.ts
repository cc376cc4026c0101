import { drawOf } from '@jiangong/scoring';

/** Entries of one seat. */
export type Held = Readonly<{ seatId: string; entryIds: readonly string[] }>;

/** What a deal follows from, and nothing else: the same once more gives the same. */
export type DealInputs = Readonly<{
  seed: string;
  /** How many evaluators each entry is to have. */
  each: number;
  entryIds: readonly string[];
  /** Seats that may be given more; `atMost`: how many entries altogether, null for any number. */
  seats: readonly Readonly<{ seatId: string; atMost: number | null }>[];
  /** What stands and is not touched, of these seats and of others. */
  kept: readonly Held[];
  /** What a seat may not be given. */
  barred: readonly Held[];
}>;

/** `able`: how many seats could judge the entry by themselves, those included that have it; they have too many others, or there are too few. */
export type Deal =
  | Readonly<{ kind: 'dealt'; shares: readonly Held[] }>
  | Readonly<{ kind: 'impossible'; entryId: string; able: number; each: number }>;

const byLot = (ids: readonly string[], lotOf: (id: string) => string): readonly string[] =>
  ids
    .map((id) => ({ id, lot: lotOf(id) }))
    .sort((a, b) => (a.lot < b.lot ? -1 : 1))
    .map(({ id }) => id);

const setsOf = (all: readonly Held[]): Map<string, ReadonlySet<string>> =>
  new Map(all.map(({ seatId, entryIds }) => [seatId, new Set(entryIds)]));

/** The table on which entries are dealt: what each seat has been given now, beside what it keeps. */
class Table {
  readonly inputs: DealInputs;
  readonly kept: ReadonlyMap<string, ReadonlySet<string>>;
  readonly given = new Map<string, Set<string>>();
  private readonly room = new Map<string, number>();
  private readonly ableOf = new Map<string, readonly string[]>();

  constructor(inputs: DealInputs) {
    const { seats, kept, barred, entryIds, seed } = inputs;
    this.inputs = inputs;
    this.kept = setsOf(kept);
    const barredOf = setsOf(barred);
    for (const { seatId, atMost } of seats) {
      this.given.set(seatId, new Set());
      this.room.set(seatId, atMost ?? Number.MAX_SAFE_INTEGER);
    }
    const seatIds = seats.map(({ seatId }) => seatId);
    for (const entryId of entryIds) {
      const able = seatIds.filter(
        (seatId) => !this.kept.get(seatId)?.has(entryId) && !barredOf.get(seatId)?.has(entryId),
      );
      this.ableOf.set(
        entryId,
        byLot(able, (seatId) => drawOf(seed, `${entryId} ${seatId}`)),
      );
    }
  }

  load(seatId: string): number {
    return (this.given.get(seatId)?.size ?? 0) + (this.kept.get(seatId)?.size ?? 0);
  }

  able(entryId: string): readonly string[] {
    return this.ableOf.get(entryId) ?? [];
  }

  keptBy(entryId: string): number {
    return [...this.kept.values()].filter((entries) => entries.has(entryId)).length;
  }

  hasRoom(seatId: string): boolean {
    return this.load(seatId) < (this.room.get(seatId) ?? 0);
  }

  /** The least that any seat with room has: whoever has that much is as good as anybody. */
  least(): number {
    return Math.min(...[...this.given.keys()].filter((seatId) => this.hasRoom(seatId)).map((id) => this.load(id)));
  }

  /**
   * Gives the entry one evaluator more: the least loaded whom it can reach, by itself or by others' handing on what was given to them in
   * this deal. Of equal ones the nearest, and then by lot.
   */
  place(entryId: string): boolean {
    const [cameBy, handedOnBy] = [new Map<string, string>(), new Map<string, string>([[entryId, '']])];
    const queue = [entryId];
    const least = this.least();
    let best: string | undefined;
    for (let at = 0; at < queue.length && (best === undefined || this.load(best) > least); at += 1) {
      const entry = queue[at] as string;
      for (const seatId of this.able(entry)) {
        if (cameBy.has(seatId) || this.given.get(seatId)?.has(entry)) continue;
        cameBy.set(seatId, entry);
        if (this.hasRoom(seatId) && (best === undefined || this.load(seatId) < this.load(best))) best = seatId;
        for (const other of this.given.get(seatId) ?? [])
          if (!handedOnBy.has(other)) {
            handedOnBy.set(other, seatId);
            queue.push(other);
          }
      }
    }
    if (best === undefined) return false;
    this.handOn(best, cameBy, handedOnBy);
    return true;
  }

  private handOn(best: string, cameBy: ReadonlyMap<string, string>, handedOnBy: ReadonlyMap<string, string>): void {
    for (let seatId = best; seatId !== '';) {
      const entry = cameBy.get(seatId) as string;
      const from = handedOnBy.get(entry) ?? '';
      this.given.get(from)?.delete(entry);
      this.given.get(seatId)?.add(entry);
      seatId = from;
    }
  }

  shares(): readonly Held[] {
    const all = [...new Set([...this.kept.keys(), ...this.given.keys()])].sort();
    return all.map((seatId) => ({
      seatId,
      entryIds: [...(this.kept.get(seatId) ?? []), ...(this.given.get(seatId) ?? [])].sort(),
    }));
  }
}

/**
 * Deals entries out: each gets its evaluators, nobody anything that he may not judge nor more than he takes, what stands is not touched,
 * and the loads are as even as all that allows. Entries and seats come by lot from the seed, so that anybody can deal again and nobody
 * chooses. One evaluator of every entry is dealt after another, each to the least loaded seat that can be reached: no seat is then left
 * with two more than another that could have taken one of them.
 */
export const dealOut = (inputs: DealInputs): Deal => {
  const { seed, each, entryIds } = inputs;
  const table = new Table(inputs);
  const order = byLot([...new Set(entryIds)], (entryId) => drawOf(seed, entryId));
  const kept = new Map(order.map((entryId) => [entryId, table.keptBy(entryId)]));
  for (let turn = 1; turn <= each; turn += 1)
    for (const entryId of order) {
      const has = kept.get(entryId) ?? 0;
      if (has + turn <= each && !table.place(entryId))
        return { kind: 'impossible', entryId, able: table.able(entryId).length + has, each };
    }
  return { kind: 'dealt', shares: table.shares() };
};
