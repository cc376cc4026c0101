import { WITHHELD_FIELDS } from './withheld-fields.ts';

type Json = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An id whose kind stands beside it is told of these kinds only: of no person, and of no word that is new. */
const KIND_BESIDE: Readonly<Record<string, string>> = { holderId: 'holderKind', subjectId: 'subjectKind' };
const TOLD_KINDS: readonly unknown[] = ['organization', 'project', 'entry', 'line', 'work', 'collective'];

const mayBePersons = (record: Json, field: string): boolean => {
  const beside = KIND_BESIDE[field];
  return beside !== undefined && !TOLD_KINDS.includes(record[beside]);
};

/** A fact without what is a person's or anybody's prose: ids, words, dates and numbers are left. */
export const toldOf = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(toldOf);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([field]) => !WITHHELD_FIELDS.has(field) && !mayBePersons(value, field))
      .map(([field, inner]) => [field, toldOf(inner)]),
  );
};

type Told = Readonly<{ type: string; occurredAt: string; position: number; data: unknown }>;

/** What is posted, to the byte: it is signed as it stands. */
export const bodyOf = ({ type, occurredAt, position, data }: Told): string =>
  JSON.stringify({ type, timestamp: occurredAt, position, data: toldOf(data) });

/** What a test posts. */
export const TEST_FACT = 'jiangong.test';
export const testBodyOf = (now: string): string => JSON.stringify({ type: TEST_FACT, timestamp: now, data: {} });
