import type { Listener } from '@jiangong/database';
import type { EventStore } from '@jiangong/event-store';
import { createPostgresEventStore, type PostgresEventStoreOptions } from '@jiangong/event-store/postgres';
import { z } from 'zod';

const FILE = z.string().min(1).optional();

/** Where the log is kept; the same for every process of an installation. */
export const eventStoreEnvironment = {
  /** `postgres`: in the one database. `kurrent`: in KurrentDB, and its order in the database. */
  EVENT_STORE: z.enum(['postgres', 'kurrent']).default('postgres'),
  /** `kurrentdb://user@host:2113,host:2113`, without a password. */
  KURRENTDB_URL: z.string().min(1).optional(),
  KURRENTDB_PASSWORD_FILE: FILE,
  KURRENTDB_CA_FILE: FILE,
  KURRENTDB_USER_CERT_FILE: FILE,
  KURRENTDB_USER_KEY_FILE: FILE,
} as const;

const schema = z.object(eventStoreEnvironment);

export type EventStoreSettings = z.infer<typeof schema>;

/** A log that its process closes. */
export type OpenStore = EventStore & Readonly<{ close: () => Promise<void> }>;

type StoreParts = Readonly<{
  databaseUrl: string;
  listener: Listener;
  applicationName: string;
  onTrouble: (error: Error) => void;
  /** Whether this process may append, and so take the order of KurrentDB over. */
  appends: boolean;
}> &
  Pick<PostgresEventStoreOptions, 'onBatch'>;

/** The log that the configuration names. Only who uses KurrentDB loads its client. */
export const openEventStore = async (
  given: EventStoreSettings,
  { databaseUrl, appends, onBatch, ...parts }: StoreParts,
): Promise<OpenStore> => {
  if (given.EVENT_STORE === 'postgres')
    return createPostgresEventStore({ ...parts, url: databaseUrl, ...(onBatch ? { onBatch } : {}) });
  if (given.KURRENTDB_URL === undefined) throw new Error('configuration: EVENT_STORE=kurrent needs KURRENTDB_URL');
  const { createKurrentEventStore } = await import('@jiangong/event-store/kurrent');
  return createKurrentEventStore({
    ...parts,
    databaseUrl,
    takesOrder: appends,
    connection: {
      url: given.KURRENTDB_URL,
      passwordFile: given.KURRENTDB_PASSWORD_FILE,
      caFile: given.KURRENTDB_CA_FILE,
      userCertFile: given.KURRENTDB_USER_CERT_FILE,
      userKeyFile: given.KURRENTDB_USER_KEY_FILE,
    },
  });
};
