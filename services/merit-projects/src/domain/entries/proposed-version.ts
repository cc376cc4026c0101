/** A candidate's first version is its branch's reasons: what its unit declares of it are the versions after. */
export const PROPOSED_VERSION = 1;
