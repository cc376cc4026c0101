/** Organizations whose members meet and decide: every other is decided for by the officers of a committee. */
export const BRANCH_KINDS: readonly string[] = ['branch', 'temporary-branch', 'general-branch', 'party-group'];
