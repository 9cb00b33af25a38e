// Imports go one way, down the pipeline: each folder may import only the folders named before it here.
// Leaves that everybody may import: the files that lie in src/ itself, such as errors.ts and bilingual.ts.
const below = {
  datasets: [],
  policy: [],
  config: [],
  engine: [],
  ingest: ['datasets', 'config', 'engine'],
  normalize: ['ingest', 'datasets', 'engine'],
  link: ['normalize', 'datasets', 'engine'],
  facts: ['link', 'normalize', 'datasets', 'policy', 'engine'],
  rules: ['facts', 'link', 'normalize', 'ingest', 'datasets', 'policy', 'engine', 'findings'],
  findings: ['ingest', 'datasets', 'policy', 'engine'],
  report: ['findings', 'rules', 'datasets', 'policy', 'engine', 'run'],
  run: ['ingest', 'findings', 'engine'],
  synth: ['datasets', 'policy'],
};
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'nobody-imports-the-cli',
      severity: 'error',
      from: { pathNot: '^(src/cli|bin)/' },
      to: { path: '^src/cli/' },
    },
    {
      name: 'only-the-cli-imports-the-audit',
      severity: 'error',
      from: { pathNot: '^src/(cli|audit|reproduce|explain)/' },
      to: { path: '^src/audit/' },
    },
    {
      name: 'terminal-libraries-stay-in-the-cli',
      severity: 'error',
      from: { pathNot: '^src/(cli/|report/terminal)' },
      to: { path: 'node_modules/(commander|chalk)/' },
    },
    ...Object.entries(below).map(([folder, allowed]) => ({
      name: `${folder}-imports-down-only`,
      severity: 'error',
      from: { path: `^src/${folder}/` },
      to: {
        path: '^src/',
        pathNot: `^src/(${[folder, ...allowed].join('|')})/|^src/[a-z-]+\\.ts$`,
      },
    })),
    {
      name: 'leaves-import-nothing',
      severity: 'error',
      from: { path: '^src/[a-z-]+\\.ts$' },
      to: { path: '^src/.*/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
  },
};
