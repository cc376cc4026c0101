import '../../look/people.css';
import '../../look/planning.css';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { me } from '../../api/questions/own.ts';
import { nameOf, person, personHistory } from '../../api/questions/people.ts';
import { Answered } from '../../components/answered.tsx';
import { HistoryPart } from '../../components/history-part.tsx';
import { nameIn } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { scopesOf } from '../../components/scopes.ts';
import { ErasurePart } from '../members/erasure-part.tsx';
import { CorrectionsPart } from '../members/corrections-part.tsx';
import { carriesOutCorrections, erases, seesMembers } from '../members/membership-acts.ts';
import { MembershipPart } from '../members/membership-part.tsx';
import { DutiesPart } from './duties-part.tsx';
import { GrantsPart } from './grants-part.tsx';

import { givenBy, grantsRoles, readsRecords, seesDuties, seesRoles } from './person-acts.ts';
import { RecordPart } from './record-part.tsx';
import { SignInPart } from './sign-in-part.tsx';

type Me = Schemas['GetV1MeAnswer'];
type Record = Schemas['PersonRecord'];
const page = getRouteApi('/people/$personId');

const History = ({ personId }: Readonly<{ personId: string }>) => {
  const { t } = useTranslation();
  return <HistoryPart title={t('people.history')} query={useInfiniteQuery(personHistory(personId))} />;
};

const Parts = ({ who, personId, record }: Readonly<{ who: Me; personId: string; record: Record | undefined }>) => {
  const isOwn = who.personId === personId;
  const scopes = scopesOf(who.grants, grantsRoles);
  const home =
    record === undefined
      ? []
      : [{ value: record.organizationId, label: nameIn(record.organizationName) ?? record.organizationId }];
  const places = [...new Map([...home, ...scopes].map((one) => [one.value, one])).values()];
  return (
    <>
      {record !== undefined && <RecordPart record={record} />}
      {record !== undefined && !isOwn && <MembershipPart person={record} who={who} />}
      {record === undefined && !isOwn && carriesOutCorrections(who.grants) && (
        <CorrectionsPart personId={personId} who={who} />
      )}
      {(isOwn || seesRoles(who.grants)) && (
        <GrantsPart
          personId={personId}
          places={places}
          scope={scopes[0]?.value ?? who.organizationId}
          // Nobody gives or takes a role of his own.
          givable={isOwn ? [] : givenBy(who.grants)}
        />
      )}
      {!isOwn && <SignInPart personId={personId} grants={who.grants} />}
      {(isOwn || seesDuties(who.grants)) && <DutiesPart personId={personId} />}
      {record !== undefined && !isOwn && erases(who.grants) && <ErasurePart person={record} />}
      {(isOwn || readsRecords(who.grants)) && <History personId={personId} />}
    </>
  );
};

/** The page of somebody, whether one may read the record or the name alone. */
export const PersonPage = ({ who, personId }: Readonly<{ who: Me; personId: string }>) => {
  const { t } = useTranslation();
  const reads = who.personId === personId || readsRecords(who.grants);
  const record = useQuery({ ...person(personId), enabled: reads });
  const named = useQuery({ ...nameOf(personId), enabled: !reads });
  const name = reads ? record.data?.name : named.data?.names[0]?.name;
  const isOwn = who.personId === personId;
  return (
    <Page
      title={isOwn ? t('people.ownRecord') : (name ?? t('people.personPage'))}
      windowTitle={isOwn ? t('people.ownRecord') : t('people.personPage')}
      lead={isOwn ? name : reads ? t('people.recorded') : undefined}
      actions={
        <>
          {seesMembers(who.grants) && <Link to="/members">{t('members.title')}</Link>}
          {seesRoles(who.grants) && <Link to="/people">{t('people.toList')}</Link>}
        </>
      }
    >
      {reads ? (
        <Answered query={record}>{(one) => <Parts who={who} personId={personId} record={one} />}</Answered>
      ) : (
        <Parts who={who} personId={personId} record={undefined} />
      )}
    </Page>
  );
};

/** Somebody: the record, the roles over time, the way in, what he holds. Five calls. */
export const Person = () => {
  const { personId } = page.useParams();
  return (
    <Answered query={useQuery(me)}>
      {(who) => who !== null && <PersonPage key={personId} who={who} personId={personId} />}
    </Answered>
  );
};

/** One's own record: one click from anywhere, and no id in the address. */
export const MyRecord = () => (
  <Answered query={useQuery(me)}>{(who) => who !== null && <PersonPage who={who} personId={who.personId} />}</Answered>
);
