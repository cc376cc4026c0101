import type { FactSamples } from '@jiangong/event-store/testing';
import { bonusDecider } from '../../../src/domain/bonus/decider.ts';
import type { BonusFact } from '../../../src/domain/bonus/facts.ts';
import type { BonusCorrected, BonusesRead } from '../../../src/domain/round/facts.ts';
import {
  by,
  carryOut,
  claim,
  claimBrand,
  closed,
  decide,
  factsOf,
  ids,
  propose,
  reject,
  withdraw,
} from './example-bonus.ts';

const late = { round: closed() };
const orders = [
  by('secretary', claim()),
  by('secretary', claimBrand()),
  by('secretary', withdraw({ claimId: 'c2' })),
  by('organizer', decide({ levelId: 'nation', why: '实为国家级表彰。' })),
  by('organizer', propose(), late),
  by('inspector', reject(), late),
  by('organizer', propose(), late),
  by('inspector', carryOut(), late),
];

/** Every fact of an entry's claims, made by today's rule book. */
export const bonusFacts: readonly BonusFact[] = orders.reduce<{
  bonus: ReturnType<typeof bonusDecider.evolve>;
  facts: readonly BonusFact[];
}>(
  ({ bonus, facts }, order) => {
    const made = factsOf(bonus, order);
    return { bonus: made.reduce(bonusDecider.evolve, bonus), facts: [...facts, ...made] };
  },
  { bonus: bonusDecider.initial, facts: [] },
).facts;

/** What a round has of its bonuses: samples of its own, for a round without bonuses makes none. */
export const roundOfBonuses: FactSamples<BonusesRead | BonusCorrected> = {
  'BonusesRead.v1': { roundId: ids.roundId, editionId: ids.editionId, closing: 1, through: 4_711 },
  'BonusCorrected.v1': {
    ...{ roundId: ids.roundId, editionId: ids.editionId, entryId: ids.entryId },
    ...{ claimId: 'c1', proposalId: 'p1', proposedBy: 'organizer' },
  },
};
