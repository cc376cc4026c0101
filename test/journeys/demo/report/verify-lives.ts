import type { ExpectedEnd } from '../play/acts/decision.ts';
import type { Play } from '../play/play.ts';
import type { LoggedEvent } from './read-log.ts';

/** What every commended project has been through, in this order. */
const LIFE = [
  'ProjectPlanned.v1',
  'ProjectConfirmed.v1',
  'ProjectProgressed.v1',
  'ProjectDeclared.v1',
  'ProjectScreened.v1',
  'ProjectCleared.v1',
  'ProjectPublished.v1',
  'ProjectEnteredEvaluation.v1',
  'ProjectCommended.v1',
];

/** Every commended project's whole life stands in the log, each step with its actor, time and correlation. */
export const lifeFaults = (
  play: Play,
  events: readonly LoggedEvent[],
  ends: readonly ExpectedEnd[],
): readonly string[] => {
  const lives = new Map<string, LoggedEvent[]>();
  for (const event of events) {
    const projectId = (event.data as { projectId?: string } | null)?.projectId;
    if (projectId !== undefined && event.stream.startsWith('merit-projects.unit-edition-'))
      lives.set(projectId, [...(lives.get(projectId) ?? []), event]);
  }
  return ends.flatMap(({ awards }) =>
    awards.flatMap(({ project }) => {
      const life = lives.get(play.project(project).projectId) ?? [];
      const steps = life.map(({ type }) => type).filter((type) => LIFE.includes(type));
      const inOrder = LIFE.every(
        (type, index) => index === 0 || steps.indexOf(type) > steps.indexOf(LIFE[index - 1] as string),
      );
      const told = life.every(
        ({ actor, occurredAt, correlationId }) => actor.kind !== '' && occurredAt !== '' && correlationId !== '',
      );
      return steps.includes(LIFE[0] as string) && inOrder && told
        ? []
        : [`${project}: its life in the log is ${steps.join(' → ')}`];
    }),
  );
};
