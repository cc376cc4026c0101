/** Calls one process works on at once; more are told TOO_BUSY (RESOURCE_EXHAUSTED). */
export const CALLS_IN_FLIGHT_MAX = 256;

/** Counts calls in flight. `enter` is false at the limit; every true `enter` needs one `leave`. */
export const concurrencyLimit = (max: number) => {
  let inFlight = 0;
  return {
    enter: (): boolean => {
      if (inFlight >= max) return false;
      inFlight += 1;
      return true;
    },
    leave: (): void => {
      inFlight -= 1;
    },
    inFlight: (): number => inFlight,
  };
};
