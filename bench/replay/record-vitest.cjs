// A Vitest reporter that keeps what Vitest tells reporters, and sends the workers' journals to a folder that stays.
const { mkdirSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { serialize } = require('node:v8');

const KEPT = [
  'id',
  'name',
  'type',
  'mode',
  'result',
  'location',
  'tags',
  'timeout',
  'fails',
  'filepath',
  'projectName',
];

const plain = (task) => ({
  ...Object.fromEntries(KEPT.filter((key) => task[key] !== undefined).map((key) => [key, task[key]])),
  meta: {},
  ...(task.tasks === undefined ? {} : { tasks: task.tasks.map(plain) }),
});

module.exports = class {
  onInit(vitest) {
    this.vitest = vitest;
    this.folder = process.env.REPLAY_FOLDER;
    const journals = join(this.folder, 'journals');
    mkdirSync(journals, { recursive: true });
    process.env.HOLDFAST_RUN_DIR = journals;
  }

  onTestRunEnd(modules) {
    const { root } = this.vitest.config;
    const files = modules.map(({ task }) => plain(task));
    writeFileSync(
      join(this.folder, 'recording.bin'),
      serialize({ root, version: this.vitest.version, files }),
    );
  }
};
