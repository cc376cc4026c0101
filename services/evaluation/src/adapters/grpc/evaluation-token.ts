/** Injection token of what every controller of this service stands on (`Evaluation`). */
export const EVALUATION = Symbol('jiangong.evaluation');
