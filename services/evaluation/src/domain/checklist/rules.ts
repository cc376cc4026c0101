import type { JudgedTime, Part } from './judged-time.ts';

/** Who fills a check-list, and how: compiled with the round's tables, and frozen with them. */
export type ChecklistRules = Readonly<{
  sourceId: string;
  /** The party that owns each item. */
  owners: Readonly<Record<string, string>>;
  /** How each area's time is parted. */
  parts: Readonly<Record<string, Part>>;
  time: JudgedTime;
  /** Items of which one occurrence shuts out of honours. */
  vetoes: readonly string[];
  /** Present where its office may redraw it before a round opens. */
  redrawn?: true;
  /** Whether whoever is judged may answer what was found. */
  answer: boolean;
  /** Chinese and English names of its areas and items, by id. */
  names: Readonly<Record<string, readonly [zh: string, en: string]>>;
}>;
