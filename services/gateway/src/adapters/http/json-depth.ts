/** Bodies are a few levels deep; a deeper one is meant for the stack of whoever walks through it. */
export const JSON_DEPTH_MAX = 32;

/** Whether a parsed body is nested deeper than `levels`; goes no deeper itself. */
export const isDeeperThan = (value: unknown, levels: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((inner) => isDeeperThan(inner, levels - 1)));
