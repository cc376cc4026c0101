/** Texts of claims of reviews, Chinese. */
export const claimsZh = {
  claims: {
    whose: '认领情况',
    words: { mine: '我认领的', unclaimed: '尚未认领', others: '他人认领' },
    by: '{{name}}认领，至{{date}}',
    own: '我已认领，至{{date}}',
    next: '认领下 {{count}} 件',
    claim: '认领所选 {{count}} 件',
    release: '放下所选 {{count}} 件',
    takeOver: '接手他人认领的 {{count}} 件',
    takeOverLead: '原认领人会收到通知。认领只是同事间的约定，不影响任何人审核。',
    done: '已办理 {{count}} 件',
    partly: '已办理 {{done}} 件，{{refused}} 件未能办理',
  },
} as const;
