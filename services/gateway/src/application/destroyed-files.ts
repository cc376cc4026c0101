import { EdgeError } from './problem.ts';

export type DestroyedFile = Readonly<{ sha256: string; position: number }>;

type Parts = Readonly<{
  /** Destroyed behind a position, the first before the others; an empty answer is the end. */
  list: (afterPosition: number) => Promise<readonly DestroyedFile[]>;
  destroy: (sha256: string) => Promise<void>;
  forget: (sha256: string) => void;
}>;

/** What is told of a file by its service; whoever asks for what was destroyed is told that it was. Refusal: EVIDENCE_GONE. */
export const stillThere = <T extends Readonly<{ destroyedAt: string }>>(known: T): T => {
  const { destroyedAt } = known;
  if (destroyedAt !== '') throw new EdgeError('EVIDENCE_GONE', { field: 'sha256', details: { destroyedAt } });
  return known;
};

/**
 * Takes the bytes of destroyed files away, and their pictures out of memory. Run again and again: the order itself does it at once, but
 * its gateway may have died behind it, and a file that was registered before may have been kept behind it. So each is taken away in two
 * runs, which lie further apart than keeping takes; what fails is tried in the next one, and keeps no other from going.
 */
export const takeDestroyedAway = ({ list, destroy, forget }: Parts): (() => Promise<void>) => {
  let settled = 0;
  let seen = 0;
  return async () => {
    let last = settled;
    const failures: unknown[] = [];
    for (let page = await list(last); page.length > 0; page = await list(last))
      for (const { sha256, position } of page) {
        last = Math.max(last, position);
        forget(sha256);
        await destroy(sha256).catch((error: unknown) => failures.push(error));
      }
    if (failures.length > 0)
      throw new AggregateError(failures, `${failures.length} destroyed files could not be taken away`);
    settled = seen;
    seen = last;
  };
};
