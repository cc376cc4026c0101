import '../look/declaring.css';
import { useTranslation } from 'react-i18next';
import { differences, type Piece } from './text-diff.ts';

type Marked = 'del' | 'ins' | 'mark';

const Side = ({
  pieces,
  kind,
  marked: Marking,
}: Readonly<{ pieces: readonly Piece[]; kind: 'gone' | 'new'; marked: Marked }>) => (
  <p className="prose">
    {pieces
      .filter((piece) => piece.kind === 'same' || piece.kind === kind)
      // Pieces have no names of their own, and none is moved.
      .map((piece, at) => {
        const key = `${at} ${piece.text}`;
        return piece.kind === 'same' ? <span key={key}>{piece.text}</span> : <Marking key={key}>{piece.text}</Marking>;
      })}
  </p>
);

/**
 * Two texts beside each other, what differs marked in both: struck out what is gone, underlined what is new. Of `rivals` neither is
 * older than the other.
 */
export const SideBySide = ({
  before,
  after,
  titles,
  rivals = false,
}: Readonly<{ before: string; after: string; titles: readonly [string, string]; rivals?: boolean }>) => {
  const { t } = useTranslation();
  const pieces = differences(before, after);
  if (pieces.every(({ kind }) => kind === 'same')) return <p className="quiet">{t('declaring.noDifference')}</p>;
  return (
    <div className="sides">
      <section aria-label={titles[0]}>
        <h4>{titles[0]}</h4>
        <Side pieces={pieces} kind="gone" marked={rivals ? 'mark' : 'del'} />
      </section>
      <section aria-label={titles[1]}>
        <h4>{titles[1]}</h4>
        <Side pieces={pieces} kind="new" marked={rivals ? 'mark' : 'ins'} />
      </section>
    </div>
  );
};
