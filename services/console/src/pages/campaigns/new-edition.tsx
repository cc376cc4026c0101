import '../../look/campaigns.css';
import '../../look/planning.css';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { previewOf } from '../../api/questions/campaigns.ts';
import { me } from '../../api/questions/own.ts';
import { adoptedTemplates, template } from '../../api/questions/templates.ts';
import { Answered } from '../../components/answered.tsx';
import { today } from '../../components/dates.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { either } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { Part } from '../../components/part.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useTell } from '../../components/told.tsx';
import type { Copy } from './opening.ts';
import { Opening } from './opening-form.tsx';

const page = getRouteApi('/editions/new');

type Adopted = Schemas['GetV1TemplatesByCommitteeIdByTemplateHashAnswer'];

/** No programme is as large; the platform says so of one that is a little too long. */
const TEMPLATE_BYTES_MAX = 1_000_000;

/** A programme's file, taken into use by the committee: what is wrong with it is told, with the line. */
const Adopt = ({ committeeId }: Readonly<{ committeeId: string }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const navigate = useNavigate({ from: '/editions/new' });
  const [tooLarge, setTooLarge] = useState(false);
  const order = useOrder({
    send: async (file: File, key: string) =>
      answerOf(
        api.POST('/v1/templates', {
          params: { header: under(key) },
          body: { committeeId, template: await file.text() },
        }),
      ),
    touches: [['templates']],
    onDone: ({ templateHash }) => {
      tell(t('campaigns.adopted'));
      void navigate({ search: { committee: committeeId, template: templateHash } });
    },
  });
  const take = (file: File | undefined): void => {
    if (file === undefined) return;
    setTooLarge(file.size > TEMPLATE_BYTES_MAX);
    if (file.size <= TEMPLATE_BYTES_MAX) order.mutate(file);
  };
  return (
    <section className="part" aria-labelledby="adopt">
      <h2 id="adopt">{t('campaigns.adopt')}</h2>
      <p className="quiet">{t('campaigns.adoptLead')}</p>
      {order.isError && <ProblemNotice error={order.error} />}
      <div className="field wide">
        <label htmlFor="template">{t('campaigns.templateFile')}</label>
        <label className="file-button">
          {t('campaigns.chooseTemplate')}
          <input
            id="template"
            type="file"
            className="unseen"
            accept=".yaml,.yml"
            disabled={order.isPending}
            onChange={({ target }) => {
              take(target.files?.[0]);
              // A file that was mended is chosen again.
              target.value = '';
            }}
          />
        </label>
        {tooLarge && <span role="alert">{t('campaigns.templateTooLarge')}</span>}
      </div>
      <p>
        <Link to="/programmes/new" search={{ committee: committeeId }}>
          {t('programmes.title')}
        </Link>{' '}
        <span className="quiet">{t('programmes.linkLead')}</span>
      </p>
    </section>
  );
};

const Adopted = ({ committeeId }: Readonly<{ committeeId: string }>) => {
  const { t } = useTranslation();
  return (
    <Part id="adopted" title={t('campaigns.adoptedOnes')} query={useQuery(adoptedTemplates)}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="quiet">{t('campaigns.noneAdopted')}</p>
        ) : (
          <ul>
            {items.map(({ templateHash, titleZh, titleEn }) => (
              <li key={templateHash}>
                <Link to="/editions/new" search={{ committee: committeeId, template: templateHash }}>
                  {either(titleZh, titleEn)}
                </Link>
              </li>
            ))}
          </ul>
        )
      }
    </Part>
  );
};

/** Begins a series: all that stands there is the template's own, until somebody changes it. */
const First = ({ committeeId, adopted }: Readonly<{ committeeId: string; adopted: Adopted }>) => {
  const { t } = useTranslation();
  const year = Number(today().slice(0, 4));
  const [seriesId] = useState(() => crypto.randomUUID());
  const opening: Copy['opening'] = {
    ...{ committeeId, seriesId, year, ordinal: 1, templateHash: adopted.templateHash, parameters: {}, stages: [] },
    titleZh: `${adopted.titleZh}（${year}年度）`,
    titleEn: `${adopted.titleEn}, ${year}`,
  };
  return (
    <Answered query={useQuery({ ...previewOf(opening, false), staleTime: Infinity })}>
      {(plan) => (
        <Opening
          subjectId={committeeId}
          copy={{ opening, plan, reviewList: [], notCarried: [] }}
          title={t('campaigns.openFirst')}
        />
      )}
    </Answered>
  );
};

const Chosen = ({ committeeId, templateHash }: Readonly<{ committeeId: string; templateHash: string }>) => (
  <Answered query={useQuery(template(committeeId, templateHash))}>
    {(adopted) => <First committeeId={committeeId} adopted={adopted} />}
  </Answered>
);

/** The first edition of a series: on a template that the committee takes into use, or has in use. */
export const NewEdition = () => {
  const { t } = useTranslation();
  const { committee, template: templateHash } = page.useSearch();
  const who = useQuery(me);
  const own = who.data?.grants.filter(({ role }) => role === 'committee-officer') ?? [];
  const committeeId = committee ?? own[0]?.organizationId;
  return (
    <Page
      title={t('campaigns.openFirst')}
      lead={t(templateHash === undefined ? 'campaigns.firstLead' : 'campaigns.firstFilled')}
      actions={<Link to="/editions">{t('campaigns.toList')}</Link>}
    >
      {who.data !== undefined && committeeId === undefined && (
        <EmptyNotice title={t('campaigns.notYours')}>{t('campaigns.notYoursWhy')}</EmptyNotice>
      )}
      {committeeId !== undefined && templateHash !== undefined && (
        <Chosen committeeId={committeeId} templateHash={templateHash} />
      )}
      {committeeId !== undefined && templateHash === undefined && (
        <>
          <Adopted committeeId={committeeId} />
          <Adopt committeeId={committeeId} />
        </>
      )}
    </Page>
  );
};
