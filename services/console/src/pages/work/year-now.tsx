import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { editions } from '../../api/questions/editions.ts';
import { sayDayShort, today } from '../../components/dates.ts';
import { either } from '../../components/names.ts';
import { Part } from '../../components/part.tsx';
import { StageMark } from '../campaigns/stage-mark.tsx';
import { useStageName } from '../campaigns/stage-name.tsx';
import type { Edition } from '../campaigns/stages.ts';

const Stages = ({ edition }: Readonly<{ edition: Edition }>) => {
  const { t } = useTranslation();
  const nameOf = useStageName();
  const now = today();
  const { editionId, stages } = edition;
  return (
    <>
      <h3 className="year-name">
        <Link to="/editions/$editionId" params={{ editionId }}>
          {either(edition.titleZh, edition.titleEn)}
        </Link>
      </h3>
      <ol className="year-stages" aria-label={t('campaigns.timeLine')}>
        {stages.map((stage) => (
          <li key={stage.stageId} className={`year-stage year-${stage.progress}`}>
            <strong>{nameOf(stages, stage.stageId)}</strong>
            <span className="quiet">
              {sayDayShort(stage.opensOn)} – {sayDayShort(stage.closesOn)}
            </span>
            <StageMark stage={stage} today={now} />
          </li>
        ))}
      </ol>
    </>
  );
};

/** Where the running campaigns stand today, below what waits for oneself; nothing where none runs. */
export const YearNow = () => {
  const { t } = useTranslation();
  const query = useQuery(editions);
  if (query.data?.items.every(({ state }) => state !== 'open')) return null;
  return (
    <Part id="year-now" title={t('work.year')} query={query}>
      {({ items }) =>
        items
          .filter(({ state }) => state === 'open')
          .map((edition) => <Stages key={edition.editionId} edition={edition} />)
      }
    </Part>
  );
};
