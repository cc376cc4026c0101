import { type PageAsked, type PageFound, type PageRequest, pagesOf } from '@jiangong/service-host';

/** No list here is longer. */
const OFFSET_MAX = 1_000_000;

const isOffset = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= OFFSET_MAX;

/** Where a page begins and how much is read: one more than is shown, to see whether there is a next one. */
export type Slice = Readonly<{ offset: number; limit: number }>;

/** Lists whose order stands still, told by the number of rows before the page. */
export const slicesOf = (list: string) => {
  const pages = pagesOf(list, isOffset);
  return {
    asked: (request: PageRequest): Slice & PageAsked<number> => {
      const asked = pages.asked(request);
      return { ...asked, offset: asked.after ?? 0, limit: asked.size + 1 };
    },
    page: <Row>(found: readonly Row[], slice: Slice & PageAsked<number>): PageFound<Row> =>
      pages.page(found, slice, () => slice.offset + slice.size),
  };
};
