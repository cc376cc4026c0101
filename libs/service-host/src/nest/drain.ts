/** A service that was told to stop is gone within this time, drained or not. */
export const STOP_WITHIN_MS = 8_000;

/** How often the drain looks whether the last call has ended. */
const DRAIN_LOOK_MS = 20;

/** Resolves when `inFlight` is 0, or when the time is over; tells which. */
export const drained = async (inFlight: () => number, withinMs: number): Promise<boolean> => {
  const until = performance.now() + withinMs;
  while (inFlight() > 0) {
    if (performance.now() >= until) return false;
    await new Promise((resolve) => setTimeout(resolve, DRAIN_LOOK_MS));
  }
  return true;
};

type Step = Readonly<{ name: string; stop(): Promise<void> }>;

/** Stops everything in the given order; a step that fails is reported and does not keep the others from stopping. */
export const stopInOrder = async (
  steps: readonly Step[],
  report: (name: string, error: unknown) => void,
): Promise<void> => {
  for (const { name, stop } of steps) {
    try {
      await stop();
    } catch (error) {
      report(name, error);
    }
  }
};
