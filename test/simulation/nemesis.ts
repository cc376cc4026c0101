import type { Dice } from './kernel/dice.ts';
import type { Owner } from './kernel/steps.ts';
import type { Fate, Troublemaker, World } from './kernel/world.ts';
import type { MemoryDatabase } from './server/memory-database.ts';
import { sqlError } from './server/memory-database.ts';
import { DATABASE } from './server/sessions.ts';
import type { ServiceProcess } from './platform/service-processes.ts';
import { type Troubles, troublesOf } from './troubles.ts';

/** Faults come within so much virtual time from the start, about as long as the story, and then stop. */
export const TROUBLE_MS = 10_000;

const FREEZE_MS_MAX = 5_000;
const DATABASE_AWAY_MS_MAX = 2_500;
const DISK_FULL_MS_MAX = 3_000;
const CUT_MS_MAX = 6_000;
const CALL_MS_MIN = 0.05;
const CALL_MS_MAX = 1.5;

/** As the drivers word a connection that broke under a call. */
const LOST: Readonly<Record<string, () => Error>> = {
  [DATABASE]: () => sqlError('ECONNRESET', 'Connection terminated unexpectedly'),
  grpc: () => new Error('14 UNAVAILABLE: Connection dropped'),
  broker: () => Object.assign(new Error('Connection to the broker was lost'), { name: 'KafkaJSConnectionError' }),
};

export class Nemesis implements Troublemaker {
  readonly #world: World;
  readonly #dice: Dice;
  readonly troubles: Troubles;
  #quietSince: number | undefined;
  #diskFullUntil = Number.NEGATIVE_INFINITY;
  /** By process. */
  readonly #cuts = new Map<string, Readonly<{ untilMs: number; fate: Fate }>>();

  constructor(world: World, dice: Dice, wanted: Partial<Troubles> = {}) {
    this.#world = world;
    this.#dice = dice;
    this.troubles = { ...troublesOf(dice), ...wanted };
  }

  get diskFull(): boolean {
    return this.#world.nowMs < this.#diskFullUntil;
  }

  get quiet(): boolean {
    return this.#quietSince !== undefined;
  }

  delayMs(): number {
    const { slowPerCall, slowMsMax } = this.troubles;
    const slow = !this.quiet && this.#dice.chance(slowPerCall);
    return CALL_MS_MIN + this.#dice.random() * (slow ? slowMsMax : CALL_MS_MAX);
  }

  fate(link: string, caller: Owner): Fate {
    if (this.quiet) return 'done';
    const { lostPerCall, diesPerCall } = this.troubles;
    const cut = caller ? this.#cuts.get(caller.name) : undefined;
    if (cut && this.#world.nowMs < cut.untilMs) return cut.fate;
    if (caller && this.#dice.chance(diesPerCall)) return this.#dice.pick(['dies-before', 'dies-after'] as const);
    if (this.#dice.chance(lostPerCall[link] ?? 0)) return this.#dice.pick(['lost-before', 'lost-after'] as const);
    return 'done';
  }

  lostError(link: string): Error {
    return (LOST[link] ?? LOST[DATABASE] ?? (() => new Error(link)))();
  }

  /** Lays the faults of the run into its first seconds; from then on nothing goes wrong any more. */
  begin(processes: readonly ServiceProcess<object>[], database: MemoryDatabase): void {
    const { kills, freezes, databaseKills, diskFull } = this.troubles;
    const times = (count: number, label: string, strike: () => void): void => {
      for (let index = 0; index < count; index++)
        this.#world.after(this.#dice.random() * TROUBLE_MS, label, null, () => {
          if (!this.quiet) strike();
        });
    };
    times(kills, 'kill', () => {
      const { life } = this.#dice.pick(processes);
      if (life) this.#world.kill(life, 'of kill -9');
    });
    times(freezes, 'freeze', () => {
      const { life } = this.#dice.pick(processes);
      if (life) life.frozenUntil = this.#world.nowMs + this.#dice.random() * FREEZE_MS_MAX;
    });
    times(databaseKills, 'the database is killed', () => database.crash(this.#dice.random() * DATABASE_AWAY_MS_MAX));
    times(diskFull, 'the disk is full', () => {
      this.#diskFullUntil = this.#world.nowMs + this.#dice.random() * DISK_FULL_MS_MAX;
    });
    this.#layCuts(processes);
    this.#world.after(TROUBLE_MS, 'faults stop', null, () => this.stop());
  }

  /** A process that can ask and hears nothing, or that reaches nobody. */
  #layCuts(processes: readonly ServiceProcess<object>[]): void {
    const dice = this.#dice.of('cuts of processes');
    for (let index = 0; index < this.troubles.cuts; index++) {
      const { name } = dice.pick(processes);
      const cut = { untilMs: 0, fate: dice.pick(['lost-before', 'lost-after'] as const) };
      const lastsMs = dice.random() * CUT_MS_MAX;
      this.#world.after(
        dice.random() * TROUBLE_MS,
        `${name} is cut off`,
        null,
        () => void this.#cuts.set(name, { ...cut, untilMs: this.#world.nowMs + lastsMs }),
      );
    }
  }

  stop(): void {
    this.#quietSince ??= this.#world.nowMs;
  }
}
