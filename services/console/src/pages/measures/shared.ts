import type { zh } from '../../words/zh.ts';
import type { Schemas } from '../../api/client.ts';
import { either } from '../../components/names.ts';

export type Measures = Schemas['Measures'];
export type Source = Schemas['MeasureSource'];
export type Value = Schemas['MeasuredValue'];
export type Version = Schemas['MeasureVersion'];
export type Of = Readonly<{ roundId: string; entryId: string }>;
export type Asked = Of & Readonly<{ onClose: () => void }>;

export const MEASURE_TOUCHES = [['measures'], ['work']] as const;
export const ORIGIN_CHARS_MAX = 100;
export const ATTEMPTS_MAX = 20;

/** As the template calls it; where it gives no name, its id. */
export const sourceName = ({ sourceId, nameZh, nameEn }: Source): string =>
  nameZh === null ? sourceId : either(nameZh, nameEn);

type Unit = keyof typeof zh.measures.units;
const UNITS: readonly string[] = [
  'points',
  'seconds',
  'minutes',
  'hours',
  'days',
  'percent',
  'rank',
  'count',
] satisfies readonly Unit[];
const isUnit = (unit: string): unit is Unit => UNITS.includes(unit);

/** What many templates measure in has words; of others the template's own. */
export const unitOf = (unit: string, t: (key: `measures.units.${Unit}`) => string): string =>
  isUnit(unit) ? t(`measures.units.${unit}`) : unit;

const DECIMAL = /^(?:0|[1-9]\d{0,7})(?:\.(\d{1,6}))?$/u;

/** Whether what was typed is a value of this measure. */
export const isValue = (typed: string, { decimals, unit }: Source): boolean => {
  const found = DECIMAL.exec(typed.trim());
  if (found === null || (found[1] ?? '').replace(/0+$/u, '').length > decimals) return false;
  return unit !== 'rank' || Number(typed) >= 1;
};

/** The attempt that comes next. */
export const nextAttempt = (attempts: readonly number[]): number =>
  Math.min(ATTEMPTS_MAX, Math.max(0, ...attempts) + 1);
