/** A day as official documents write it (GB/T 9704—2012, 7.3.5.4: Arabic numbers, no leading zeros). `day`: "YYYY-MM-DD". */
export const chineseDay = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
};
