/** How browsers say that a part of the page could not be fetched: Chrome, Firefox, Safari, and Vite for style sheets. */
const NOT_FETCHED =
  /dynamically imported module|Importing a module script failed|Unable to preload CSS|'text\/html' is not a valid JavaScript MIME type/u;

/** Whether a part of the page is not there any more: the platform was brought up to date while the page stood open. */
export const isPartMissing = (error: unknown): boolean => error instanceof Error && NOT_FETCHED.test(error.message);
