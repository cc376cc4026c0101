import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { useOrder } from '../../api/order.ts';
import { problemOf } from '../../api/problem.ts';
import { signInNotices } from '../../api/questions/account.ts';
import { sayMoment } from '../../components/dates.ts';
import { Part } from '../../components/part.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useTell } from '../../components/told.tsx';

/** What happened to one's way in and was not seen yet; gone once it was. */
export const NoticesPart = () => {
  const { t } = useTranslation();
  const tell = useTell();
  const order = useOrder({
    send: async (until: string) => {
      const { error, response } = await api.POST('/v1/me/sign-in-notices/seen', { body: { until } });
      if (!response.ok) throw problemOf(error, response);
      return until;
    },
    touches: [['account', 'notices']],
    onDone: () => tell(t('account.seenDone')),
  });
  return (
    <Part id="notices" title={t('account.notices')} query={useQuery(signInNotices)}>
      {({ items }) => {
        const [newest] = items;
        if (newest === undefined) return <p className="quiet">{t('account.noNotices')}</p>;
        return (
          <>
            <p className="note">{t('account.noticesLead')}</p>
            {order.isError && <ProblemNotice error={order.error} />}
            <ul className="bare">
              {items.map(({ kind, at }) => (
                <li key={`${kind} ${at}`}>
                  {t(`account.notice.${kind}`)} <span className="quiet">{sayMoment(at)}</span>
                </li>
              ))}
            </ul>
            <Button type="primary" loading={order.isPending} onClick={() => order.mutate(newest.at)}>
              {t('account.seen')}
            </Button>
          </>
        );
      }}
    </Part>
  );
};
