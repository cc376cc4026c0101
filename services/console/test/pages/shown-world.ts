import type { EntryStory } from '../../../../test/journeys/demo/world/campaign-year.ts';
import { inventWorld, type World } from '../../../../test/journeys/demo/world/invented-world.ts';

export const YEAR = 2025;
export const FIRST_YEAR = 2021;
/** A whole screen of everything, played in a minute. */
const UNITS = 18;

/** Names that would do harm where a page took them for anything but text; the platform takes them, as they are nobody's trick of writing. */
export const HOSTILE_TITLES = [
  '<script>window.hostile = 1</script><img src=x onerror="window.hostile = 1">',
  '=HYPERLINK("http://x")&amp;{{7*7}}${7*7}%00\\u202e',
  `${'没有空格也没有标点的一个很长的项目名称'.repeat(5)}终`,
  'שלום مرحبا 从右往左的文字',
] as const;

/** The invented province made small; everything declared, so that each list is full. */
export const shownWorld = (isHostile: boolean): World => {
  const invented = inventWorld('the pages shown', [YEAR], UNITS);
  const hostile = isHostile ? HOSTILE_TITLES : [];
  const entries = (invented.editions[0]?.entries ?? []).map((entry, index): EntryStory => ({
    ...entry,
    title: hostile[index] ?? entry.title,
    fate: fateOf(entry),
  }));
  return { ...invented, editions: [{ year: YEAR, entries }] };
};

/** What becomes of them is told in `shown-edition.ts`, by their places in the list. */
const fateOf = ({ fate }: EntryStory): EntryStory['fate'] => (fate === 'kept' ? 'kept' : 'declared');
