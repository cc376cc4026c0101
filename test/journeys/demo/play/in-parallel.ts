/** Requests in flight at once: enough to keep two cores busy, few enough to keep answers quick. */
export const IN_FLIGHT_MAX = 16;

/** Does `work` for each item, at most `IN_FLIGHT_MAX` at once, answers in the items' order; the first failure ends it. */
export const inParallel = async <T, R>(
  items: readonly T[],
  work: (item: T, index: number) => Promise<R>,
  inFlightMax = IN_FLIGHT_MAX,
): Promise<R[]> => {
  const answers: R[] = Array.from({ length: items.length });
  let next = 0;
  let failed = false;
  const worker = async (): Promise<void> => {
    while (!failed && next < items.length) {
      const index = next++;
      try {
        answers[index] = await work(items[index] as T, index);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(inFlightMax, items.length) }, worker));
  return answers;
};
