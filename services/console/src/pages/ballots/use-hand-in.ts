import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { useOrder } from '../../api/order.ts';
import type { Token } from '../../ballots/kept-tokens.ts';
import { useTell } from '../../components/told.tsx';

type Sent = Schemas['PostV1PublicBallotsByBallotIdBody'];
/** What is chosen: one level, or a level for each answer of a paper. */
export type Chosen = Pick<Sent, 'level' | 'marks'>;

/**
 * Hands in one ballot, in whichever form, without the session's cookie. Nothing is asked of the platform behind it: a question in one's own
 * name right after a ballot of nobody's would stand beside it.
 */
export const useHandIn = <Filled>(
  ballotId: string,
  token: Token,
  { chosenIn, onDone }: Readonly<{ chosenIn: (filled: Filled) => Chosen; onDone: () => void }>,
) => {
  const { t } = useTranslation();
  const tell = useTell();
  const { boxId, token: shown, signature = '' } = token;
  return useOrder({
    send: async (filled: Filled) =>
      answerOf(
        api.POST('/v1/public/ballots/{ballotId}', {
          credentials: 'omit',
          params: { path: { ballotId } },
          body: { boxId, token: shown, signature, ...chosenIn(filled) },
        }),
      ),
    touches: [],
    onDone: () => {
      onDone();
      tell(t('ballots.voted'));
    },
  });
};
