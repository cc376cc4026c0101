/**
 * Whether a state-changing request may come with a cookie's authority. Browsers always send `Origin` on such requests (or at
 * least `Sec-Fetch-Site`), and a page can not forge either; a program that sends neither brings its own cookie on purpose.
 */
export const isSameSiteRequest = (
  headers: { origin?: string | undefined; secFetchSite?: string | undefined },
  ownOrigin: string,
): boolean => {
  if (headers.secFetchSite !== undefined && headers.secFetchSite !== 'same-origin' && headers.secFetchSite !== 'none')
    return false;
  // A page that gives no referrer has no origin to give either: then what the browser says of the site decides, and nothing else does.
  if (headers.origin === 'null') return headers.secFetchSite === 'same-origin';
  return headers.origin === undefined || headers.origin === ownOrigin;
};

/** Where to go after signing in: a path of our own, nothing else (`//evil`, `/\evil` and absolute URLs are not). */
export const ownPath = (wanted: string | undefined): string => {
  if (wanted === undefined || wanted.length > 2_000) return '/';
  return /^\/(?![/\\])[\x21-\x7e]*$/u.test(wanted) && !wanted.includes('\\') ? wanted : '/';
};
