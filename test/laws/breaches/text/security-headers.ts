export const answered = {
  'x-content-type-options': 'nosniff',
};
export const told = (headers: Headers): void => {
  headers.set('X-Content-Type-Options', 'nosniff');
};
