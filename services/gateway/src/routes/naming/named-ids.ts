import { z } from 'zod';
import { id } from '../fields.ts';

/** What has a name that is told beside its id. */
export const NAMED_KINDS = ['organization', 'person', 'edition', 'entry', 'round'] as const;
export type NamedKind = (typeof NAMED_KINDS)[number];

/** Where the kind of an id stands in its schema; clients read it in the document, too. */
const ID_OF = 'x-id-of';

/** Whose id it is: always the same, or told by a word in a field beside it. */
export type KindOfId = NamedKind | Readonly<{ by: string; kinds: Readonly<Record<string, NamedKind>> }>;

const idOf = (kind: NamedKind) => id().meta({ [ID_OF]: kind });

/** Ids in answers, named by the gateway: a field `nominatorId` gets `nominatorName` beside it, `successorIds` gets `successorNames`. */
export const organizationRef = () => idOf('organization');
export const personRef = () => idOf('person');
export const editionRef = () => idOf('edition');
export const entryRef = () => idOf('entry');
export const roundRef = () => idOf('round');

/** A stream of the log is called by its service, its kind and up to two ids. */
const WHATEVER_ID = /^[\x21-\x7e]{1,200}$/u;

/** An id whose kind is told by a field beside it; of words that are not listed nothing is named, and what stands there may be no UUID: a service, a stream. */
export const refBy = (by: string, kinds: Readonly<Record<string, NamedKind>>) =>
  z
    .string()
    .regex(WHATEVER_ID)
    .meta({ [ID_OF]: { by, kinds } satisfies KindOfId });

/** What is put forward: a unit or a person has a name; a project is the entry itself. */
export const subjectRef = () =>
  refBy('subjectKind', {
    organization: 'organization',
    collective: 'organization',
    person: 'person',
    'office-holder': 'person',
  });

/** Whose id a schema declares; undefined: it declares none. */
export const kindOfId = (schema: z.ZodType): KindOfId | undefined => schema.meta()?.[ID_OF] as KindOfId | undefined;

/** What something is called. People have one name, in `zh`. */
export const name = z
  .object({
    zh: z.string(),
    en: z.string().nullable().meta({ description: '没有英文名称的为空 / null where it has no English name' }),
  })
  .meta({
    id: 'Name',
    description:
      '名称。null：不存在、无权得知，或暂时无法取得。 / What an id is called; null: there is none, it may not be told to this caller, or it was not to be had',
  });
export type Name = z.output<typeof name>;

/** `nominatorId` → `nominatorName`, `successorIds` → `successorNames`, `proposedBy` → `proposedByName`, `answerable` → `answerableNames`; an object's `id` → `name`. */
export const nameFieldOf = (field: string, many: boolean): string =>
  field === 'id' ? 'name' : `${field.replace(/Ids?$/u, '')}${many ? 'Names' : 'Name'}`;
