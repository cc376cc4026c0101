import { type HeldList, listHeld } from '@jiangong/read-models';
import { listsOf, RefusedError } from '@jiangong/service-host';
import { EdgeError } from '../../application/problem.ts';
import { listOf, listOut } from '../../routes/lists.ts';

type Query = Parameters<typeof listOf>[0];

/** What the route's schema does not say of itself: whether a token is ours. */
const refusedHere = (error: unknown): unknown =>
  error instanceof RefusedError && error.refusal.reason === 'PAGE_TOKEN_INVALID'
    ? new EdgeError('PAGE_TOKEN_INVALID', { field: 'pageToken' })
    : error;

/** Pages of a list whose rows the gateway holds itself, by the same rules as those of the services. */
export const heldPages = <const Sort extends string>(list: string, sorts: readonly [Sort, ...Sort[]]) => {
  const lists = listsOf(list, sorts);
  type Plain = ReturnType<typeof lists.asked>['sort']['by'];
  return {
    asked: (query: Query) => {
      try {
        return lists.asked(listOf(query));
      } catch (error) {
        throw refusedHere(error);
      }
    },
    answered: <Row, const F extends readonly string[]>(
      rows: readonly Row[],
      {
        held,
        asked,
        facets,
      }: Readonly<{ held: HeldList<Row, Plain>; asked: ReturnType<typeof lists.asked>; facets: F }>,
    ) => {
      const { page, ...told } = lists.told(listHeld(rows, held, asked), asked);
      return listOut(page, told, facets);
    },
  };
};
