import type { Pacesetters } from '../play/acts/naming.ts';
import type { Play } from '../play/play.ts';
import type { EditionOutcome } from '../report/verify-edition.ts';

/** How one edition ended, by the story's own codes: no id of a run stands in it, so it outlives every change of the facts. */
export type EditionDigest = Readonly<{
  /** `code rank score numerator/denominator`: the score in units of 10^-decimals points, the fraction in hundredths of a point. */
  ranking: readonly string[];
  /** `code grade`. */
  awards: readonly string[];
  leaders: readonly string[];
  organizations: readonly string[];
}>;

export type StoryDigest = Readonly<{
  seed: string;
  editions: Readonly<Record<string, EditionDigest>>;
  pacesetters: Readonly<{ once: readonly string[]; everyYear: readonly string[] }> | null;
}>;

const codesOf = (ids: ReadonlyMap<string, string>): ((id: string) => string) => {
  const codes = new Map([...ids].map(([code, id]) => [id, code]));
  return (id) => codes.get(id) ?? `unknown ${id}`;
};

const editionDigest = (play: Play, { result, awards }: EditionOutcome): EditionDigest => {
  const entry = codesOf(new Map([...play.entries].map(([code, { entryId }]) => [code, entryId])));
  const person = codesOf(play.people);
  const organization = codesOf(play.organizations);
  return {
    ranking: result.entries
      .toSorted((a, b) => a.rank - b.rank || (entry(a.entryId) < entry(b.entryId) ? -1 : 1))
      .map(
        ({ entryId, rank, score, numerator, denominator }) =>
          `${entry(entryId)} ${rank} ${score} ${numerator}/${denominator}`,
      ),
    awards: awards.entries.map(({ entryId, grade }) => `${entry(entryId)} ${grade}`).sort(),
    leaders: awards.leaders.map(({ personId }) => person(personId)).sort(),
    organizations: awards.organizations.map(({ organizationId }) => organization(organizationId)).sort(),
  };
};

/** What a played story ended with, as the platform answered it. */
export const storyDigest = (
  play: Play,
  outcomes: readonly EditionOutcome[],
  pacesetters: Pacesetters | undefined,
): StoryDigest => ({
  seed: play.world.seed,
  editions: Object.fromEntries(outcomes.map((outcome) => [String(outcome.year), editionDigest(play, outcome)])),
  pacesetters: pacesetters ? { once: pacesetters.once.toSorted(), everyYear: pacesetters.everyYear.toSorted() } : null,
});
