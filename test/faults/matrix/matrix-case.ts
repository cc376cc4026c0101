import type { Dice } from '../../journeys/demo/world/seeded-random.ts';
import type { Brokers } from './brokers.ts';
import type { Tool } from './machine.ts';
import type { MatrixPlatform } from './matrix-platform.ts';
import type { Wires } from './wires.ts';
import type { Workload } from './workload/workload.ts';

/** What a fault has in hand while orders are given. */
export type Scene = Readonly<{
  platform: MatrixPlatform;
  workload: Workload;
  /** The ways between the parts; only in a case that asked for them. */
  wires: Wires;
  dice: Dice;
  /** Three real brokers; only in a case that asked for them. */
  brokers: Brokers;
  /** An order that the fault itself gives, beside the workload: its event is no stranger. */
  gave: (requestId: string) => void;
  /** Counted in the report: one kill, cut, frozen second … A case in which nothing was injected proves nothing and fails. */
  injected: (what: string) => void;
  /** Nothing that was sent and answered while `work` lasts may have been acknowledged (I10). */
  refusing: <T>(work: () => Promise<T>) => Promise<T>;
  /** Something that must hold of this fault alone did not. */
  broken: (what: string) => void;
}>;

/** One line of the matrix (reliability.md §3): a fault at a point. */
export type MatrixCase = Readonly<{
  row: number;
  fault: string;
  point: string;
  /** Tried on every CI run. */
  sample?: boolean;
  /** What the machine must have; without it the case is skipped by name. */
  needs?: Tool;
  /** Not possible yet, or not on one machine: listed with the reason, never run. */
  notYet?: string;
  /** Breaks its platform for good, or needs one of its own kind: gets a fresh one. */
  alone?: boolean;
  /** The parts reach each other over ways that the case can spoil. */
  wires?: boolean;
  /** Public facts go over real brokers (ring 3). */
  brokers?: boolean;
  /** Before the platform of an `alone` case starts, on its directory; answers how that is undone. */
  prepare?: (directory: string) => Promise<() => Promise<void>>;
  /** Orders in the air at once, when not as many as usual. */
  clients?: number;
  /** Orders that must have an outcome before the case ends. */
  commandsMin?: number;
  run: (scene: Scene) => Promise<void>;
}>;

export const nameOf = ({ row, fault, point }: Pick<MatrixCase, 'row' | 'fault' | 'point'>): string =>
  `${row} ${fault}: ${point}`;
