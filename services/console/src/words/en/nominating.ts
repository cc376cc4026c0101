import type { Said } from '../words.ts';
import type { nominatingZh } from '../zh/nominating.ts';

/** Texts of putting forward, English. */
export const nominatingEn: Said<typeof nominatingZh> = {
  nominating: {
    title: 'Nominate',
    candidates: 'Propose a candidate',
    reasons: 'Reasons',
    reasonsHint:
      'Read by the members of the branch before they vote; files come when the unit declares after the vote.',
    checkCandidate:
      'Once sent it stands as a candidate of the branch, whose members vote upon it; it can be taken back until the vote opens.',
    alsoIn: 'Stands in “{{tracks}}” already: whoever is put forward more than once counts once, by the first.',
    doneTwice: 'Sent. The same subject stands in another category: it counts once, by the first.',
    until: 'Open until {{date}}',
    untilProposed: 'Proposals until {{date}}',
    new: 'A new nomination',
    by: 'Nominating unit or branch',
    subject: 'Put forward',
    organization: 'Organization put forward',
    person: 'Person put forward',
    as: 'Put forward as (office)',
    name: 'Name',
    chooseAnew: 'The category or nominator has changed: choose again',
    nameHint: 'As it is shown in notices and circulars',
    checkLead: 'Once sent it is declared and goes to review; until the last day it can be withdrawn.',
    send: 'Send the nomination',
    done: 'Nominated',
    already: 'Put forward already',
    none: 'Nothing has been put forward in this campaign.',
    quota: 'A unit may put forward {{count}}; its branches share the number.',
    notYours: 'You put forward for no unit or branch here',
    notYoursWhy:
      'In this campaign the party named by its programme nominates. If you should, ask your unit’s officer to record your role.',
    notNow: 'Nominations are not open now; what you write is kept as a draft.',
    notHere: 'Nobody is nominated in this campaign',
    notHereWhy: 'Projects are planned before they are declared, or everybody on a roll takes part.',
  },
};
