import type { CalendarYear } from '../stage-windows.ts';
import type { Faults } from '../faults.ts';
import type { StageRule } from '../template/calendar.ts';
import { manyOf } from '../template/names.ts';
import type { Template } from '../template/template.ts';

/** What every check gets: the template with its parameters replaced, and where to tell faults. */
export type Checked = Readonly<{
  template: Template;
  faults: Faults;
  /** A year whose working days are known, to check the gaps by; without it only what fits in no year is refused. */
  year: CalendarYear | undefined;
  /** Whether the template's own days must leave room for the gaps; an edition's days are checked by themselves. */
  gaps: boolean;
}>;

export const partiesOf = ({ by }: StageRule): readonly string[] => manyOf(by);

/** Stages in which a party acts, of certain acts (or any). */
export const stagesOf = (template: Template, party: string, acts?: readonly string[]): readonly StageRule[] =>
  template.calendar.filter((stage) => partiesOf(stage).includes(party) && (!acts || acts.includes(stage.act)));

export const hasAct = (template: Template, act: string): boolean =>
  template.calendar.some((stage) => stage.act === act);

/** The party that an office belongs to: a party's own id, or that of one of its members. */
export const partyOfOffice = (template: Template, office: string): string | undefined => {
  if (Object.hasOwn(template.parties, office)) return office;
  return Object.entries(template.parties).find(([, { members }]) => members?.includes(office))?.[0];
};

/** Whether a body decides, with room for departures. */
export const bodyDecides = (template: Template): boolean =>
  hasAct(template, 'decide') && template.outcome.some(({ decide }) => decide === 'party');
