/** Hands a file to whoever sits here; it is kept nowhere else. */
export const saveFile = (name: string, content: Blob): void => {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
};

export const jsonFile = (content: unknown): Blob => new Blob([JSON.stringify(content)], { type: 'application/json' });
