import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb';
import type { Desk } from './desk.ts';
import type { Outbox } from './outbox.ts';

/** What an evaluator's browser keeps of his sheets while they are open: for him alone, and gone when he signs out or seals. */
const NAME = 'jiangong-sheets';
const VERSION = 1;

type KeptDesk = Readonly<{ roundId: string; desk: Desk }>;
type KeptOutbox = Readonly<{ roundId: string; personId: string; outbox: Outbox }>;

interface Kept extends DBSchema {
  desks: { key: string; value: KeptDesk };
  outboxes: { key: string; value: KeptOutbox };
}

/** Said to the other windows when everything is gone, by whom: nobody writes it down again. */
const WINDOW = crypto.randomUUID();

let opened: Promise<IDBPDatabase<Kept>> | undefined;

const database = async (): Promise<IDBPDatabase<Kept>> => {
  opened ??= openDB<Kept>(NAME, VERSION, {
    upgrade: (made) => {
      made.createObjectStore('desks', { keyPath: 'roundId' });
      made.createObjectStore('outboxes', { keyPath: 'roundId' });
    },
    // Another window takes everything away.
    blocking: (_current, _blocked, event) => {
      (event.target as IDBDatabase).close();
      opened = undefined;
    },
    terminated: () => {
      opened = undefined;
    },
  });
  return opened;
};

export const keepDesk = async (desk: Desk): Promise<void> => {
  await (await database()).put('desks', { roundId: desk.roundId, desk });
};

export const keptDesk = async (roundId: string): Promise<Desk | undefined> =>
  (await (await database()).get('desks', roundId))?.desk;

export const keepOutbox = async (roundId: string, personId: string, outbox: Outbox): Promise<void> => {
  await (await database()).put('outboxes', { roundId, personId, outbox });
};

export const keptOutbox = async (roundId: string, personId: string): Promise<Outbox | undefined> => {
  const kept = await (await database()).get('outboxes', roundId);
  return kept?.personId === personId ? kept.outbox : undefined;
};

/** Whose sheets are kept here, by id. */
export const keptOf = async (): Promise<ReadonlySet<string>> => {
  const made = await database();
  const [desks, outboxes] = await Promise.all([made.getAll('desks'), made.getAll('outboxes')]);
  return new Set([...desks.map(({ desk }) => desk.personId), ...outboxes.map(({ personId }) => personId)]);
};

export const keptOutboxes = async (): Promise<readonly KeptOutbox[]> => (await database()).getAll('outboxes');

/** Once a sheet is sealed. */
export const forgetSheet = async (roundId: string): Promise<void> => {
  const made = await database();
  await Promise.all([made.delete('desks', roundId), made.delete('outboxes', roundId)]);
};

/** Once its person signs out, or another person is here. */
export const forgetSheets = async (): Promise<void> => {
  const channel = new BroadcastChannel(NAME);
  channel.postMessage(WINDOW);
  channel.close();
  (await opened)?.close();
  opened = undefined;
  await deleteDB(NAME);
};

/** Runs when another window has taken everything away. Answers how to stop. */
export const onForgotten = (run: () => void): (() => void) => {
  const channel = new BroadcastChannel(NAME);
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (data !== WINDOW) run();
  });
  return () => channel.close();
};

/** Whether this browser keeps anything: asked without making the store. */
export const keepsSheets = async (): Promise<boolean> =>
  (await indexedDB.databases()).some(({ name }) => name === NAME);
