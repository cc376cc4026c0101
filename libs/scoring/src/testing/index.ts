export { type Round, randomRound } from './random-round.ts';
