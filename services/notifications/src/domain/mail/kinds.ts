/**
 * What a message is for whoever gets it. What must reach one can not be switched off by mail: `urgent` and `duty`, since the right of
 * another (an objector, a unit, a committee with a calendar) hangs on it that one acts in time; `standing`, since it decides about
 * oneself and a term to answer may run from it. `progress` and `news` are a convenience.
 */
export const MESSAGE_KINDS = ['urgent', 'duty', 'standing', 'progress', 'news'] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** Kinds that a person may do without by mail; the inbox holds everything. */
export const OPTIONAL_KINDS = ['progress', 'news'] as const satisfies readonly MessageKind[];
export type OptionalKind = (typeof OPTIONAL_KINDS)[number];

export const isOptionalKind = (word: string): word is OptionalKind => OPTIONAL_KINDS.some((kind) => kind === word);

/** By template. A template without a row fails its test. */
export const KIND_OF: Readonly<Record<string, MessageKind>> = {
  'objection-received': 'urgent',
  'objection-reopened': 'urgent',
  'entry-returned': 'urgent',
  'stage-closes-soon': 'duty',
  'entry-planned': 'duty',
  'entry-declared': 'duty',
  'clearance-requested': 'duty',
  'act-proposed': 'duty',
  'annulment-proposed': 'duty',
  'minutes-recorded': 'duty',
  'evaluator-assigned': 'duty',
  'round-opened': 'duty',
  'round-reopened': 'duty',
  'evaluator-reminded': 'duty',
  'reopening-requested': 'duty',
  'checklist-opened': 'duty',
  'checklist-self-opened': 'duty',
  'checklist-finding-recorded': 'standing',
  'checklist-finding-withdrawn': 'standing',
  'checklist-item-reviewed': 'progress',
  'checklist-finding-answered': 'progress',
  'appeals-close-soon': 'standing',
  'appeal-filed': 'duty',
  'appeal-reopened': 'duty',
  'appeal-to-follow': 'duty',
  'appeal-decided': 'standing',
  'bonus-claim-decided': 'standing',
  'bonus-claim-reconsidered': 'standing',
  'measure-recorded': 'progress',
  'measure-changed': 'standing',
  'reopening-declined': 'standing',
  'nominator-reminded': 'duty',
  'review-claim-taken-over': 'progress',
  'entry-handed-over': 'duty',
  'naming-outdated': 'duty',
  'webhook-disabled': 'duty',
  'role-granted': 'standing',
  'second-factor-ended': 'urgent',
  'account-changed': 'urgent',
  'new-device-seen': 'standing',
  'sign-in-reset-offered': 'urgent',
  'membership-stage-changed': 'standing',
  'entry-blocked': 'standing',
  'block-lifted': 'standing',
  'entry-removed': 'standing',
  'entry-missed': 'standing',
  'evidence-destroyed': 'standing',
  'objection-settled': 'standing',
  'act-undone': 'standing',
  'honour-withdrawn': 'standing',
  'honour-restored': 'standing',
  'plaque-recalled': 'standing',
  'decision-annulled': 'standing',
  'round-annulled': 'standing',
  'entry-confirmed': 'progress',
  'entry-featured': 'progress',
  'featuring-ended': 'progress',
  'entry-withdrawn': 'progress',
  'entry-reviewed': 'progress',
  'clearance-given': 'progress',
  'entry-published': 'progress',
  'entry-commended': 'progress',
  'leader-awarded': 'progress',
  'organization-awarded': 'progress',
  'pacesetter-named': 'progress',
  'problem-found': 'standing',
  'problem-assigned': 'duty',
  'problem-extended': 'progress',
  'problem-handed-in': 'duty',
  'problem-sent-back': 'urgent',
  'problem-closed': 'progress',
  'problem-reopened': 'urgent',
  'problem-withdrawn': 'standing',
  'edition-opened': 'news',
  'stage-opened': 'news',
  'round-closed': 'news',
  'result-computed': 'news',
  'decision-taken': 'news',
  'commendation-issued': 'news',
  'proposal-published': 'news',
  'naming-computed': 'news',
};

/** A template that is not listed must reach: better one letter too many than a term missed. */
export const kindOf = (template: string): MessageKind => KIND_OF[template] ?? 'duty';
