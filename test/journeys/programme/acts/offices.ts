import type { CompiledTemplate } from '@jiangong/programmes';
import { FIRST_OFFICER } from '../../demo/world/people.ts';
import type { PlayedEdition, StageDays } from '../edition.ts';
import { findRound } from './scoring.ts';

/** Who of the invented province acts for the office at this place, and belongs to the unit at it. */
export const officeMember = (at: number): string => `member-office-${at + 1}`;

/** The offices within parties of a template, or of some of them, with who acts for each: the first is the first unit, and so on. */
export const officesIn = (
  { compiled: { parties } }: Readonly<{ compiled: Pick<CompiledTemplate, 'parties'> }>,
  among: readonly string[] = Object.keys(parties),
): readonly Readonly<{ office: string; at: number; by: string }>[] =>
  Object.entries(parties)
    .flatMap(([party, { members = [] }]) => members.map((office) => ({ party, office })))
    .map(({ party, office }, at) => ({ party, office, at, by: officeMember(at) }))
    .filter(({ party }) => among.includes(party));

/** The committee's office says which unit each office is. */
export const assignOffices = async (edition: PlayedEdition, { phase }: StageDays): Promise<void> => {
  const roundId = await findRound(edition, phase ?? '');
  const { play } = edition;
  for (const { office, at } of officesIn(edition)) {
    const unit = play.world.units[at];
    if (unit === undefined)
      throw new Error(`${edition.name}: no unit of the invented province is the office ${office}`);
    await edition.order(FIRST_OFFICER, `/v1/rounds/${roundId}/offices/${office}`, {
      organizationId: play.organization(unit.code),
    });
  }
  await play.platform.untilQuiet();
};
