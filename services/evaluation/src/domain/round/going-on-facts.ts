import type { Fact } from '@jiangong/event-store';
import type { RoundIds } from '../decision/taken-facts.ts';
import type { SecondPerson } from './proposal.ts';

/** Of `entryIds`, which rank alike, `places` go on to the phase, or as many as `atMost` where the template allows more. */
export type Edge = Readonly<{ phase: string; entryIds: readonly string[]; places: number; atMost: number }>;

/** The body chose who of equal ones goes on. It is about this very result: another one asks again. */
export type GoingOnChosen = Fact<
  'GoingOnChosen.v1',
  RoundIds &
    SecondPerson &
    Readonly<{ phase: string; resultHash: string; entryIds: readonly string[]; minutesNumber: string }>
>;
