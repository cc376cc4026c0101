/** Rows in one page when the caller names no number, and at most. */
export const PAGE_SIZE_DEFAULT = 50;
export const PAGE_SIZE_MAX = 200;

/** A page by log position: what comes after `after`, at most `size`. */
export type PageAsked = Readonly<{ size: number; after: number }>;

/** A token is the position of the page's last row; what is no token begins at the beginning. */
export const pageAsked = ({ pageSize, pageToken }: Readonly<{ pageSize: number; pageToken: string }>): PageAsked => ({
  size: Math.min(pageSize > 0 ? pageSize : PAGE_SIZE_DEFAULT, PAGE_SIZE_MAX),
  after: /^\d{1,15}$/.test(pageToken) ? Number(pageToken) : 0,
});

/** Cuts the row that was read beyond the page, which tells that there is a next one. */
export const pageOf = <Row extends Readonly<{ position: number }>>(
  found: readonly Row[],
  { size }: PageAsked,
): Readonly<{ page: readonly Row[]; nextPageToken: string }> => {
  const page = found.slice(0, size);
  return { page, nextPageToken: found.length > size ? String(page.at(-1)?.position ?? '') : '' };
};
