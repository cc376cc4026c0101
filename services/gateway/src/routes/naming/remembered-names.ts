import { LRUCache } from 'lru-cache';
import type { Name } from './index.ts';

/** How long a name is believed without asking again, and how many are kept. */
export const REMEMBERED_MS = 10_000;
export const REMEMBERED_NAMES_MAX = 20_000;

type Kept = Readonly<{ name: Name; untilMs: number; position: number }>;

/**
 * Names for a short time. A session that has given an order since a name was asked for is not answered from here: it may have been a new name.
 */
export class RememberedNames {
  readonly #kept = new LRUCache<string, Kept>({ max: REMEMBERED_NAMES_MAX });
  readonly #nowMs: () => number;
  #generation = 0;

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  /** What is asked for now is remembered only while this stays the same: what was forgotten meanwhile does not come back. */
  get generation(): number {
    return this.#generation;
  }

  of(key: string, afterPosition: number): Name | undefined {
    const kept = this.#kept.get(key);
    return kept === undefined || kept.untilMs <= this.#nowMs() || kept.position < afterPosition ? undefined : kept.name;
  }

  remember(key: string, name: Name, asked: Readonly<{ afterPosition: number; generation: number }>): void {
    if (asked.generation !== this.#generation) return;
    this.#kept.set(key, { name, untilMs: this.#nowMs() + REMEMBERED_MS, position: asked.afterPosition });
  }

  forgetAll(): void {
    this.#generation++;
    this.#kept.clear();
  }
}
