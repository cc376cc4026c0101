import type { FactValue } from '@jiangong/scoring';

/** An answer as it stands. `file`: its SHA-256; null where none was named. */
export type FactAnswer = Readonly<{
  entryId: string;
  questionId: string;
  value: FactValue;
  file: string | null;
  answeredBy: string;
  answeredAt: string;
  /** How often it was put right. */
  corrections: number;
}>;
