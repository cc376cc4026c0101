/** Characters of why somebody appeals, and of what he is answered. */
export const APPEAL_CHARACTERS_MAX = 2_000;
/** Documents of one appeal. */
export const EVIDENCE_MAX = 20;
/** Appeals of one entry in one round, withdrawn ones too. */
export const APPEALS_PER_ENTRY_MAX = 20;
/** Times one appeal is decided: every time but the first after a second person had reopened it. */
export const VERDICTS_PER_APPEAL_MAX = 5;
