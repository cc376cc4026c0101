import type { CompiledSource } from '@jiangong/programmes';
import type { PlayedEdition } from '../edition.ts';

export type Panel = Extract<CompiledSource, { kind: 'panel' }>;

/** The person's id, or the organization's where the unit has the vote. */
export const seatIdOf = ({ play }: PlayedEdition, { filling }: Panel, by: string): string => {
  if (filling.seat === 'person') return play.person(by);
  const home = play.world.people.find(({ code }) => code === by)?.home ?? '';
  return play.organization(home);
};
