type Given<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** Only what was given: an optional field that is absent stays absent, as messages want it. */
export const given = <T extends object>(fields: T): Partial<Given<T>> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<Given<T>>;
