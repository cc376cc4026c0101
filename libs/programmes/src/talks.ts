import type { StageRule } from './template/calendar.ts';
import type { Template } from './template/template.ts';

/** Whether an award of the template has as its duty a talk that this party holds: in another stage of talks there would be nobody to talk with. */
export const holdsTalks = ({ outcome, duties }: Template, party: string): boolean =>
  duties.some(({ id, act, by }) => act === 'talk' && by === party && outcome.some(({ duty }) => duty === id));

/** An appraisal office makes known what one body decided for the whole edition; entries are made known by the committee's office. */
export const mayOfficePublish = (
  { calendar, parties, intake }: Template,
  { id }: StageRule,
  party: string,
): boolean => {
  const at = calendar.findIndex((stage) => stage.id === id);
  const decides = calendar.slice(0, at).find(({ act }) => act === 'decide');
  const bodies = decides === undefined ? [] : [decides.by].flat();
  const isWhole = bodies.length > 0 && bodies.every((body) => parties[body]?.role === 'committee-leader');
  return isWhole && intake.how !== 'computed-list' && parties[party]?.scope === 'edition';
};
