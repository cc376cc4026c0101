import type { ComputeNaming } from '../../../src/domain/naming/orders.ts';
import type { EditionRecord } from '../../../src/domain/naming/look-at.ts';
import { COMMITTEE, rule } from '../decision/example-decidable.ts';

export const NAMING = '60000000-0000-4000-8000-000000000001';
export const PACESETTER = rule({
  id: 'pacesetter',
  zh: '标兵单位',
  en: 'Pacesetter unit',
  of: 'admitted',
  pick: { by: 'each' },
  gives: 'honour',
});

export const edition = (
  year: number,
  declared: readonly string[],
  firstPrizes: readonly string[],
  over: Partial<EditionRecord> = {},
): EditionRecord => ({
  editionId: `e${year}`,
  year,
  ordinal: 1,
  state: 'commended',
  templateHash: `t${year}`,
  series: 'jiangong',
  roundId: `r${year}`,
  decisionId: `d${year}`,
  documentNumber: `〔${year}〕30号`,
  decidedOn: `${year}-12-01`,
  declared,
  firstPrizes: firstPrizes.map((homeId, at) => ({ honourId: `h${year}-${at}`, homeId })),
  ...over,
});

export const computeNaming = (over: Partial<ComputeNaming> = {}): ComputeNaming => ({
  type: 'ComputeNaming',
  now: '2022-12-10T02:00:00.000Z',
  roundId: NAMING,
  editionId: 'naming-edition',
  seriesId: 'series',
  committeeId: COMMITTEE,
  firstYear: 2021,
  lastYear: 2022,
  years: 2,
  reading: 'first-prize-once',
  tables: {
    templateHash: 'pacesetters',
    parameters: {},
    series: 'jiangong',
    firstPrize: 'jiangong.first',
    abandoned: 'spoil',
    outcome: [PACESETTER],
    party: { recuse: 'home', least: 0, attest: null, departures: true },
    notice: null,
  },
  editions: [edition(2022, ['u1', 'u2'], ['u1']), edition(2021, ['u1', 'u2', 'u3'], ['u1', 'u2'])],
  successors: {},
  ...over,
});
