// Every member of an archive is read, left out by name, or refused.
import { readZip } from './zip-file.mjs';

/** Files that systems leave behind, and folders. */
const LEFT_OVER = /(^|\/)(\.(?!\.?(\/|$))|__MACOSX(\/|$)|~\$|thumbs\.db$|desktop\.ini$)|\/$|^$/i;

/** Counts the members that the run tells of. */
export async function checkArchive({ gathered, made }) {
  if (made.format !== 'zip') return { failures: [] };
  const prefix = `${made.name}/`;
  const names = [
    ...gathered.files.map(({ name }) => name),
    ...gathered.leftOut.map(({ file }) => file),
    ...gathered.faults.map(({ file }) => file),
  ];
  // One for the whole archive: it was refused as it is.
  if (names.includes(made.name)) return { failures: [] };
  const told = new Set(
    names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length)),
  );
  const entries = await readZip(made.bytes).catch(() => []);
  const members = entries.filter(({ rawName }) => !LEFT_OVER.test(shownName(rawName)));
  // A member within a member is told of below it.
  const above = [...told].filter((name) => ![...told].some((other) => name.startsWith(`${other}/`)));
  return {
    failures:
      members.length > above.length ? [`${members.length - above.length} members are not told of`] : [],
  };
}

const shownName = (rawName) => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(rawName).replaceAll('\\', '/');
  } catch {
    return new TextDecoder('gb18030').decode(rawName).replaceAll('\\', '/');
  }
};
