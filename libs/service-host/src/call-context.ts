import type { OrderContext } from '@jiangong/event-store';

/** Who is calling: a signed-in person, the platform itself, or nobody known. */
export type Caller = Readonly<{
  kind: 'person' | 'system' | 'anonymous';
  personId: string | null;
  sessionId: string | null;
}>;

/** One call as the use cases see it: everything its events will carry, and who asks. Made by the host, never by a controller. */
export type CallContext = OrderContext &
  Readonly<{
    caller: Caller;
    /** The revision the caller saw (`If-Match`); absent: any. */
    expectedRevision?: number;
    /** The newest log position that the caller has seen acknowledged; 0 when none. */
    afterPosition: number;
  }>;
