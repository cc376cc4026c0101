import type { PlayedEdition, PlayedEntry } from '../edition.ts';

/** Who of the invented province acts in this role for this entry. */
export const byRole = (role: string, { unit }: PlayedEntry): string | undefined =>
  ({
    'committee-officer': 'officer-1',
    'discipline-inspector': 'inspector-1',
    'unit-officer': `${unit}-officer`,
    'branch-secretary': `${unit}-secretary`,
  })[role];

/** Who acts for a party of the template, or for whoever is judged himself. */
export const actingFor = (edition: PlayedEdition, party: string, entry: PlayedEntry): string => {
  const isSubject = edition.compiled.subjects.some(({ id }) => id === party);
  const role = isSubject ? 'branch-secretary' : edition.roleOf(party);
  const found = byRole(role, entry);
  if (found === undefined) throw new Error(`nobody of the invented province acts as ${role}`);
  return found;
};
