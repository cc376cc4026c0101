import type { InstantWindow } from '@jiangong/calendar';

/** The acts of an edition (domain.md §4), in the order in which they open. Their windows are data and may overlap. */
export const STAGES = ['planning', 'delivery', 'declaration', 'review', 'notice', 'scoring', 'decision'] as const;

export type Stage = (typeof STAGES)[number];

export const isStage = (text: string): text is Stage => (STAGES as readonly string[]).includes(text);

/** The stages in which a unit does something itself: only these know late entry. */
export const LATE_ENTRY_STAGES: readonly Stage[] = ['planning', 'delivery', 'declaration'];

/** When each stage is open: `opensAt <= now < closesAt`. */
export type StageWindows = Readonly<Record<Stage, InstantWindow>>;
