import type { EntryStory } from '../../../../test/journeys/demo/world/campaign-year.ts';
import { inventWorld, type World } from '../../../../test/journeys/demo/world/invented-world.ts';

export const YEAR = 2025;
export const FIRST_YEAR = 2021;
/** A whole screen of everything, played in a minute. */
const UNITS = 18;
/** Whose officer and secretary read pages. */
export const OWN_UNIT = 'u-002';

/**
 * Names that would do harm where a page took them for anything but text. Marks that turn the direction of writing and null bytes are refused
 * by every route (`services/gateway/test/bad-texts.spec.ts`), so none is stored; scripts that run from right to left are people's own.
 */
export const HOSTILE_TITLES = [
  '<script>window.hostile = 1</script><img src=x onerror="window.hostile = 1">',
  '=HYPERLINK("http://x")&amp;{{7*7}}${7*7}%00\\u202e{{t}}$t(work.title)',
  `${'没有空格也没有标点的一个很长的项目名称'.repeat(5)}终`,
  'שלום مرحبا 从右往左的文字',
] as const;
export const HOSTILE_NAME = '"><svg onload="window.hostile = 1">';
export const HOSTILE_UNIT = `${'名称长得一行写不下的'.repeat(8)}<i>单位</i>`;

const declaredOnly = (entry: EntryStory): EntryStory => ({
  ...entry,
  fate: entry.fate === 'kept' ? 'kept' : 'declared',
});

/** The own unit's project has the worst of them; the next ones of the list the others. */
const withHostileTitles = (entries: readonly EntryStory[]): readonly EntryStory[] => {
  const declared = entries.filter(({ fate }) => fate === 'declared');
  const own = declared.find(({ unit }) => unit === OWN_UNIT);
  const chosen = [own, ...declared.filter((entry) => entry !== own)].slice(0, HOSTILE_TITLES.length);
  return entries.map((entry) => ({ ...entry, title: HOSTILE_TITLES[chosen.indexOf(entry)] ?? entry.title }));
};

/** The invented province made small, and nothing goes wrong in it: what becomes of its projects `shown-edition.ts` tells. */
export const shownWorld = (isHostile: boolean): World => {
  const invented = inventWorld('the pages shown', [YEAR], UNITS);
  const entries = (invented.editions[0]?.entries ?? []).map(declaredOnly);
  if (!isHostile) return { ...invented, editions: [{ year: YEAR, entries }] };
  return {
    ...invented,
    units: invented.units.map((unit) => (unit.code === OWN_UNIT ? { ...unit, nameZh: HOSTILE_UNIT } : unit)),
    people: invented.people.map((person) =>
      person.code === `${OWN_UNIT}-secretary` ? { ...person, name: HOSTILE_NAME } : person,
    ),
    editions: [{ year: YEAR, entries: withHostileTitles(entries) }],
  };
};
