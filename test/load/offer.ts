import { setTimeout as sleep } from 'node:timers/promises';

/** Requests that the load program has under way at most; beyond them it holds back, and says so. */
export const UNDER_WAY_MAX = 1_024;

const TICK_MS = 5;

export type Offered = Readonly<{ sent: number; heldBack: number }>;

/** An open loop: so many a second, whether the ones before are answered or not. Resolves when the last one is answered. */
export const offer = async (
  load: Readonly<{ perSecond: number; seconds: number }>,
  once: (number: number) => Promise<void>,
): Promise<Offered> => {
  const underWay = new Set<Promise<void>>();
  const began = performance.now();
  let [sent, heldBack] = [0, 0];
  for (let elapsed = 0; elapsed < load.seconds * 1_000; elapsed = performance.now() - began) {
    for (const due = Math.floor((elapsed / 1_000) * load.perSecond); sent + heldBack < due;) {
      if (underWay.size >= UNDER_WAY_MAX) {
        heldBack += 1;
        continue;
      }
      const one = once(sent++).finally(() => underWay.delete(one));
      underWay.add(one);
    }
    await sleep(TICK_MS);
  }
  await Promise.all(underWay);
  return { sent, heldBack };
};
