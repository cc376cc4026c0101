/** Tells a person at the terminal how the start goes: a line for each step, with the seconds it took. */
export const progress = (write: (line: string) => void, nowMs: () => number) => {
  const startedMs = nowMs();
  let lastMs = startedMs;
  const seconds = (ms: number): string => (ms / 1_000).toFixed(1);
  return {
    step: (what: string): void => {
      const now = nowMs();
      write(`  ${what} (${seconds(now - lastMs)} s)`);
      lastMs = now;
    },
    total: (): string => seconds(nowMs() - startedMs),
  };
};
