import { useCallback, useEffect, useState } from 'react';

export type Hold = 'asking' | 'here' | 'elsewhere';

/**
 * One window of a browser writes into a sheet: whichever has its lock. Another one sees that it is open elsewhere, and may take it over;
 * when that one closes, it comes here by itself.
 */
export const useSheetLock = (roundId: string): Readonly<{ hold: Hold; take: () => void }> => {
  const [hold, setHold] = useState<Hold>('asking');
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    const name = `jiangong-sheet-${roundId}`;
    const held = async (): Promise<void> => {
      setHold('here');
      await new Promise<void>((resolve) => stop.signal.addEventListener('abort', () => resolve()));
    };
    const lost = (): void => {
      if (!stop.signal.aborted) setHold('elsewhere');
    };
    const ask = async (): Promise<void> => {
      if (turn > 0) return navigator.locks.request(name, { steal: true }, held);
      const isFree = await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
        if (lock !== null) await held();
        return lock !== null;
      });
      if (isFree || stop.signal.aborted) return undefined;
      setHold('elsewhere');
      return navigator.locks.request(name, { signal: stop.signal }, held);
    };
    // A lock that is taken over ends the request of whoever held it.
    ask().catch(lost);
    return () => stop.abort();
  }, [roundId, turn]);
  return { hold, take: useCallback(() => setTurn((before) => before + 1), []) };
};
