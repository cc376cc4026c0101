import { describe } from '@jest/globals';
import { knownProgrammes } from './figures-table.ts';
import { playedTogether } from './played-together.ts';

describe('every template that was tried on paper and that the platform plays, played through the public API', () => {
  playedTogether(knownProgrammes().filter(({ shipped }) => !shipped));
});
