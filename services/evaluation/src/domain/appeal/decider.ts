import type { Round } from '../round/state.ts';
import { fileAppeal, withdrawAppeal } from './decide-filing.ts';
import { decideAppeal, reopenAppeal } from './decide-verdict.ts';
import { setAppealWindow } from './decide-window.ts';
import type { AppealFact } from './facts.ts';
import type { AppealOrder } from './orders.ts';
import type { AppealRefusal } from './refusals.ts';

/** The rule book of appeals. They stand in the round's own stream: so no decision is taken over one that nobody has answered. */
export const decideAppeals = (round: Round, order: AppealOrder): readonly AppealFact[] | AppealRefusal => {
  switch (order.type) {
    case 'SetAppealWindow':
      return setAppealWindow(round, order);
    case 'FileAppeal':
      return fileAppeal(round, order);
    case 'WithdrawAppeal':
      return withdrawAppeal(round, order);
    case 'DecideAppeal':
      return decideAppeal(round, order);
    case 'ReopenAppeal':
      return reopenAppeal(round, order);
  }
};
