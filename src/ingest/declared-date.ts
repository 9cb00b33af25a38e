const LABELLED =
  /(?:截止|截至|数据|统计|导出|制表|填报)(?:日期|时间|日|到)?[:：]?\s*(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})/g;

/**
 * The newest date that title lines declare (`截止日期:2017-07-31`), as YYYY-MM-DD; only whole, real dates behind such a word count.
 */
export function declaredDate(lines: readonly string[]): string | undefined {
  let newest: string | undefined;
  for (const [, year = '', month = '', day = ''] of lines.join(' ').normalize('NFKC').matchAll(LABELLED)) {
    const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    const time = Date.parse(`${date}T00:00:00Z`);
    const isReal = !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
    if (isReal && (newest === undefined || date > newest)) newest = date;
  }
  return newest;
}
