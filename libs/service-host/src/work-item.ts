/** One thing, or one batch of things, that waits for somebody: as `jiangong.work.v1` carries it, for use cases, which know no wire. */
export type WorkItem = Readonly<{
  kind: string;
  /** In which role it waits for him; empty: as the very person. */
  role: string;
  subjectKind: string;
  subjectId: string;
  editionId: string;
  titleZh: string;
  titleEn: string;
  /** UTC with milliseconds; empty: no moment is set. */
  dueAt: string;
  done: number;
  total: number;
}>;

/** `cut`: there is more of a kind than one answer holds. */
export type WorkTold = Readonly<{ items: readonly WorkItem[]; cut: boolean }>;
