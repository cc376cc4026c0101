export const named = 'as nobody says it';
