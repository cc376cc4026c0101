import { useEffect, useMemo, useState } from 'react';
import type { Cell } from './marks.ts';
import { forgetSheet, keepOutbox, keptOutbox, onForgotten } from './kept-sheets.ts';
import { metWith, onlyOf, outboxOf } from './outbox.ts';
import { Saver, type SaverPorts, type Seen } from './saver.ts';
import { rereadMarks, sendMarks } from './send.ts';
import type { Found } from './use-desk.ts';

/** The saver of the sheet that is open, for whoever has to wait for it: signing out does. */
let open: Saver | undefined;
export const flushOpenSheet = async (): Promise<void> => {
  await open?.flush();
};
export const endOpenSheet = (): void => open?.end();

const after = (ms: number, run: () => void): (() => void) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

/** Begins with what this browser still has of this person's, brought together with what the platform has. */
const begin = async ({ desk, from }: Found, ports: SaverPorts): Promise<Saver> => {
  const { roundId, personId, revision, marks } = desk;
  const kept = await keptOutbox(roundId, personId);
  if (kept === undefined) return new Saver(ports, outboxOf(revision, marks));
  const mine = onlyOf(kept, new Set(desk.entries.map(({ entryId }) => entryId)));
  // Another window may have saved since this one asked the platform.
  if (from === 'kept' || mine.revision > revision) return new Saver(ports, mine);
  const { outbox, conflicts } = metWith(mine, revision, marks);
  return new Saver(ports, outbox, conflicts);
};

export type Sheet = Readonly<{
  seen: Seen;
  type: (cells: readonly Cell[]) => void;
  flush: () => Promise<boolean>;
  again: () => Promise<void>;
  settle: (whose: 'mine' | 'theirs') => void;
  /** It is sealed: nothing of it stays here. */
  end: () => Promise<void>;
}>;

/** The sheet on the screen, kept in the browser at once and on the platform soon; undefined until what was kept is read. */
export const useSaver = (found: Found): Sheet | undefined => {
  const [saver, setSaver] = useState<Saver>();
  const [seen, setSeen] = useState<Seen>();
  useEffect(() => {
    const { roundId, personId } = found.desk;
    let made: Saver | undefined;
    let isHere = true;
    const ports: SaverPorts = {
      now: () => performance.now(),
      later: after,
      key: () => crypto.randomUUID(),
      send: sendMarks(roundId),
      reread: rereadMarks(roundId),
      keep: async (outbox) => keepOutbox(roundId, personId, outbox),
      tell: setSeen,
    };
    void begin(found, ports).then((begun) => {
      if (!isHere) return;
      made = begun;
      open = begun;
      setSaver(begun);
      begun.begin();
    });
    const back = (): void => void made?.flush();
    const hide = (): void => {
      if (document.visibilityState === 'hidden') void made?.flush();
    };
    window.addEventListener('online', back);
    document.addEventListener('visibilitychange', hide);
    const stopHearing = onForgotten(() => {
      made?.end();
      window.location.reload();
    });
    return () => {
      isHere = false;
      window.removeEventListener('online', back);
      document.removeEventListener('visibilitychange', hide);
      stopHearing();
      made?.end();
      if (open === made) open = undefined;
    };
  }, [found]);
  return useMemo(
    () =>
      saver === undefined || seen === undefined
        ? undefined
        : {
            seen,
            type: (cells) => saver.type(cells),
            flush: async () => saver.flush(),
            again: async () => saver.again(),
            settle: (whose) => saver.settle(whose),
            end: async () => {
              saver.end();
              await forgetSheet(found.desk.roundId);
            },
          },
    [saver, seen, found],
  );
};
