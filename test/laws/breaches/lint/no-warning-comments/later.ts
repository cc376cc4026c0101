// TODO: some day
export const later = 'never';
