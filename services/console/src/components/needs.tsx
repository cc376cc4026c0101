import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.ts';
import { sayDay } from './dates.ts';
import { sayFactValue } from './fact-value.ts';
import { Mark, type Tone } from './mark.tsx';
import { comma, either } from './names.ts';

export type Need = Schemas['Need'];
type Share = Schemas['QuotaShare'];

const TONES: Readonly<Record<Need['verdict'], Tone>> = { met: 'good', unmet: 'bad', undetermined: 'waiting' };

const One = ({ need, isReviewed }: Readonly<{ need: Need; isReviewed: boolean }>) => {
  const { t } = useTranslation();
  const { zh, en, verdict, found, reviewerSays: answer, ground } = need;
  const known = found.filter((value) => value !== '').map(sayFactValue);
  return (
    <li>
      {either(zh, en)} <Mark tone={TONES[verdict]}>{t(`needs.${verdict}`)}</Mark>
      {known.length > 0 && <span className="quiet"> {t('needs.found', { found: known.join(comma()) })}</span>}
      {isReviewed && verdict === 'undetermined' && answer === null && <div className="quiet">{t('needs.unknown')}</div>}
      {answer !== null && (
        <div>
          <Mark tone={answer === 'met' ? 'good' : 'bad'}>{t(`needs.answered.${answer}`)}</Mark>{' '}
          <span className="quiet prose">{ground}</span>
        </div>
      )}
    </li>
  );
};

/** Each need in a line, with what was found of it; `isReviewed`: what is not known is answered by a reviewer. */
export const NeedLines = ({
  needs,
  isReviewed = false,
}: Readonly<{ needs: readonly Need[]; isReviewed?: boolean }>) => (
  <ul>
    {needs.map((need) => (
      <One key={need.need} need={need} isReviewed={isReviewed} />
    ))}
  </ul>
);

/** How many places a unit has, and what the number follows from. */
const ShareLine = ({ share }: Readonly<{ share: Share }>) => {
  const { t } = useTranslation();
  const { taken, quota, onePer, counted, count, asOf, stands } = share;
  return (
    <p>
      {t(`needs.share.${counted}`, { taken, quota, onePer, count, day: sayDay(asOf) })}
      {stands && <span className="quiet"> {t('needs.stands')}</span>}
    </p>
  );
};

/** What the template needs of an entry, what was found, and how many its unit may declare. Nothing where nothing is asked. */
export const Needs = ({
  needs,
  share,
  isAhead = false,
}: Readonly<{
  needs: readonly Need[];
  share: Share | null;
  /** It is to be declared: what is not met says that it can not be. */
  isAhead?: boolean;
}>) => {
  const { t } = useTranslation();
  const [first] = needs;
  if (first === undefined && share === null) return null;
  return (
    <section className="part" aria-labelledby="needs">
      <h2 id="needs">{t('needs.title')}</h2>
      {first !== undefined && <p className="quiet">{t('needs.asOf', { day: sayDay(first.asOf) })}</p>}
      {first !== undefined && <NeedLines needs={needs} isReviewed />}
      {isAhead && needs.some(({ verdict }) => verdict === 'unmet') && (
        <p className="note" role="status">
          {t('needs.cannot')}
        </p>
      )}
      {share !== null && <ShareLine share={share} />}
    </section>
  );
};
