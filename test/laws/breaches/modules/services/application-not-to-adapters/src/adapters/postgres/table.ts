export const table = 'project';
