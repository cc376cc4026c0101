export const rule = "double quotes, and a line that goes on and on until it is wider than the hundred and twenty characters that fit";
