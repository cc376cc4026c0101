/** Injection token of what the controllers of decisions, honours and namings stand on (`Decisions`). */
export const DECISIONS = Symbol('jiangong.decisions');
/** Injection token of what makes documents (`Printing`). */
export const PRINTING = Symbol('jiangong.printing');
