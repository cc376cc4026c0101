import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.ts';
import { declaringZh } from '../words/zh/declaring.ts';
import { either } from './names.ts';

type Known = keyof typeof declaringZh.declaring.document;
const isKnown = (document: string): document is Known => Object.hasOwn(declaringZh.declaring.document, document);

export type Named = Schemas['DocumentName'];

/** As the template calls it; a usual one that it does not name by the console's word, another by its id. */
export const useCalled = (names: readonly Named[]): ((document: string) => string) => {
  const { t } = useTranslation();
  return (document) => {
    const named = names.find((one) => one.document === document);
    if (named !== undefined) return either(named.nameZh, named.nameEn);
    return isKnown(document) ? t(`declaring.document.${document}`) : document;
  };
};
