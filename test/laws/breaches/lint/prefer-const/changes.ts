/** A breach: says that it changes, and does not. */
export const first = (ids: readonly string[]): string | undefined => {
  let found = ids[0];
  return found;
};
