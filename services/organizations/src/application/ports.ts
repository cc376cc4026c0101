import type { CallContext } from '@jiangong/service-host';

/** What use cases ask of the read models. */
export interface TreeKnowledge {
  /**
   * How many organizations that are not dissolved stand directly below one, as of a moment when its stream had reached
   * `revision` (waits for that a little); `behind` when the read model has not got there in time.
   */
  childrenAsOf(organizationId: string, revision: number): Promise<number | 'behind'>;
  /** Whether membership registered this person (and did not erase it). Waits a little for what the caller has just done. */
  personKnown(personId: string, call: CallContext): Promise<boolean>;
  /** In which organizations this person holds an office, as the read model knows. */
  withOfficer(personId: string): Promise<readonly string[]>;
  /** Whether the caller may move organizations under this one. */
  mayReceive(organizationId: string, call: CallContext): Promise<boolean>;
}
