/** One case of a JUnit report. */
export interface JunitCase {
  /** What groups cases: the file. */
  readonly suite: string;
  readonly name: string;
  /** Why it fails; it passes without any. */
  readonly failures: readonly string[];
  /** What is worth a look all the same. */
  readonly notes: readonly string[];
}

/** What XML 1.0 cannot hold, not even escaped. */
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

const escaped = (text: string): string =>
  text
    .replace(UNWRITABLE, '\ufffd')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/[\t\r\n]/g, (character) => `&#${character.charCodeAt(0)};`);

/** A report in the JUnit format that CI servers read. It has no times: the same inputs give the same bytes. */
export function junitXml(name: string, cases: readonly JunitCase[]): string {
  const suites = [...new Set(cases.map(({ suite }) => suite))];
  const failed = (of: readonly JunitCase[]): number =>
    of.filter(({ failures }) => failures.length > 0).length;
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${escaped(name)}" tests="${cases.length}" failures="${failed(cases)}" errors="0">`,
  ];
  for (const suite of suites) {
    const own = cases.filter((each) => each.suite === suite);
    lines.push(
      `  <testsuite name="${escaped(suite)}" tests="${own.length}" failures="${failed(own)}" errors="0" skipped="0">`,
    );
    for (const { name: title, failures, notes } of own) {
      lines.push(`    <testcase classname="${escaped(suite)}" name="${escaped(title)}">`);
      for (const failure of failures) {
        lines.push(`      <failure message="${escaped(failure)}">${escaped(failure)}</failure>`);
      }
      if (notes.length > 0) lines.push(`      <system-out>${escaped(notes.join('\n'))}</system-out>`);
      lines.push('    </testcase>');
    }
    lines.push('  </testsuite>');
  }
  lines.push('</testsuites>');
  return `${lines.join('\n')}\n`;
}
