export const ask = (url: string): unknown => fetch(url);
