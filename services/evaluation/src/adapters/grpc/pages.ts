import { refused } from '@jiangong/service-host';

export const PAGE_SIZE_DEFAULT = 50;
export const PAGE_SIZE_MAX = 200;
/** No list here is longer; a token beyond it was not given by us. */
const OFFSET_MAX = 1_000_000;

type Asked = Readonly<{ pageSize: number; pageToken: string }>;
type Page<T> = Readonly<{ items: readonly T[]; nextPageToken: string }>;

/** Where a page begins and how much is read: one more than is shown, to see whether there is a next one. */
export const sliceOf = ({ pageSize, pageToken }: Asked): Readonly<{ offset: number; limit: number }> => {
  const offset = pageToken === '' ? 0 : Number(Buffer.from(pageToken, 'base64url').toString('utf8'));
  if (!Number.isSafeInteger(offset) || offset < 0 || offset > OFFSET_MAX)
    throw refused({ reason: 'PAGE_TOKEN_INVALID', field: 'pageToken' });
  const size = Math.min(pageSize > 0 ? pageSize : PAGE_SIZE_DEFAULT, PAGE_SIZE_MAX);
  return { offset, limit: size + 1 };
};

export const pageOf = <T>(
  found: readonly T[],
  { offset, limit }: Readonly<{ offset: number; limit: number }>,
): Page<T> => ({
  items: found.slice(0, limit - 1),
  nextPageToken: found.length < limit ? '' : Buffer.from(String(offset + limit - 1), 'utf8').toString('base64url'),
});
