/**
 * Work that is neither a reader nor due at a moment: a queue of the service's own that is emptied towards the outside (mail). It runs
 * in every replica; what two must not do at once they lease in the database. A turn that throws is told to the log and tried again.
 */
export type Worker = Readonly<{
  /** Kebab-case, for the log. */
  name: string;
  /** Does what there is to do by now, a bounded piece of it; how much it was. 0: nothing, so the loop rests. */
  turn(): Promise<number>;
  close(): Promise<void>;
}>;
