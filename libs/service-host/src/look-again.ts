import type { Ground } from './ground.ts';
import { refused } from './refusals.ts';

/**
 * Looks, and looks again once the read models have caught up with the log as it stands: nothing is said not to exist on old knowledge, and
 * what really is not there costs no more than the read models are behind. Throws READ_MODEL_BEHIND where they do not catch up in time.
 * `isThere` says whether it was all found.
 */
export const lookAgain = async <T>(
  { caughtUp }: Pick<Ground, 'caughtUp'>,
  look: () => Promise<T>,
  isThere: (seen: T) => boolean = (seen) => seen !== undefined,
): Promise<T> => {
  const seen = await look();
  if (isThere(seen)) return seen;
  const inTime = await caughtUp();
  const again = await look();
  if (!isThere(again) && !inTime) throw refused({ reason: 'READ_MODEL_BEHIND' });
  return again;
};
