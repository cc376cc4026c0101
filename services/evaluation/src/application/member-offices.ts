import type { CompiledTemplate } from '@jiangong/programmes';
import type { Source } from '@jiangong/scoring';
import type { Party } from '../domain/round/tables.ts';

type Parties = CompiledTemplate['parties'];

/** Offices within a party become parties of their own: each owns its items, and reviews them alone. Who is which office a round is told by itself. */
export const withOffices = (parties: Parties, ids: readonly string[]): readonly string[] =>
  ids.flatMap((id) => [id, ...(parties[id]?.members ?? [])]);

/** A party whose offices own items reviews by them alone. */
export const reviewedByOffices = (parties: Parties, source: Source): Source => {
  if (source.kind !== 'checklist') return source;
  const reviews = source.reviews.flatMap((id) => parties[id]?.members ?? [id]);
  return { ...source, reviews: [...new Set(reviews)] };
};

/** Every party of a template, the offices within them too. */
export const partiesAndOffices = (
  parties: Parties,
): readonly Readonly<{ id: string; party: Parties[string]; office: Pick<Party, 'office' | 'name'> }>[] =>
  Object.entries(parties).flatMap(([id, party]) => [
    { id, party, office: {} },
    ...(party.members ?? []).map((office) => {
      const name = party.memberNames?.[office];
      return { id: office, party, office: { office: true as const, ...(name === undefined ? {} : { name }) } };
    }),
  ]);
