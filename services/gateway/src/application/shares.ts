import { COME_AGAIN_SECONDS } from './admission.ts';
import { EdgeError } from './problem.ts';

/** How many files may come in at once from one person, and from one address: nobody shuts the door for everybody. */
export type ShareLimits = Readonly<{ perPerson: number; perAddress: number }>;

export type Sender = Readonly<{ personId: string | null; address: string }>;

export interface Shares {
  /** Does the work within the sender's shares. Throws TOO_MANY_UPLOADS before anything was begun. */
  within<T>(sender: Sender, work: () => Promise<T>): Promise<T>;
}

/** Counts what is under way by person and by address; names that have nothing under way are forgotten. */
export const shares = ({ perPerson, perAddress }: ShareLimits): Shares => {
  const taken = new Map<string, number>();
  const add = (name: string, by: number): void => {
    const now = (taken.get(name) ?? 0) + by;
    if (now === 0) taken.delete(name);
    else taken.set(name, now);
  };
  return {
    within: async ({ personId, address }, work) => {
      const wanted: readonly (readonly [name: string, most: number])[] = [
        // Whoever is nobody has the share of one person among all who are nobody at that address.
        [`person ${personId ?? `nobody at ${address}`}`, perPerson],
        [`address ${address}`, perAddress],
      ];
      if (wanted.some(([name, most]) => (taken.get(name) ?? 0) >= most))
        throw new EdgeError('TOO_MANY_UPLOADS', { retryAfterSeconds: COME_AGAIN_SECONDS });
      for (const [name] of wanted) add(name, 1);
      try {
        return await work();
      } finally {
        for (const [name] of wanted) add(name, -1);
      }
    },
  };
};
