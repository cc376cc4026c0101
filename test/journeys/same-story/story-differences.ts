import type { LoggedEvent } from '../demo/report/read-log.ts';

/** What a demo wrote with `--out`, as text. */
export type Told = Readonly<{
  events: string;
  /** By year. */
  editions: Readonly<Record<string, Readonly<Record<'scheme.json' | 'score-sheets.json' | 'result.json', string>>>>;
}>;

/**
 * What two runs of one story may do differently: requests that are under way at the same time arrive in either order, so places and what
 * is chained or counted by them differ; traces and the ids of single requests are drawn; what is encrypted is encrypted under a drawn
 * nonce, so its bytes and every hash over them differ.
 */
const OF_ONE_RUN: readonly string[] = [
  ...['position', 'revision', 'prev', 'hash'],
  ...['traceparent', 'correlationId', 'causationId', 'requestId', 'eventId'],
  ...['dataHash', 'requestHash'],
];

/**
 * Fields of any depth that each run draws for itself, or that hash what was drawn or encrypted: the secret behind draws and its
 * commitment, certificates' numbers, an objection's id, what its source is known by.
 */
const DRAWN: readonly string[] = [
  ...['drawCommitment', 'secret', 'seed', 'inputsHash'],
  ...['certificateNumber', 'objectionId', 'source'],
];

/** Fields of any depth that are places in the log: how much stood there by then depends on what arrived first elsewhere. */
const PLACES: readonly string[] = ['lastIndex'];

/** The end of a dossier is told by its revision; its hash is over encrypted bytes. */
const HASHED_END = 'dossierEnd';

/** Lists in the order of arrival. */
const IN_ORDER_OF_ARRIVAL: readonly string[] = ['entered'];

/** Reads of a record each have a stream of a drawn id; what an objector wrote lies under a key of the objection's id. */
const STREAM_OF_ONE_RUN = 'audit.read-';
const KEY_OF_ONE_RUN = 'objection/';

const SHOWN_CHARS_MAX = 300;

const withoutBytes = (name: string, value: unknown): unknown => {
  if (DRAWN.includes(name)) return value === null ? null : 'drawn';
  if (PLACES.includes(name)) return typeof value;
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value))
    return IN_ORDER_OF_ARRIVAL.includes(name)
      ? value.map((item) => JSON.stringify(item, withoutBytes)).sort()
      : (value as unknown);
  const entries = Object.entries(value)
    .filter(([field]) => name !== HASHED_END || field !== 'hash')
    .sort(([one], [other]) => (one < other ? -1 : 1));
  if (!('ciphertext' in value)) return Object.fromEntries(entries);
  const keyId = 'keyId' in value ? String(value.keyId) : null;
  return { encryptedUnder: keyId?.startsWith(KEY_OF_ONE_RUN) === true ? KEY_OF_ONE_RUN : keyId };
};

/** Who is protected, as an objector is, is known by a drawn id. */
const actorOf = ({ actor }: LoggedEvent): LoggedEvent['actor'] =>
  actor.kind === 'protected' ? { ...actor, id: 'drawn' } : actor;

/** What an event says, without what belongs to one run. */
const saidBy = (line: string): string => {
  const event = JSON.parse(line) as LoggedEvent;
  const kept = Object.entries(event).filter(([field]) => !OF_ONE_RUN.includes(field));
  const said = {
    ...Object.fromEntries(kept),
    actor: actorOf(event),
    stream: event.stream.startsWith(STREAM_OF_ONE_RUN) ? STREAM_OF_ONE_RUN : event.stream,
  };
  return JSON.stringify(said, withoutBytes);
};

const countOf = (texts: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
};

const eventDifferences = (one: string, other: string): readonly string[] => {
  const [left, right] = [one, other].map((text) => countOf(text.trimEnd().split('\n').map(saidBy))) as [
    Map<string, number>,
    Map<string, number>,
  ];
  return [...new Set([...left.keys(), ...right.keys()])]
    .filter((said) => left.get(said) !== right.get(said))
    .map(
      (said) =>
        `events.jsonl: ${left.get(said) ?? 0} times in one, ${right.get(said) ?? 0} in the other: ${said.slice(0, SHOWN_CHARS_MAX)}`,
    );
};

/** Lists stand in the order in which entries and seats came into the round, which is that of arrival: compared as sets. */
const asSets = (sheets: string): string => {
  const parts = JSON.parse(sheets) as Readonly<Record<string, unknown>>;
  return JSON.stringify(
    Object.entries(parts)
      .filter(([name]) => !DRAWN.includes(name))
      .map(([name, part]) => [name, Array.isArray(part) ? part.map((item) => JSON.stringify(item)).sort() : part]),
  );
};

/** Every difference between two tellings of one story that can not be put down to the runs themselves. */
export const storyDifferences = (one: Told, other: Told): readonly string[] => {
  const years = [...new Set([...Object.keys(one.editions), ...Object.keys(other.editions)])].sort();
  const ofYears = years.flatMap((year) => {
    const [left, right] = [one.editions[year], other.editions[year]];
    if (!left || !right) return [`${year}: only one of the two was played`];
    return [
      ...(['scheme.json', 'result.json'] as const)
        .filter((file) => left[file] !== right[file])
        .map((file) => `${year}/${file}: the bytes differ`),
      ...(asSets(left['score-sheets.json']) === asSets(right['score-sheets.json'])
        ? []
        : [`${year}/score-sheets.json: other entries, recusals or sheets`]),
    ];
  });
  return [
    ...(years.length === 0 ? ['no edition was played'] : []),
    ...ofYears,
    ...eventDifferences(one.events, other.events),
  ];
};
