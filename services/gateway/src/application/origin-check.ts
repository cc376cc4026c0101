/**
 * Whether a state-changing request may come with a cookie's authority. Browsers always send `Origin` on such requests (or at
 * least `Sec-Fetch-Site`), and a page can not forge either; a program that sends neither brings its own cookie on purpose.
 */
export const isSameSiteRequest = (
  headers: { origin?: string | undefined; secFetchSite?: string | undefined },
  ownOrigin: string,
): boolean => {
  if (headers.secFetchSite !== undefined && headers.secFetchSite !== 'same-origin' && headers.secFetchSite !== 'none') return false;
  if (headers.origin !== undefined) return headers.origin === ownOrigin;
  return true;
};

/** Where to go after signing in: a path of our own, nothing else (`//evil`, `/\evil` and absolute URLs are not). */
export const ownPath = (wanted: string | undefined): string => {
  if (wanted === undefined || wanted.length > 2_000) return '/';
  return /^\/(?![/\\])[\x21-\x7e]*$/u.test(wanted) && !wanted.includes('\\') ? wanted : '/';
};
