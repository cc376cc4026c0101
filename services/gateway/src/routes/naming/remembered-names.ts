import type { Name } from './index.ts';

/** How long a name is believed without asking again, and how many are kept. */
export const REMEMBERED_MS = 10_000;
export const REMEMBERED_NAMES_MAX = 20_000;

type Kept = Readonly<{ name: Name; untilMs: number; position: number }>;

/**
 * Names that anybody may know, of organizations and editions (never of what is classified, never of people), for a short time. A session that has
 * given an order since a name was asked for is not answered from here: it may have been a new name.
 */
export class RememberedNames {
  readonly #kept = new Map<string, Kept>();
  readonly #nowMs: () => number;

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  of(id: string, afterPosition: number): Name | undefined {
    const kept = this.#kept.get(id);
    return kept === undefined || kept.untilMs <= this.#nowMs() || kept.position < afterPosition ? undefined : kept.name;
  }

  remember(id: string, name: Name, afterPosition: number): void {
    this.#kept.delete(id);
    this.#kept.set(id, { name, untilMs: this.#nowMs() + REMEMBERED_MS, position: afterPosition });
    const oldest = this.#kept.size > REMEMBERED_NAMES_MAX ? this.#kept.keys().next().value : undefined;
    if (oldest !== undefined) this.#kept.delete(oldest);
  }
}
