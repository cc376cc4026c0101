import i18next from 'i18next';

/** Where the words of an answer stand: of stages, kinds of organizations, offices, and of yes and no. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  'people.stages': [
    ...['none', 'applicant', 'activist', 'candidate', 'probationary', 'full', 'probation-cancelled', 'resigned'],
    ...['persuaded-to-leave', 'removed', 'expelled', 'given-up', 'deceased'],
  ],
  'organizations.kinds': [
    ...['working-committee', 'unit', 'party-committee', 'leading-members-group', 'discipline-committee'],
    ...['general-branch', 'branch', 'temporary-branch', 'party-group'],
  ],
  offices: [
    ...['head', 'secretary', 'deputy-secretary', 'organization-member', 'publicity-member', 'discipline-member'],
    'committee-member',
  ],
};

/** Seats that templates call by the half of their name. */
const SHORT: readonly string[] = ['organization', 'publicity', 'discipline'];

const FLAGS: Readonly<Record<string, string>> = {
  true: 'rounds.facts.yes',
  false: 'rounds.facts.no',
  other: 'rounds.facts.other',
};

/** The key of the words for an answer; undefined: it has none, as a number or a word that only its template knows. */
export const valueKey = (value: string): string | undefined => {
  const full = SHORT.includes(value) ? `${value}-member` : value;
  const place = Object.keys(PLACES).find((each) => PLACES[each]?.includes(full));
  return place === undefined ? FLAGS[value] : `${place}.${full}`;
};

/** An answer as people read it. */
export const sayFactValue = (value: string): string => {
  const key = valueKey(value);
  return key === undefined ? value : i18next.t(key as never);
};
