/**
 * One moment that is due: what must happen, and since when. `of` is what it belongs to (an edition): moments of one thing are acted
 * on in order, and one that fails holds up only what belongs to the same thing.
 */
export type DueMoment = Readonly<{ at: string; of: string; name: string; run(): Promise<void> }>;

/**
 * Turns the passing of time into orders. `due` gives the moments that have passed and are not yet acted on, oldest first,
 * at most `DUE_MOMENTS_MAX`. Each run must be harmless when repeated: request ids derive from the moment.
 */
export interface Scheduler {
  due(now: string): Promise<readonly DueMoment[]>;
}

export const DUE_MOMENTS_MAX = 100;
