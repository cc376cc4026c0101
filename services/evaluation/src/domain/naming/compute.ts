import { localDateOf } from '@jiangong/calendar';
import { canonicalBytes, sha256Hex } from '@jiangong/event-store';
import type { EditionLookedAt, LookedAt, NamingFact } from './facts.ts';
import { COMPUTATIONS_MAX, SERIES_YEARS_MAX, SUBJECTS_MAX, SUBJECTS_PER_FACT_MAX } from './limits.ts';
import { type EditionRecord, lookAt } from './look-at.ts';
import type { ComputeNaming } from './orders.ts';
import type { NamingRefusal } from './refusals.ts';
import type { Naming } from './state.ts';

/** One edition a year: the one that was commended, else the last that was abandoned. */
const editionOfYear = (order: ComputeNaming, year: number): EditionRecord | NamingRefusal => {
  const ofYear = order.editions.filter((edition) => edition.year === year);
  const standing = ofYear.filter(({ state }) => state !== 'abandoned');
  const [edition, second] = standing;
  if (second !== undefined) return { reason: 'YEAR_WITH_TWO_EDITIONS', field: 'firstYear', details: { year } };
  if (edition?.state === 'under-way') return { reason: 'YEAR_NOT_COMMENDED', field: 'lastYear', details: { year } };
  if (edition !== undefined) return edition;
  const abandoned = ofYear.toSorted((a, b) => a.ordinal - b.ordinal).at(-1);
  if (abandoned === undefined) return { reason: 'YEAR_WITHOUT_EDITION', field: 'firstYear', details: { year } };
  if (order.tables.abandoned === 'spoil') return { reason: 'YEAR_ABANDONED', field: 'firstYear', details: { year } };
  return abandoned;
};

const editionsOf = (order: ComputeNaming): readonly EditionRecord[] | NamingRefusal => {
  const { firstYear, lastYear, years, tables } = order;
  if (firstYear > lastYear || lastYear - firstYear >= SERIES_YEARS_MAX || lastYear - firstYear + 1 !== years)
    return { reason: 'YEARS_INVALID', field: 'lastYear', details: { yearsMax: SERIES_YEARS_MAX, years } };
  const found: EditionRecord[] = [];
  for (let year = firstYear; year <= lastYear; year++) {
    const edition = editionOfYear(order, year);
    if ('reason' in edition) return edition;
    if (edition.state === 'commended' && edition.series !== tables.series)
      return { reason: 'SERIES_OF_ANOTHER_PROGRAMME', field: 'templateHash', details: { year } };
    const { asOf } = tables;
    if (asOf !== undefined && edition.decidedOn !== null && edition.decidedOn > asOf)
      return { reason: 'YEAR_DECIDED_AFTER_DAY', field: 'lastYear', details: { year, day: asOf } };
    found.push(edition);
  }
  return found.some(({ state }) => state === 'commended') ? found : { reason: 'NO_YEARS_LEFT', field: 'firstYear' };
};

const lookedAt = (edition: EditionRecord): EditionLookedAt => ({
  editionId: edition.editionId,
  year: edition.year,
  state: edition.state === 'abandoned' ? 'abandoned' : 'commended',
  templateHash: edition.templateHash,
  roundId: edition.roundId,
  decisionId: edition.decisionId,
  documentNumber: edition.documentNumber,
});

const inParts = (subjects: readonly LookedAt[]): readonly (readonly LookedAt[])[] =>
  Array.from({ length: Math.ceil(subjects.length / SUBJECTS_PER_FACT_MAX) }, (_, part) =>
    subjects.slice(part * SUBJECTS_PER_FACT_MAX, (part + 1) * SUBJECTS_PER_FACT_MAX),
  );

/** The list, computed from editions and honours alone: it names every subject looked at, with the reason it is in or out. */
export const computeNaming = (naming: Naming, order: ComputeNaming): readonly NamingFact[] | NamingRefusal => {
  const before = naming.kind === 'computed' ? naming : null;
  if (before !== null && before.taken.kind !== 'undecided')
    return { reason: 'DECISION_TAKEN_ALREADY', field: 'seriesId' };
  const { reading, seriesId, committeeId, firstYear, lastYear, tables, roundId, editionId } = order;
  const { asOf } = tables;
  if (asOf !== undefined && localDateOf(order.now) < asOf)
    return { reason: 'NAMING_BEFORE_ITS_DAY', field: 'lastYear', details: { day: asOf } };
  const found = editionsOf(order);
  if ('reason' in found) return found;
  const computation = (before?.latest.computation ?? 0) + 1;
  if (computation > COMPUTATIONS_MAX)
    return { reason: 'TOO_MANY_NAMINGS', details: { computationsMax: COMPUTATIONS_MAX } };
  const subjects = lookAt(
    found.filter(({ state }) => state === 'commended'),
    order.successors,
  );
  if (subjects.length > SUBJECTS_MAX)
    return { reason: 'SUBJECTS_TOO_MANY', field: 'seriesId', details: { subjectsMax: SUBJECTS_MAX } };
  const editions = found.map(lookedAt);
  const rules = { seriesId, committeeId, firstYear, lastYear, reading, ...tables };
  const resultHash = sha256Hex(canonicalBytes({ ...rules, editions, subjects }));
  if (before?.latest.resultHash === resultHash && before.outdatedBy.length === 0) return [];
  const parts = inParts(subjects);
  const ids = { roundId, editionId };
  return [
    ...parts.map((some, at): NamingFact => ({
      type: 'SubjectsLookedAt.v1',
      data: { ...ids, computation, part: at + 1, parts: parts.length, subjects: some },
    })),
    {
      type: 'NamingComputed.v1',
      data: {
        ...ids,
        computation,
        ...rules,
        editions,
        computedAt: order.now,
        subjects: subjects.length,
        parts: parts.length,
        resultHash,
        predecessor: before?.latest.resultHash ?? null,
        because: before?.outdatedBy ?? [],
      },
    },
  ];
};
