/** Injection token of what the controllers of decisions, honours and namings stand on (`Decisions`). */
export const DECISIONS = Symbol('jiangong.decisions');
