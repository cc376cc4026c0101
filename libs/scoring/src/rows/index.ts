export type * from './outcome-rule.ts';
export type * from './phase-inputs.ts';
export { phaseInputLimits } from './phase-inputs.ts';
export type * from './phase-result.ts';
export type * from './phase.ts';
export { operationNames } from './phase.ts';
export type * from './source.ts';
export { computedSourceKinds, sourceKinds } from './source.ts';
