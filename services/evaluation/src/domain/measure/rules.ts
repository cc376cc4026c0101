import type { JudgedTime } from '../checklist/judged-time.ts';

/** Who records a measure and how exactly: compiled with the round's tables, and frozen with them. */
export type MeasureRules = Readonly<{
  sourceId: string;
  /** The party that records; empty: the platform counts it. */
  by: string;
  /** What the platform counts: the share of what somebody planned that he delivered. Absent: it is recorded. */
  computed?: 'share-delivered';
  /** What is measured: seconds, ranks, points. */
  unit: string;
  /** How fine a value may be; values are whole numbers of 10^-decimals units. */
  decimals: number;
  /** Whether values must come with a document. */
  document: 'required' | 'welcome';
  time: JudgedTime;
  /** Its Chinese and English name; null where the template gives none. */
  name: readonly [zh: string, en: string] | null;
}>;
