import type { ExpectedEnd } from '../play/acts/decision.ts';
import type { Play } from '../play/play.ts';
import type { LoggedEvent } from './read-log.ts';

/** What every commended entry has been through, in this order. */
const LIFE = [
  'EntryPlanned.v1',
  'EntryConfirmed.v1',
  'ProgressReported.v1',
  'EntryDeclared.v1',
  'EntryReviewed.v1',
  'ClearanceGiven.v1',
  'EntryPublished.v1',
  'IntakeClosed.v1',
];

const STREAMS = ['merit-projects.entries-', 'merit-projects.dossier-'];

type Told = Readonly<{ entryId?: string; entered?: readonly Readonly<{ entryId: string }>[] }>;

/** The entries that a fact is about: one, or all that an intake let in. */
const entriesOf = ({ data }: LoggedEvent): readonly string[] => {
  const { entryId, entered = [] } = (data ?? {}) as Told;
  return entryId === undefined ? entered.map((entry) => entry.entryId) : [entryId];
};

/** Every commended entry's whole life stands in the log, each step with its actor, time and correlation. */
export const lifeFaults = (
  play: Play,
  events: readonly LoggedEvent[],
  ends: readonly ExpectedEnd[],
): readonly string[] => {
  const lives = new Map<string, LoggedEvent[]>();
  for (const event of events) {
    if (!STREAMS.some((prefix) => event.stream.startsWith(prefix))) continue;
    for (const entryId of entriesOf(event)) lives.set(entryId, [...(lives.get(entryId) ?? []), event]);
  }
  return ends.flatMap(({ awards }) =>
    awards.flatMap(({ entry }) => {
      const life = lives.get(play.entry(entry).entryId) ?? [];
      const steps = life.map(({ type }) => type).filter((type) => LIFE.includes(type));
      const inOrder = LIFE.every(
        (type, index) => index === 0 || steps.indexOf(type) > steps.indexOf(LIFE[index - 1] as string),
      );
      const told = life.every(
        ({ actor, occurredAt, correlationId }) => actor.kind !== '' && occurredAt !== '' && correlationId !== '',
      );
      return steps.includes(LIFE[0] as string) && inOrder && told
        ? []
        : [`${entry}: its life in the log is ${steps.join(' → ')}`];
    }),
  );
};
