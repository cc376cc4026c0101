import type { EntryGround } from '../round/entry-ground.ts';
import { type OpenMeasure, recordsFor } from './ground.ts';
import type { Measure } from './state.ts';

/** In what right somebody reads what was recorded of one entry. `second`: one who may carry out what is proposed about it. */
export type MeasureReader = Readonly<{ entry: EntryGround; second: boolean }>;

/** Whether somebody reads what one measure records by the office that records it. */
export const isOffice = ({ entry }: MeasureReader, { rules }: OpenMeasure): boolean =>
  recordsFor(entry.actsFor, rules) !== undefined;

/**
 * What of an entry's values somebody may read: whoever is judged and the office that records, all of that source; a second person, the
 * value that something was proposed about. Nobody else reads any. What is only proposed is no matter of those who are judged.
 */
export const shownOf = (
  { values, proposals }: Measure,
  open: OpenMeasure,
  entryId: string,
  reader: MeasureReader,
): Measure => {
  const mine = proposals.filter(({ terms }) => terms.entryId === entryId);
  const all = reader.entry.isSubject || isOffice(reader, open);
  const told = [...values].filter(
    ([, one]) =>
      one.entryId === entryId && (all || (reader.second && mine.some(({ terms }) => terms.attempt === one.attempt))),
  );
  const isTold = !reader.entry.isSubject && (isOffice(reader, open) || reader.second);
  return { values: new Map(told), proposals: isTold ? mine : [] };
};

/** Whether somebody may read anything of what was recorded of an entry at all. */
export const readsAny = (
  found: readonly Readonly<{ open: OpenMeasure; measure: Measure }>[],
  entryId: string,
  reader: MeasureReader,
): boolean =>
  reader.entry.isSubject ||
  found.some(
    ({ open, measure }) =>
      isOffice(reader, open) || (reader.second && measure.proposals.some(({ terms }) => terms.entryId === entryId)),
  );

/** Whether a reader may record an entry's values, were it the time for it. Orders are decided by their own rules. */
export const recordsOf = ({ entry }: Pick<MeasureReader, 'entry'>, { rules }: OpenMeasure): boolean => {
  const office = recordsFor(entry.actsFor, rules);
  const concerned = entry.subjectId === entry.personId || entry.answerable.includes(entry.personId);
  return office !== undefined && !concerned && office.organizationId !== entry.subjectId;
};
