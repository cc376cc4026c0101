import '../../look/people.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { mailBox, ownDeliveries } from '../../api/questions/account.ts';
import { me } from '../../api/questions/own.ts';
import { Answered } from '../../components/answered.tsx';
import { sayMoment } from '../../components/dates.ts';
import { Mark } from '../../components/mark.tsx';
import { Page } from '../../components/page.tsx';
import { Part } from '../../components/part.tsx';
import { MailAddress } from './mail-address.tsx';
import { MailPreferences } from './mail-preferences.tsx';
import { NoticesPart } from './notices-part.tsx';
import { SecurityPart } from './security-part.tsx';

const TONES = { queued: 'waiting', sent: 'good', failed: 'bad', skipped: 'plain' } as const;

const MailPart = () => {
  const { t } = useTranslation();
  return (
    <Part id="mail" title={t('account.mail')} query={useQuery(mailBox)}>
      {(box) =>
        box.available ? (
          <>
            <MailAddress box={box} />
            <MailPreferences key={JSON.stringify([box.off, box.quietFrom, box.quietUntil, box.digestAt])} box={box} />
          </>
        ) : (
          <p className="quiet">{t('account.noMail')}</p>
        )
      }
    </Part>
  );
};

const Deliveries = () => {
  const { t } = useTranslation();
  return (
    <Part id="sent" title={t('account.deliveries')} query={useQuery(ownDeliveries)}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="quiet">{t('account.noDeliveries')}</p>
        ) : (
          <ul className="bare">
            {items.map(({ deliveryId, sort, state, failure, createdAt }) => (
              <li key={deliveryId}>
                {t(`operations.sort.${sort}`)} <Mark tone={TONES[state]}>{t(`operations.state.${state}`)}</Mark>
                <div className="quiet">
                  {sayMoment(createdAt)}
                  {failure !== null && ` · ${t(`operations.failure.${failure}`)}`}
                </div>
              </li>
            ))}
          </ul>
        )
      }
    </Part>
  );
};

/** One's own account: what happened to it, how one signs in, and what comes by mail. Five calls. */
export const Account = () => {
  const { t } = useTranslation();
  return (
    <Answered query={useQuery(me)}>
      {(who) =>
        who !== null && (
          <Page
            title={t('account.title')}
            lead={who.name}
            windowTitle={t('account.title')}
            actions={<Link to="/my-record">{t('people.ownRecord')}</Link>}
          >
            <NoticesPart />
            <SecurityPart />
            <MailPart />
            <Deliveries />
          </Page>
        )
      }
    </Answered>
  );
};
