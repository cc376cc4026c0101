import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { me } from '../../api/questions/own.ts';
import { myBallots } from '../../api/questions/ballots.ts';
import { Answered } from '../../components/answered.tsx';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { Page } from '../../components/page.tsx';
import '../../look/ballots.css';
import { MyBallot } from './my-ballot.tsx';

/** The secret ballots in which one has a vote, and in two sentences why nobody can see what one votes. Two calls. */
export const MyBallots = () => {
  const { t } = useTranslation();
  const who = useQuery(me);
  const asked = useQuery(myBallots);
  return (
    <Page title={t('ballots.title')} lead={t('ballots.why')}>
      <Answered query={asked}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyNotice title={t('ballots.noneTitle')}>{t('ballots.none')}</EmptyNotice>
          ) : (
            // Tokens are kept under their owner: before it is known whose they are, there are none to show.
            <Answered query={who}>
              {(person) =>
                person !== null &&
                items.map((ballot) => <MyBallot key={ballot.ballotId} ballot={ballot} personId={person.personId} />)
              }
            </Answered>
          )
        }
      </Answered>
    </Page>
  );
};
