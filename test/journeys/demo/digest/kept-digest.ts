import { readFileSync } from 'node:fs';
import type { EditionDigest, StoryDigest } from './story-digest.ts';

/** What the story of the default seed has ended with since 2026-11-28, before the vocabulary's second edition. */
export const keptDigest = (): StoryDigest =>
  JSON.parse(readFileSync(new URL('./digest.json', import.meta.url), 'utf8')) as StoryDigest;

const listFaults = (what: string, kept: readonly string[], seen: readonly string[]): readonly string[] => [
  ...kept.filter((line) => !seen.includes(line)).map((line) => `${what}: was ${line}, is not any more`),
  ...seen.filter((line) => !kept.includes(line)).map((line) => `${what}: is ${line}, never was`),
];

const editionFaults = (year: string, kept: EditionDigest, seen: EditionDigest): readonly string[] => [
  ...listFaults(`${year} ranking`, kept.ranking, seen.ranking),
  ...listFaults(`${year} awards`, kept.awards, seen.awards),
  ...listFaults(`${year} leaders`, kept.leaders, seen.leaders),
  ...listFaults(`${year} organizations`, kept.organizations, seen.organizations),
];

/**
 * Where a played story ended otherwise than the kept one. Another seed tells another story: nothing to compare. Years that
 * were not played are not missed.
 */
export const digestFaults = (kept: StoryDigest, seen: StoryDigest): readonly string[] => {
  if (kept.seed !== seen.seed) return [];
  const editions = Object.entries(seen.editions).flatMap(([year, digest]) => {
    const before = kept.editions[year];
    return before ? editionFaults(year, before, digest) : [`${year}: no such edition was kept`];
  });
  if (!seen.pacesetters || !kept.pacesetters) return editions;
  return [
    ...editions,
    ...listFaults('pacesetters, a first prize once', kept.pacesetters.once, seen.pacesetters.once),
    ...listFaults('pacesetters, one in every year', kept.pacesetters.everyYear, seen.pacesetters.everyYear),
  ];
};
