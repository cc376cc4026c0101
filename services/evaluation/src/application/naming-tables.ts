import type { AwardRule } from '../domain/decision/outcome-table.ts';
import type { NamingTables } from '../domain/naming/orders.ts';

/** The lasting code of the prize that a naming over the series asks for. */
export const FIRST_PRIZE = 'jiangong.first';

const pacesetter: AwardRule = {
  id: 'pacesetter',
  code: 'jiangong.pacesetter',
  zh: '标兵单位',
  en: 'Pacesetter unit',
  gives: 'honour',
  decide: 'party',
  termYears: null,
  to: 'entry',
  among: [],
  within: 'all',
  pick: { by: 'each' },
  of: 'admitted',
  order: [],
  edge: 'in',
  notAlso: [],
  needs: [],
  never: [],
  giveWay: false,
};

/** What the shipped template of the naming says (pacesetters.yaml). An abandoned year spoils it unless a template says otherwise. */
export const pacesetterTables: NamingTables = {
  templateHash: null,
  firstPrize: FIRST_PRIZE,
  abandoned: 'spoil',
  outcome: [pacesetter],
  party: { recuse: 'home', least: 3, attest: null, departures: true },
  notice: null,
};
