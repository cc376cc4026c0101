import type { PlayedEdition, PlayedEntry } from '../edition.ts';

/** Of the leaders the one who decides appeals. */
export const APPEAL_LEADER = 'leader-5';

/** Who of the invented province acts in this role for this entry. */
export const byRole = (role: string, { unit }: PlayedEntry): string | undefined =>
  ({
    'committee-officer': 'officer-1',
    'discipline-inspector': 'inspector-1',
    'appraisal-office': 'appraiser-1',
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

/** Who speaks for what is judged: a member on the roll for himself, of a unit its officer, of everything else the branch it comes from. */
export const speakerOf = ({ compiled }: PlayedEdition, { unit, track, person }: PlayedEntry): string => {
  if (person !== undefined) return person;
  const isUnit = compiled.subjects.some(
    ({ id, kind, of = [] }) => id === track && kind === 'organization' && of.includes('Unit'),
  );
  return isUnit ? `${unit}-officer` : `${unit}-secretary`;
};
