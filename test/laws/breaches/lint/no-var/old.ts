/** A breach: visible outside its block. */
export const first = (ids: readonly string[]): string | undefined => {
  var found = ids[0];
  return found;
};
