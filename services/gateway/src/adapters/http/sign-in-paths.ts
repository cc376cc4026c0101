/** Addresses of pages that other pages lead to. */
export const FORGOTTEN_PATH = '/sign-in/forgotten';
export const SECOND_FACTOR_PATH = '/account/second-factor';
/** The same for programs. */
export const SECOND_FACTOR_ROUTE = '/v1/me/second-factor';
export const NOTICES_PATH = '/account/notices';

export const PASSKEYS_PATH = '/account/passkeys';

/** The built-in issuer's page for one interaction. */
export const loginPath = (uid: string): string => `/sign-in/login/${uid}`;

/** One click of the sample's visitors; there only where the sample is. */
export const samplePath = (uid: string): string => `${loginPath(uid)}/sample`;

/** Where a sign-in goes on by way of what happened meanwhile. */
export const byWayOfNotices = (next: string): string => `${NOTICES_PATH}?next=${encodeURIComponent(next)}`;
