import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { Choice } from '../../components/choice.tsx';
import { either } from '../../components/names.ts';
import { SearchBox } from '../../components/search-box.tsx';
import { STANDINGS } from '../../components/standing-mark.tsx';
import { CLAIM_WORDS, REVIEW_SORTS, type ReviewSearch } from '../../searches/review.ts';

const page = getRouteApi('/editions/$editionId/review');

type Facets = Schemas['GetV1EntriesAnswer']['facets'] | null;

/** Of what the queue is, and in which order. Whoever changes it begins at its top. */
export const ReviewFilters = ({
  edition,
  facets,
  onChange,
}: Readonly<{
  edition: Schemas['Edition'];
  facets: Facets;
  onChange: (changed: Partial<ReviewSearch>) => void;
}>) => {
  const { t } = useTranslation();
  const search = page.useSearch();
  const standing = search.standing ?? 'declared';
  const begin = (changed: Partial<ReviewSearch>): void => onChange({ ...changed, entry: undefined });
  return (
    <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
      <SearchBox value={search.q ?? ''} onSearch={(q) => q !== search.q && begin({ q })} />
      <Choice
        label={t('projects.standing')}
        value={standing}
        options={STANDINGS.filter((word) => word === standing || (facets?.standing?.[word] ?? 0) > 0).map((word) => ({
          value: word,
          label: t(`standing.${word}`),
          count: facets?.standing?.[word],
        }))}
        onChoose={(chosen) => begin({ standing: chosen, picked: undefined })}
      />
      {edition.tracks.length > 1 && (
        <Choice
          label={t('projects.track')}
          value={search.track}
          all={t('all')}
          options={edition.tracks.map(({ track, nameZh, nameEn }) => ({
            value: track,
            label: either(nameZh, nameEn),
            count: facets?.track?.[track],
          }))}
          onChoose={(track) => begin({ track })}
        />
      )}
      {standing === 'declared' && (
        <Choice
          label={t('claims.whose')}
          value={search.claim}
          all={t('all')}
          options={CLAIM_WORDS.map((value) => ({
            value,
            label: t(`claims.words.${value}`),
            count: facets?.claim?.[value],
          }))}
          onChoose={(claim) => begin({ claim: CLAIM_WORDS.find((known) => known === claim), picked: undefined })}
        />
      )}
      <Choice
        label={t('sort')}
        value={search.sort ?? 'due'}
        options={REVIEW_SORTS.map((sort) => ({ value: sort, label: t(`review.sorts.${sort}`) }))}
        onChoose={(sort) => begin({ sort: REVIEW_SORTS.find((known) => known === sort) })}
      />
    </form>
  );
};
