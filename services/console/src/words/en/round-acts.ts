import type { Said } from '../words.ts';
import type { roundActsZh } from '../zh/round-acts.ts';

/** What one person proposes about a round and another carries out. */
export const roundActsEn: Said<typeof roundActsZh> = {
  act: {
    OpenLate: 'Open late',
    ReopenRound: 'Reopen scoring',
    VacateSeat: 'Take an evaluator out',
    ExcuseSeat: 'Excuse an evaluator',
    DrawReplacement: 'Draw a replacement',
    DeclareRecusal: 'Declare a recusal',
    LiftRecusal: 'Lift a recusal',
    TakeOutEntry: 'Take an entry out',
    PutBackEntry: 'Put an entry back',
    RedealEntries: 'Deal entries out again',
    DismissConflict: 'Dismiss a conflict',
    RedrawOrder: 'Draw the order again',
    ChooseGoingOn: 'Choose who goes on',
    ReopenEntry: 'Reopen an entry',
    RedrawList: 'Redraw a check-list',
    AnnulRound: 'Annul the round',
  },
  actLead: {
    OpenLate: 'A round that scoring passed by is opened by a second person until a time of its own.',
    ReopenRound: 'For the chosen evaluators alone, until the time named; the other sheets stay sealed.',
    VacateSeat: 'He sits no longer; the reason decides whether his sheet counts.',
    ExcuseSeat: 'His sheet is waited for no longer; one that was handed in counts.',
    DrawReplacement: 'Name three at least; the platform draws when it is carried out, and the draw can be checked.',
    DeclareRecusal: 'His marks for the entry do not count; the result is tallied again.',
    LiftRecusal: 'He scores the entry again; a closed round can be reopened for him.',
    TakeOutEntry: 'The entry is judged no longer and has no rank.',
    PutBackEntry: 'The entry is judged again.',
    ChooseGoingOn:
      'More rank alike than there are places: the body chooses at a meeting. Proposed here, carried out by one of its members; whoever was chosen stands in the next phase at once.',
    RedealEntries:
      'Carried out by a second person: whoever has begun keeps all he has, the rest is drawn anew; all deals stand on record.',
    DismissConflict:
      'A former unit was found that is none, or does not matter: a second person confirms it, and the next deal may give him the entry.',
    RedrawOrder: 'Until somebody is called a second person may have the order drawn again; both draws stand on record.',
    ReopenEntry: 'The chosen evaluators alone mark it again, in place of what they gave; its score is shown anew.',
    RedrawList:
      'The points of items are changed before the round opens, their total stays. A second person carries it out; ratings that are over count under the list of then.',
    AnnulRound: 'The round ends; the platform prepares the next one.',
  },
};
