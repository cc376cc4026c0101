import type { CallContext } from '@jiangong/service-host';
import type { ReadSheet } from '@jiangong/spreadsheets';
import { aloneRefusal, officeOf, recordable } from '../domain/measure/decide-values.ts';
import { measureGroundOf } from '../domain/measure/ground.ts';
import { VALUES_PER_ORDER_MAX } from '../domain/measure/limits.ts';
import type { WrittenValue } from '../domain/measure/orders.ts';
import { faultOf, type FaultyValue, type FormValue, originOf, readForm } from '../domain/measure/read-form.ts';
import type { MeasureRefusal } from '../domain/measure/refusals.ts';
import { BLANK, type Measure, valueKey } from '../domain/measure/state.ts';
import type { Candidate } from '../domain/round/holders.ts';
import { entryOf, type Round } from '../domain/round/state.ts';
import { callerIn } from './change-checklist.ts';
import type { OfSource } from './change-measure.ts';
import type { Evaluation } from './evaluation.ts';
import type { Workbooks } from './ports.ts';
import { readRoundMeasures } from './read-measure.ts';
import { type ApplicationRefusal, refusal } from './reasons.ts';

export type CheckMeasureForm = OfSource & Readonly<{ format: string; content: Buffer }>;

/** What a form holds and what becomes of it. `fresh`: values that are not recorded yet; `standing`: those that stand so already. */
export type CheckedMeasures = Readonly<{
  given: number;
  fresh: readonly WrittenValue[];
  standing: number;
  empty: number;
  faults: readonly FaultyValue[];
  mismatch: 'round' | 'measure' | null;
}>;

export type FormAnswer =
  | Readonly<{ kind: 'refused'; refusal: MeasureRefusal | ApplicationRefusal }>
  | Readonly<{ kind: 'checked'; form: CheckedMeasures }>;

const NOTHING = { given: 0, fresh: [], standing: 0, empty: 0, faults: [] } as const;

type Asked = Readonly<{ round: Round; person: Candidate; request: CheckMeasureForm; now: string; measure: Measure }>;

/** Every value asked of the rule book, as if it came alone; what is wrong is named by its cell. */
const checkValues = (values: readonly FormValue[], { round, person, request, now, measure }: Asked) => {
  const entryIds = [...new Set(values.map(({ entryId }) => entryId))];
  const ground = measureGroundOf(round, { sourceId: request.sourceId, entryIds }, person, now);
  const office = officeOf(ground);
  const fresh: WrittenValue[] = [];
  const faults: FaultyValue[] = [];
  const seen = new Set<string>();
  if ('reason' in office) return { fresh, faults, standing: 0 };
  for (const value of values) {
    const key = valueKey(value);
    const found = seen.has(key)
      ? ({ reason: 'VALUE_TWICE', field: 'entryId' } as const)
      : recordable(measure, value, { ...office, ground, now });
    seen.add(key);
    if (found === null) continue;
    if ('reason' in found) faults.push(faultOf(value, found));
    else fresh.push({ entryId: value.entryId, attempt: value.attempt, value: value.value, dayOf: value.dayOf });
  }
  return { fresh, faults, standing: values.length - fresh.length - faults.length };
};

const otherOrigin = (sheets: readonly ReadSheet[], { roundId, sourceId }: OfSource): 'round' | 'measure' | null => {
  const origin = originOf(sheets);
  if (origin === undefined) return null;
  if (origin.roundId !== roundId) return 'round';
  return origin.sourceId === sourceId ? null : 'measure';
};

/** What would become of the form, with everything that is wrong with it; undefined where it is none. */
const checkForm = (sheets: readonly ReadSheet[], asked: Asked): CheckedMeasures | MeasureRefusal | undefined => {
  const { round, person, request, now } = asked;
  const ground = measureGroundOf(round, { sourceId: request.sourceId, entryIds: [] }, person, now);
  const office = officeOf(ground);
  if ('reason' in office) return office;
  const mismatch = otherOrigin(sheets, request);
  if (mismatch !== null) return { ...NOTHING, mismatch };
  const read = readForm(sheets, office.rules);
  if (read === undefined) return undefined;
  const { values, empty, faults } = read;
  if (values.length > VALUES_PER_ORDER_MAX)
    return { reason: 'TOO_MANY_VALUES', field: 'content', details: { valuesMax: VALUES_PER_ORDER_MAX } };
  const checked = checkValues(values, asked);
  const isEntry = (entryId: string): boolean => round.kind !== 'absent' && entryOf(round, entryId) !== undefined;
  return {
    ...{ given: values.length, empty, mismatch: null },
    ...{ fresh: checked.fresh, standing: checked.standing },
    faults: [...faults, ...checked.faults].map((fault) => (isEntry(fault.entryId) ? fault : { ...fault, entryId: '' })),
  };
};

/** Reads a filled in form: everything that is wrong with it is named, and what might be recorded is told. Nothing is written here. */
export const checkMeasureForm =
  (evaluation: Evaluation, workbooks: Workbooks) =>
  async (request: CheckMeasureForm, call: CallContext): Promise<FormAnswer> => {
    const { format, roundId, sourceId } = request;
    if (format !== 'xlsx' && format !== 'csv') return refusal('MEASURE_FORM_UNKNOWN', 'format');
    const { round } = await evaluation.readRound(roundId);
    const person = await callerIn(evaluation, round, call);
    const ground = measureGroundOf(round, { sourceId, entryIds: [] }, person, call.now);
    const office = officeOf(ground);
    const hindrance = 'reason' in office ? office : aloneRefusal(ground, 'hindrance');
    if (hindrance !== undefined || round.kind === 'absent')
      return { kind: 'refused', refusal: hindrance ?? { reason: 'NO_MEASURE', field: 'sourceId' } };
    const reading = await workbooks.read(format, request.content);
    if (reading.kind === 'unreadable') return refusal(reading.reason, 'content');
    const found = (await readRoundMeasures(evaluation, round)).find(({ open }) => open.source.id === sourceId);
    const asked: Asked = { round, person, request, now: call.now, measure: found?.measure ?? BLANK };
    const form = checkForm(reading.sheets, asked);
    if (form === undefined) return refusal('MEASURE_FORM_UNKNOWN', 'content');
    return 'reason' in form ? { kind: 'refused', refusal: form } : { kind: 'checked', form };
  };
