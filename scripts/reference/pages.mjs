import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../workspace/root.mjs';
import { adaptivePage } from './adaptive-page.mjs';
import { causesPage } from './causes-page.mjs';
import { commandsPage } from './commands-page.mjs';
import { loadSource } from './load-source.mjs';
import { readInterfaces } from './read-interfaces.mjs';
import { settingsPage } from './settings-page.mjs';
import { staleDefaults } from './stale-defaults.mjs';
import { typesPage } from './types-page.mjs';

const optionsFile = 'packages/triage/src/options.ts';

const checkDefaults = async () => {
  const { DEFAULT_OPTIONS } = await loadSource('packages/triage/src/settings/default-options.ts');
  const types = readInterfaces(optionsFile, readFileSync(join(root, optionsFile), 'utf8'));
  const { members } = types.find(({ name }) => name === 'ReporterOptions');
  const stale = staleDefaults(members, DEFAULT_OPTIONS);
  if (stale.length > 0) throw new Error(`${optionsFile}: ${stale.join('; ')}`);
};

const causes = async () => {
  const { CAUSES } = await loadSource('packages/journal/src/cause.ts');
  const { CAUSE_DESCRIPTIONS } = await loadSource('packages/triage/src/taxonomy/causes.data.ts');
  const { CATEGORY_DESCRIPTIONS } = await loadSource('packages/triage/src/taxonomy/categories.data.ts');
  return causesPage(CAUSES, CATEGORY_DESCRIPTIONS, CAUSE_DESCRIPTIONS);
};

const commands = async () => {
  const { COMMANDS } = await loadSource('packages/cli/src/command-list.ts');
  const { EXIT_CODE_MEANINGS } = await loadSource('packages/cli/src/exit-code.ts');
  return commandsPage(COMMANDS, EXIT_CODE_MEANINGS);
};

const options = async () => {
  await checkDefaults();
  return typesPage(
    'Options',
    "The options of the reporter, the same in Jest and Vitest. All are optional; a mistake in one is reported with what is accepted, and that option's default holds. They may stand in the [settings](settings.md) file, too, and the fields of the settings among them.",
    [[optionsFile, ['ReporterOptions', 'Area', 'UserRule', 'ReportFormat']]],
  );
};

const report = () =>
  typesPage(
    'Report format',
    'What `report.json` holds; all other reports are rendered from it. The JSON schema is published as `@holdfast/triage/schema.json`.',
    [
      [
        'packages/triage/src/report/report.ts',
        [
          'Report',
          'RunSummary',
          'MachineSummary',
          'SettingsSummary',
          'Totals',
          'Incident',
          'ReportFailure',
          'CategorySummary',
          'PassRate',
          'TimedOutPhase',
          'LeftBehind',
          'SkipReason',
          'StaleQuarantine',
          'ReportTest',
        ],
      ],
      ['packages/triage/src/run-preparation.ts', ['RunSettings']],
      ['packages/triage/src/verdict.ts', ['Verdict', 'EvidenceLine', 'Standing', 'Priority']],
      ['packages/triage/src/failure.ts', ['FailureKind', 'Attempt', 'Evidence']],
      ['packages/triage/src/correction/known-note.ts', ['CorrectionNote', 'QuarantineNote']],
      ['packages/triage/src/history/failure-history.ts', ['FailureHistory']],
      ['packages/triage/src/outcome.ts', ['TestCounts']],
      ['packages/journal/src/error-snapshot.ts', ['ErrorSnapshot']],
      ['packages/journal/src/machine-facts.ts', ['MachineFacts']],
    ],
  );

const journal = () =>
  typesPage(
    'Journal format',
    'What a worker writes while tests run: one line of JSON a record, appended when the thing happens. A reader skips what it does not understand and a torn last line. The JSON schema is published as `@holdfast/journal/schema.json`.',
    [
      [
        'packages/journal/src/record.ts',
        [
          'WorkerRecord',
          'FileStartRecord',
          'FileEndRecord',
          'TestStartRecord',
          'TestEndRecord',
          'ErrorRecord',
          'EvidenceRecord',
          'LeaseRecord',
          'LeaseEndRecord',
        ],
      ],
      ['packages/journal/src/error-snapshot.ts', ['ErrorSnapshot']],
      ['packages/journal/src/machine-facts.ts', ['MachineFacts']],
      ['packages/journal/src/machine-profile.ts', ['MachineProfile', 'Tier']],
    ],
  );

const evidence = () =>
  typesPage(
    'Evidence',
    "The facts that Holdfast's own parts record near a failure, by name; rules and reports read them. A test may record under these names, or any other dotted one, with `evidence(name, data)`. What a test left behind is recorded as `leak.` and its kind, in the shape of LeakFact.",
    [['packages/journal/src/known-evidence.ts', ['KnownEvidence', 'WaitFact', 'LeakFact']]],
  );

/**
 * The generated pages of the reference.
 * @returns {Promise<Record<string, string>>} texts by path from the root
 */
export const referencePages = async () => ({
  'docs/reference/adaptive.md': await adaptivePage(),
  'docs/reference/causes.md': await causes(),
  'docs/reference/commands.md': await commands(),
  'docs/reference/evidence.md': evidence(),
  'docs/reference/options.md': await options(),
  'docs/reference/settings.md': await settingsPage(),
  'docs/reference/report.md': report(),
  'docs/reference/journal.md': journal(),
});
