import type { Dice } from './kernel/dice.ts';
import { DATABASE } from './server/sessions.ts';

/** What goes wrong in one run, and how often. Each seed draws its own mixture, so that some runs have one kind of fault alone. */
export type Troubles = Readonly<{
  lostPerCall: Readonly<Record<string, number>>;
  diesPerCall: number;
  /** One call in so many is slow. */
  slowPerCall: number;
  slowMsMax: number;
  kills: number;
  freezes: number;
  databaseKills: number;
  diskFull: number;
  /** How often a process is cut off from everything, both ways or of the answers only. */
  cuts: number;
}>;

export const troublesOf = (dice: Dice): Troubles => ({
  lostPerCall: {
    [DATABASE]: dice.pick([0, 0, 0.001, 0.005, 0.02]),
    grpc: dice.pick([0, 0.02, 0.1, 0.25]),
    broker: dice.pick([0, 0.01, 0.05, 0.15]),
  },
  diesPerCall: dice.pick([0, 0, 0.0005, 0.002, 0.005]),
  slowPerCall: dice.pick([0, 0.01, 0.05]),
  slowMsMax: dice.pick([20, 200, 4_000]),
  kills: dice.between(0, 5),
  freezes: dice.between(0, 3),
  databaseKills: dice.pick([0, 0, 1, 2]),
  diskFull: dice.pick([0, 0, 1]),
  cuts: dice.of('cuts').pick([0, 0, 0, 1, 2]),
});
