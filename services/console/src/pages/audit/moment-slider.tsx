import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sayExactly } from '../../components/dates.ts';

/**
 * Moves through what happened, one moment a step; where it stands is in the address. The address follows a little later than the hand:
 * until it does the slider stands where it was moved to, so that the next key goes on from there.
 */
export const MomentSlider = ({
  moments,
  reached,
  onMove,
}: Readonly<{ moments: readonly string[]; reached: number; onMove: (at: string) => void }>) => {
  const { t } = useTranslation();
  const id = useId();
  const [{ place, known }, stand] = useState({ place: reached, known: reached });
  if (known !== reached) stand({ place: reached, known: reached });
  const moment = moments[place];
  const said = moment === undefined ? t('audit.before') : sayExactly(moment);
  return (
    <div className="slider">
      <label htmlFor={id}>{t('audit.slider')}</label>
      <input
        id={id}
        type="range"
        min={0}
        max={Math.max(0, moments.length - 1)}
        value={Math.max(0, place)}
        aria-valuetext={said}
        onChange={({ target }) => {
          const to = Number(target.value);
          const chosen = moments[to];
          if (chosen === undefined) return;
          stand({ place: to, known: reached });
          onMove(chosen);
        }}
      />
      <output htmlFor={id}>{said}</output>
    </div>
  );
};
