import type { Schemas } from '../../api/client.ts';
import { either } from '../../components/names.ts';

export type List = Schemas['Checklist'];
export type Area = Schemas['ChecklistArea'];
export type Item = Schemas['ChecklistItem'];
export type Finding = Schemas['ChecklistFinding'];
export type Of = Readonly<{ roundId: string; entryId: string }>;
export type Asked = Of & Readonly<{ onClose: () => void }>;

export const LIST_TOUCHES = [['checklists'], ['work']] as const;

export const ofEntry = ({ roundId, entryId }: Of): Of => ({ roundId, entryId });

/** As the template calls it; where it gives no name, its id. */
export const itemName = ({ nameZh, nameEn, itemId }: Item): string =>
  nameZh === null ? itemId : either(nameZh, nameEn);
export const areaName = ({ nameZh, nameEn, areaId }: Area): string =>
  nameZh === null ? areaId : either(nameZh, nameEn);
