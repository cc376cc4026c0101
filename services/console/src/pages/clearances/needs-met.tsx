import { useTranslation } from 'react-i18next';
import { either } from '../../components/names.ts';
import type { Need } from '../../components/needs.tsx';
import type { Opinion } from './opinion.ts';

/** What the platform could not tell of the entry, and whoever clears looks up: each that is met is ticked. A no is an opinion against it. */
export const NeedsMet = ({
  needs,
  opinion,
  onChange,
}: Readonly<{ needs: readonly Need[]; opinion: Opinion; onChange: (opinion: Opinion) => void }>) => {
  const { t } = useTranslation();
  const others = (need: string) => opinion.met.filter((one) => one !== need);
  return (
    <fieldset className="choices" id="needs-met">
      <legend>{t('clearances.needs')}</legend>
      {needs.map(({ need, zh, en }) => (
        <label key={need}>
          <input
            type="checkbox"
            checked={opinion.met.includes(need)}
            onChange={({ target }) =>
              onChange({ ...opinion, met: target.checked ? [...others(need), need] : others(need) })
            }
          />
          {either(zh, en)}
        </label>
      ))}
      <p className="quiet">{t('clearances.needsHint')}</p>
    </fieldset>
  );
};
