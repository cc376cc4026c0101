import type { TFunction } from 'i18next';
import type { Schemas } from '../../api/client.ts';
import type { Tone } from '../../components/mark.tsx';
import { either } from '../../components/names.ts';

export type Appeals = Schemas['Appeals'];
export type Appeal = Schemas['Appeal'];
export type Standing = Schemas['AppealStanding'];
export type Of = Readonly<{ roundId: string; entryId: string }>;
export type Asked = Of & Readonly<{ onClose: () => void }>;

export const APPEAL_TOUCHES = [['appeals'], ['work'], ['rounds']] as const;

export const ofEntry = ({ roundId, entryId }: Of): Of => ({ roundId, entryId });

export const TONES: Readonly<Record<Standing, Tone>> = {
  open: 'waiting',
  upheld: 'good',
  rejected: 'bad',
  withdrawn: 'plain',
};

type Against = Pick<Appeal, 'matter' | 'itemId' | 'nameZh' | 'nameEn'>;

/** What an appeal is against: a matter, and the item as the template calls it. */
export const sayMatter = (t: TFunction, { matter, itemId, nameZh, nameEn }: Against): string => {
  const said = t(`appeals.matters.${matter}`);
  if (itemId === null) return said;
  return t('appeals.part', { matter: said, item: nameZh === null ? itemId : either(nameZh, nameEn) });
};
