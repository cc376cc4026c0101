/** A breach: a text has no stack. */
export const fail = (): never => {
  throw 'the register is closed';
};
