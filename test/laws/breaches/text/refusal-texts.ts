/** Planted breach: one reason told in one language only, one not told at all. */
export const texts = {
  OVER_QUOTA: { status: 'FAILED_PRECONDITION', zh: '超出名额', en: 'over the quota' },
  TOO_LATE: { status: 'FAILED_PRECONDITION', zh: 'too late', en: 'too late' },
};
