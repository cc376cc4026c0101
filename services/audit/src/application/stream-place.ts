import { READ_STREAM_PREFIX } from '@jiangong/service-host';

/** Whom a stream is about: an organization or a person. Where these stand in the tree is asked when somebody looks: they move. */
export type Place = Readonly<{ kind: 'organization' | 'person'; subject: string }>;

/** The same, or what it is read from: `stream`, a stream that is placed already; `thing`, the stream in which a thing came up. */
export type PlaceSource = Place | Readonly<{ kind: 'stream' | 'thing'; subject: string }>;

type Told = Readonly<{ stream: string; data: unknown; actor: Readonly<{ organization: string | null }> }>;
type Owner = (id: string) => PlaceSource;

const organization: Owner = (subject) => ({ kind: 'organization', subject });
const person: Owner = (subject) => ({ kind: 'person', subject });
const inStream =
  (prefix: string): Owner =>
  (id) => ({ kind: 'stream', subject: `${prefix}${id}` });

const EDITIONS = 'merit-projects.edition-';
const ENTRIES = 'merit-projects.entries-';
const ROUNDS = 'evaluation.round-';

/** Streams that are named after whom they are about. */
const NAMED: readonly (readonly [prefix: string, owner: Owner])[] = [
  ['organizations.organization-', organization],
  ['membership.person-', person],
  ['notifications.inbox-', person],
  ['notifications.account-', person],
];

/** Streams whose facts say whom they are about, and in which field. All others are about whoever holds the mandate of their first fact that has one. */
const TOLD: readonly (readonly [prefix: string, field: string, owner: Owner])[] = [
  [ENTRIES, 'nominatorId', organization],
  ['merit-projects.dossier-', 'nominatorId', organization],
  ['merit-projects.files-', 'nominatorId', organization],
  ['merit-projects.inspection-', 'nominatorId', organization],
  ['merit-projects.evidence-', 'nominatorId', organization],
  ['merit-projects.upload-', 'addedBy', person],
  [EDITIONS, 'committeeId', organization],
  ['merit-projects.review-claims-', 'editionId', inStream(EDITIONS)],
  ['merit-projects.codes-', 'editionId', inStream(EDITIONS)],
  ['merit-projects.reminders-', 'editionId', inStream(EDITIONS)],
  ['merit-projects.series-', 'committeeId', organization],
  ['merit-projects.template-', 'committeeId', organization],
  [ROUNDS, 'committeeId', organization],
  ['evaluation.naming-', 'committeeId', organization],
  ['evaluation.honour-', 'homeId', organization],
  ['evaluation.recommendation-', 'homeId', organization],
  ['evaluation.talk-', 'homeId', organization],
  ['evaluation.sheet-', 'personId', person],
  ['evaluation.notes-', 'personId', person],
  ['evaluation.reminders-', 'roundId', inStream(ROUNDS)],
  ['evaluation.ballot-', 'roundId', inStream(ROUNDS)],
  ['evaluation.paper-box-', 'roundId', inStream(ROUNDS)],
  ['evaluation.checklist-', 'roundId', inStream(ROUNDS)],
  ['evaluation.bonus-', 'roundId', inStream(ROUNDS)],
  ['evaluation.measure-', 'roundId', inStream(ROUNDS)],
  ['evaluation.document-', 'editionId', inStream(EDITIONS)],
  ['notifications.reminders-', 'editionId', inStream(EDITIONS)],
];

const thing: Owner = (subject) => ({ kind: 'thing', subject });

/** What was looked at, by the kind of resource that the permission names. Kinds that do not stand here are of no organization. */
const LOOKED_AT: Readonly<Record<string, Owner>> = {
  organization,
  'organization-or-root': organization,
  person,
  stream: inStream(''),
  edition: inStream(EDITIONS),
  round: inStream(ROUNDS),
  'round-to-score': inStream(ROUNDS),
  series: inStream('merit-projects.series-'),
  honour: inStream('evaluation.honour-'),
  entry: thing,
  'entry-shown': thing,
  objection: thing,
};

const textIn = (data: unknown, field: string): string | null => {
  const value: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, field) : undefined;
  return typeof value === 'string' && value !== '' ? value : null;
};

const lookedAt = (data: unknown): PlaceSource | null => {
  const id = textIn(data, 'resourceId');
  return id === null ? null : (LOOKED_AT[textIn(data, 'resourceKind') ?? '']?.(id) ?? null);
};

/** Whom a fact says that its stream is about; null when it does not. */
export const toldBy = ({ stream, data }: Told): PlaceSource | null => {
  const named = NAMED.find(([prefix]) => stream.startsWith(prefix));
  if (named) return named[1](stream.slice(named[0].length));
  if (stream.startsWith(READ_STREAM_PREFIX)) return lookedAt(data);
  const told = TOLD.find(([prefix]) => stream.startsWith(prefix));
  const id = told && textIn(data, told[1]);
  return told && id ? told[2](id) : null;
};

/** The organization under whose mandate it was done. */
export const mandateOf = ({ actor }: Told): Place | null =>
  actor.organization === null ? null : { kind: 'organization', subject: actor.organization };

/** Ids of things that come up in a nominator's stream, so that it is known where they stand when somebody looks at them. */
export const thingsIn = ({ stream, data }: Told): readonly string[] =>
  stream.startsWith(ENTRIES)
    ? ['entryId', 'objectionId'].map((field) => textIn(data, field)).filter((id) => id !== null)
    : [];
