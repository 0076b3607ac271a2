// Plays a recorded run to a reporter in this fresh process, and prints what it cost as JSON:
// play.mjs RUNNER FOLDER CONTENDER [FOLDER OF THE PACKAGES]
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { deserialize } from 'node:v8';

const [runner, folder, contender, packages] = process.argv.slice(2);
const require = createRequire(packages === undefined ? import.meta.url : join(packages, 'play.mjs'));
const root = join(folder, 'project');
mkdirSync(root, { recursive: true });
rmSync(join(root, 'holdfast-report'), { recursive: true, force: true });
const recording = deserialize(readFileSync(join(folder, 'recording.bin')));
const output = { summary: '' };
const costs = {};

/** CPU time of the main thread alone, where the system tells it: the rest is the engine's collecting and compiling beside it. */
const mainThreadMs = () => {
  try {
    return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
  } catch {
    return undefined;
  }
};

/** The reporter measures the machine and looks for settings before a run, which the runners wait for. */
const measuredStart = async (action) => {
  const before = process.cpuUsage();
  await action();
  const { user, system } = process.cpuUsage(before);
  costs.prepare = (user + system) / 1000;
};

const measured = (name, action) => {
  const before = process.cpuUsage();
  const result = action();
  const { user, system } = process.cpuUsage(before);
  costs[name] = (costs[name] ?? 0) + (user + system) / 1000;
  return result;
};

/** What this script does itself, which is no cost of the reporter's. */
const own = { ms: 0, mainMs: 0 };

const giveJournals = (directory) => {
  const before = process.cpuUsage();
  const mainBefore = mainThreadMs();
  for (const name of readdirSync(join(folder, 'journals')))
    copyFileSync(join(folder, 'journals', name), join(directory, name));
  const { user, system } = process.cpuUsage(before);
  own.ms += (user + system) / 1000;
  own.mainMs += (mainThreadMs() ?? 0) - (mainBefore ?? 0);
};

const playJest = async () => {
  const { config, projectConfig, files, totals } = recording;
  const { HoldfastReporter } = measured('load', () => require('@holdfast/jest/reporter'));
  const reporter = measured('start', () => new HoldfastReporter(config));
  process.stderr.write = (text) => {
    output.summary += text;
    return true;
  };
  await measuredStart(() => reporter.onRunStart(totals, { showStatus: true }));
  measured('files', () => {
    for (const { path, result } of files) {
      const test = { path, context: { config: projectConfig } };
      reporter.onTestFileStart(test);
      for (const one of result.testResults) reporter.onTestCaseResult(test, one);
      reporter.onTestFileResult(test, result);
    }
  });
  giveJournals(process.env.HOLDFAST_RUN_DIR);
  measured('finish', () => {
    reporter.onRunComplete(new Set([{ config: projectConfig }]), totals);
    totals.success = false;
  });
  process.exitCode = 0;
};

const playVitest = async () => {
  const { root: rootDir, version, files } = recording;
  const { HoldfastReporter } = measured('load', () => require('@holdfast/vitest/reporter'));
  const modules = files.map((task) => ({ task }));
  const logger = {
    printError() {},
    error() {},
    log: (text) => {
      output.summary += text;
    },
  };
  const state = { getTestModules: () => modules, getUnhandledErrors: () => [] };
  const config = { root: rootDir, sequence: {}, reporters: [] };
  const reporter = measured('start', () => {
    const made = new HoldfastReporter();
    const project = { name: '', config };
    made.onInit({ config, version, logger, state, projects: [project], getRootProject: () => project });
    return made;
  });
  await measuredStart(() => reporter.onTestRunStart(files));
  giveJournals(process.env.HOLDFAST_RUN_DIR);
  measured('finish', () => reporter.onTestRunEnd(modules, [], 'failed'));
};

/** The least that a report of all results can cost: one text, written at once. */
const playJson = () => {
  measured('finish', () => writeFileSync(join(root, 'out.json'), JSON.stringify(recording.files)));
};

const play = { jest: playJest, vitest: playVitest }[runner];
const rssBefore = process.resourceUsage().maxRSS;
const mainBefore = mainThreadMs();
const wasUser = process.cpuUsage();
if (contender === 'json') playJson();
else await play();
process.once('exit', () => {
  if (output.summary.includes('could not finish its report')) throw new Error(output.summary);
  const { user, system } = process.cpuUsage(wasUser);
  const mainMs = mainThreadMs();
  const main = mainMs === undefined ? {} : { main: mainMs - mainBefore - own.mainMs };
  const peakMb = (process.resourceUsage().maxRSS - rssBefore) / 1024;
  process.stdout.write(
    `${JSON.stringify({ ...costs, all: (user + system) / 1000 - own.ms, ...main, peakMb, summary: output.summary })}\n`,
  );
});
