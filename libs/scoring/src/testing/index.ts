export { type Round, randomRound } from './random-round.ts';
export { phaseInputsOf, rowsOfScheme } from './rows-of-scheme.ts';
export { phaseCase, type PhaseCase, randomPhase } from './random-phase.ts';
export * from './first-edition/index.ts';
