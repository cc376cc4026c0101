import type { Decider } from '@jiangong/event-store';
import { confirmCount, contradictCount, countPapers } from './decide-counts.ts';
import { openPaperBox } from './decide-opening.ts';
import type { PaperBoxFact } from './facts.ts';
import type { PaperBoxOrder } from './orders.ts';
import type { PaperBoxRefusal } from './refusals.ts';
import { evolvePaperBox, type PaperBox, UNCOUNTED } from './state.ts';

/** A box of papers: counted by two persons, corrected by two others until it is opened. */
export const paperBoxDecider: Decider<PaperBox, PaperBoxOrder, PaperBoxFact, PaperBoxRefusal> = {
  initial: UNCOUNTED,
  evolve: evolvePaperBox,
  decide: (box, order) => {
    switch (order.type) {
      case 'CountPapers':
        return countPapers(box, order);
      case 'ConfirmPaperCount':
        return confirmCount(box, order);
      case 'ContradictPaperCount':
        return contradictCount(box, order);
      case 'OpenPaperBox':
        return openPaperBox(box, order);
    }
  },
};
