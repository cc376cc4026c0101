import type { Decider } from '@jiangong/event-store';
import { carryOutAct, proposeAct, rejectProposal } from './decide-proposals.ts';
import { computeMeasures } from './decide-computed.ts';
import { changeMeasure, recordMeasures } from './decide-values.ts';
import type { MeasureFact } from './facts.ts';
import type { MeasureOrder } from './orders.ts';
import type { MeasureRefusal } from './refusals.ts';
import { BLANK, evolveMeasure, type Measure } from './state.ts';

/** What was measured elsewhere of the entries of one round, by one source. */
export const measureDecider: Decider<Measure, MeasureOrder, MeasureFact, MeasureRefusal> = {
  initial: BLANK,
  evolve: evolveMeasure,
  decide: (measure, order) => {
    switch (order.type) {
      case 'RecordMeasures':
        return recordMeasures(measure, order);
      case 'ComputeMeasures':
        return computeMeasures(measure, order);
      case 'ChangeMeasure':
        return changeMeasure(measure, order);
      case 'ProposeMeasureAct':
        return proposeAct(measure, order);
      case 'CarryOutMeasureAct':
        return carryOutAct(measure, order);
      case 'RejectMeasureProposal':
        return rejectProposal(measure, order);
    }
  },
};
