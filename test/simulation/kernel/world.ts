import { AsyncLocalStorage } from 'node:async_hooks';
import type { Dice } from './dice.ts';
import { type Life, type Owner, type Step, StepQueue } from './steps.ts';
import { Trace } from './trace.ts';

/** Taken before anything is patched: the one real wait of the simulation, after which every microtask has run. */
const realSetImmediate = globalThis.setImmediate;
const microtasksDone = (): Promise<void> => new Promise((resolve) => void realSetImmediate(resolve));

/** What becomes of one call over a link. */
export type Fate =
  | 'done'
  /** The request is lost: nothing happens, the caller hears of a broken connection. */
  | 'lost-before'
  /** It happens, and the answer is lost: the caller hears of a broken connection. */
  | 'lost-after'
  /** The caller dies with its request on the way, which then arrives or not. */
  | 'dies-before'
  /** It happens, and the caller dies before it hears so. */
  | 'dies-after';

/** Decides what goes wrong. Asked once for each call of a port. */
export type Troublemaker = Readonly<{
  /** Virtual milliseconds that one way of a call takes. */
  delayMs(link: string): number;
  fate(link: string, caller: Owner): Fate;
  /** The error of a lost call, as the link's real client would word it. */
  lostError(link: string): Error;
}>;

/** So many steps of one run are more than any run needs: something turns in circles. */
export const STEPS_MAX = 400_000;

/**
 * Virtual time and the one scheduler: everything that waits — a port's call, a timer, a notification — is a step, and one step
 * happens at a time. Between two steps every microtask has run.
 */
export class World {
  readonly trace = new Trace();
  readonly dice: Dice;
  readonly #queue = new StepQueue();
  readonly #owner = new AsyncLocalStorage<Owner>();
  #nowMs = 0;
  #trouble: Troublemaker | undefined;

  constructor(dice: Dice) {
    this.dice = dice;
  }

  get nowMs(): number {
    return this.#nowMs;
  }

  /** The life whose code runs now; null for servers, clients and the simulation itself. */
  get owner(): Owner {
    return this.#owner.getStore() ?? null;
  }

  trouble(trouble: Troublemaker): void {
    this.#trouble = trouble;
  }

  within<T>(owner: Owner, work: () => T): T {
    return this.#owner.run(owner, work);
  }

  note(text: string): void {
    this.trace.add(`${this.#nowMs.toFixed(3)} ${text}`);
  }

  /** A step of its owner after so much virtual time. Dropped when the owner is dead by then, put off while it is frozen. */
  after(delayMs: number, label: string, owner: Owner, run: () => void): Step {
    const step: Step = { at: this.#nowMs + delayMs, tie: this.dice.random(), label, owner, run, cancelled: false };
    this.#queue.push(step);
    return step;
  }

  sleep(ms: number, label = 'sleep'): Promise<void> {
    return new Promise((resolve) => void this.after(ms, label, this.owner, resolve));
  }

  /**
   * A call of a port by the life whose code runs now: it travels, happens at the other side, and the answer travels back; on
   * each leg the troublemaker may lose it or end the caller.
   */
  call<T>(link: string, label: string, effect: () => Promise<T> | T): Promise<T> {
    const caller = this.owner;
    const trouble = this.#troublemaker();
    const fate = trouble.fate(link, caller);
    return new Promise<T>((resolve, reject) => {
      const answer = (settle: () => void): void => void this.after(trouble.delayMs(link), `${label} ↩`, caller, settle);
      const arrive = (): void => {
        if (fate === 'lost-before') return answer(() => reject(trouble.lostError(link)));
        if (fate === 'dies-before' && caller) this.kill(caller, `at ${label}`);
        // What a dead caller had sent may still be on its way.
        if (caller && !caller.alive && this.dice.chance(0.5)) return;
        void this.#happen(effect, (settle) => {
          if (fate === 'dies-after' && caller) this.kill(caller, `after ${label}`);
          if (fate === 'lost-after') return answer(() => reject(trouble.lostError(link)));
          answer(() => settle(resolve, reject));
        });
      };
      this.after(trouble.delayMs(link), `${label} ↪ ${fate}`, null, arrive);
    });
  }

  /** For what travels one way: a notification, a record. */
  delayOf(link: string): number {
    return this.#troublemaker().delayMs(link);
  }

  fateOf(link: string): Fate {
    return this.#troublemaker().fate(link, null);
  }

  kill(life: Life, why: string): void {
    if (!life.alive) return;
    life.alive = false;
    this.note(`${life.name}.${life.generation} dies ${why}`);
    const last = [...life.onDeath];
    life.onDeath.clear();
    this.within(null, () => last.forEach((tell) => tell()));
  }

  /** Runs steps until `done`, at most to the moment. Answers whether it was done. */
  async run(done: () => boolean, untilMs: number): Promise<boolean> {
    for (;;) {
      await microtasksDone();
      if (done()) return true;
      const step = this.#queue.next;
      if (!step || step.at > untilMs) {
        this.#nowMs = Math.max(this.#nowMs, untilMs);
        return false;
      }
      this.#queue.pop();
      this.#take(step);
      if (this.trace.steps > STEPS_MAX) throw new Error(`more than ${STEPS_MAX} steps`);
    }
  }

  #take(step: Step): void {
    const { owner } = step;
    this.#nowMs = Math.max(this.#nowMs, step.at);
    if (step.cancelled || (owner && !owner.alive)) return;
    if (owner && owner.frozenUntil > this.#nowMs) {
      this.#queue.push({
        ...step,
        at: owner.frozenUntil + this.dice.random(),
        run: () => step.cancelled || step.run(),
      });
      return;
    }
    this.note(owner ? `${owner.name}.${owner.generation} ${step.label}` : step.label);
    if (owner) this.within(owner, step.run);
    else step.run();
  }

  /** The far side is nobody's process: what it does there is not undone by the caller's death. */
  async #happen<T>(
    effect: () => Promise<T> | T,
    told: (settle: (resolve: (value: T) => void, reject: (error: Error) => void) => void) => void,
  ): Promise<void> {
    let settle: (resolve: (value: T) => void, reject: (error: Error) => void) => void;
    try {
      const value = await effect();
      settle = (resolve) => resolve(value);
    } catch (error) {
      settle = (_resolve, reject) => reject(error as Error);
    }
    told(settle);
  }

  #troublemaker(): Troublemaker {
    if (!this.#trouble) throw new Error('nobody says how long a call takes');
    return this.#trouble;
  }
}
