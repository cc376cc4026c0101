import type { Listener } from '@jiangong/database';
import { createListener } from '@jiangong/database/postgres';
import { type FreshDatabase, freshDatabase } from '@jiangong/database/testing';
import { createKurrentEventStore, type KurrentConnection, type KurrentEventStore } from '@jiangong/event-store/kurrent';
import { StandInLog } from './stand-in-log.ts';
import { type StandIn, type StandInOptions, startStandIn } from './stand-in-server.ts';

/** One process's store, as far as the others can tell. */
export type Opened = Readonly<{ store: KurrentEventStore; troubles: string[]; close: () => Promise<void> }>;

/** A stand-in node with a database for the order; stores over both. */
export type KurrentBench = Readonly<{
  log: StandInLog;
  database: FreshDatabase;
  standIn: () => StandIn;
  open: (options?: Readonly<{ takesOrder?: boolean; connection?: KurrentConnection }>) => Opened;
  /** Cuts every connection to the node. What it keeps stays. */
  killNode: () => void;
  startNode: () => Promise<void>;
  close: () => Promise<void>;
}>;

export const startBench = async (options: Omit<StandInOptions, 'log' | 'port'> = {}): Promise<KurrentBench> => {
  const log = new StandInLog();
  let standIn = await startStandIn({ ...options, log });
  const { port } = standIn;
  const database = await freshDatabase();
  const databaseUrl = database.url('merit-projects');
  const opened = new Set<Opened>();
  const open: KurrentBench['open'] = ({
    takesOrder = true,
    connection = { url: `kurrentdb://127.0.0.1:${port}?tls=false` },
  } = {}) => {
    const troubles: string[] = [];
    const onTrouble = ({ message }: Error): void => void troubles.push(message);
    const listener: Listener = createListener({ url: databaseUrl, onTrouble, random: () => 0 });
    const store = createKurrentEventStore({
      connection,
      databaseUrl,
      listener,
      takesOrder,
      onTrouble,
      random: () => 0,
    });
    const one: Opened = {
      store,
      troubles,
      close: async () => {
        if (!opened.delete(one)) return;
        await store.close();
        await listener.close();
      },
    };
    opened.add(one);
    return one;
  };
  return {
    log,
    database,
    open,
    standIn: () => standIn,
    killNode: () => standIn.kill(),
    startNode: async () => {
      standIn = await startStandIn({ ...options, log, port });
    },
    close: async () => {
      await Promise.all([...opened].map((one) => one.close()));
      await database.drop();
      standIn.kill();
    },
  };
};
