// Which package and folder may import which: docs/architecture.md has the picture.
module.exports = {
  forbidden: [
    { name: 'no-rings', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'journal-is-a-leaf',
      comment: 'packages/journal is imported by both worlds and imports neither.',
      severity: 'error',
      from: { path: '^packages/journal/src' },
      to: { path: '^packages/(?!journal/)' },
    },
    {
      name: 'triage-imports-journal-and-statistics-only',
      comment: 'Arithmetic has no world: the statistics are an entry of their own that imports nothing.',
      severity: 'error',
      from: { path: '^packages/triage/src' },
      to: { path: '^packages/(?!triage/|journal/|adaptive/src/statistics)' },
    },
    {
      name: 'adaptive-imports-journal-only',
      severity: 'error',
      from: { path: '^packages/adaptive/src' },
      to: { path: '^packages/(?!adaptive/|journal/)' },
    },
    {
      name: 'fixtures-import-adaptive-and-journal-only',
      severity: 'error',
      from: { path: '^packages/fixtures/src' },
      to: { path: '^packages/(?!fixtures/|adaptive/|journal/)' },
    },
    {
      name: 'command-line-imports-triage-and-the-machine-only',
      comment: 'Commands read arguments and print; what they do lies in packages/triage.',
      severity: 'error',
      from: { path: '^packages/cli/src' },
      to: { path: '^packages/(?!cli/|triage/|adaptive/src/(machine|settings))' },
    },
    {
      name: 'adaptive-reads-files-beside-the-runner',
      comment: "What runs inside a test file gets resolved settings; finding and loading them is the host's.",
      severity: 'error',
      from: {
        path: '^packages/adaptive/src',
        pathNot: '^packages/adaptive/src/(settings\\.ts|settings/source/)',
      },
      to: { path: '^packages/adaptive/src/settings/source/' },
    },
    {
      name: 'sandbox-never-imports-host',
      comment: 'A setup or index entry runs inside the test file; triage runs beside the runner.',
      severity: 'error',
      from: { path: '^packages/(jest|vitest)/src/(index|setup|observe)' },
      to: { path: '^packages/triage/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'reporters-reach-fixtures-by-reclaim-only',
      comment:
        'Beside the runner only the leases of the dead count; everything else of the fixtures runs in tests.',
      severity: 'error',
      from: {
        path: '^packages/(jest|vitest)/src/(reporter\\.ts|plugin\\.ts|config|global-|run/|translate/)',
      },
      to: { path: '^packages/fixtures/src/(?!reclaim\\.ts)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'adapters-do-not-know-each-other',
      severity: 'error',
      from: { path: '^packages/(jest|vitest)/' },
      to: { path: '^packages/(jest|vitest)/', pathNot: '^packages/$1/' },
    },
    {
      name: 'core-does-not-know-a-runner',
      severity: 'error',
      from: { path: '^packages/(adaptive|cli|fixtures|journal|triage)/src' },
      to: { path: 'node_modules/(@jest|@vitest|jest|vitest)' },
    },
    {
      name: 'pure-core',
      comment: 'These folders compute; reading and writing happens at the edges.',
      severity: 'error',
      from: { path: '^packages/triage/src/(classify|taxonomy|fingerprint|incident|mask)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'page-runs-in-a-browser',
      comment: 'The page of a report is loaded by nothing beside the runner, and has nothing of Node.',
      severity: 'error',
      from: { path: '^packages/triage/src/report/page/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'nobody-loads-the-page',
      comment: 'The build bundles it for a browser; what both need lies in the folder above.',
      severity: 'error',
      from: { path: '^packages/[^/]+/src', pathNot: '^packages/triage/src/report/page/' },
      to: { path: '^packages/triage/src/report/page/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^packages/[^/]+/dist/' },
  },
};
