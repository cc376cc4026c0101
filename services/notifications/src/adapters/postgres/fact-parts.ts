import type { Each, HonourFor } from '../../domain/template.ts';
import { type FactData, textOf } from './fact-data.ts';

/** What messages are made of: a fact itself, one honour of the circular that it is, with all that the circular says, or one entry that it lists. */
export type FactPart = Readonly<{ each?: Each; honourId: string; data: FactData }>;

const honourFor = (honour: FactData): HonourFor | undefined => {
  const entryId = textOf(honour, 'entryId');
  // A naming puts organizations forward by themselves.
  if (entryId !== '' && entryId === textOf(honour, 'holderId')) return 'named';
  if (textOf(honour, 'to') === 'leader') return 'leader';
  if (textOf(honour, 'holderKind') === 'organization') return 'organization';
  return entryId === '' ? undefined : 'entry';
};

/** The id that recipients are looked for by, beside the entry and its home. */
const HOLDER_FIELD: Readonly<Record<HonourFor, string | null>> = {
  entry: null,
  leader: 'personId',
  organization: 'organizationId',
  named: 'organizationId',
};

const honourPart = (circular: FactData, honour: FactData): readonly FactPart[] => {
  const each = honourFor(honour);
  if (each === undefined) return [];
  const field = HOLDER_FIELD[each];
  const holder = field === null ? {} : { [field]: textOf(honour, 'holderId') };
  return [{ each, honourId: textOf(honour, 'honourId'), data: { ...circular, ...honour, ...holder } }];
};

const listedPart = (fact: FactData, entryId: unknown): FactPart => ({
  each: 'listed-entry',
  honourId: '',
  data: { ...fact, entryId },
});

/** The fact as one part, and every honour and entry that it lists as a part of its own. */
export const partsOf = ({ honours, ...fact }: FactData): readonly FactPart[] => [
  { honourId: '', data: fact },
  ...(Array.isArray(honours) ? (honours as readonly FactData[]) : []).flatMap((honour) => honourPart(fact, honour)),
  ...(Array.isArray(fact['entryIds']) ? fact['entryIds'] : []).map((entryId: unknown) => listedPart(fact, entryId)),
];
