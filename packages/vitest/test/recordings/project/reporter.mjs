import { writeFileSync } from 'node:fs';

const KEYS = [
  'type',
  'id',
  'name',
  'mode',
  'filepath',
  'projectName',
  'result',
  'location',
  'fails',
  'timeout',
  'tags',
];

const plain = (task) => ({
  ...Object.fromEntries(KEYS.map((key) => [key, task[key]])),
  ...(task.tasks ? { tasks: task.tasks.map(plain) } : {}),
});

const plainError = (error) =>
  typeof error === 'object' && error !== null
    ? {
        ...error,
        name: error.name,
        message: error.message,
        stack: error.stack,
        cause: plainError(error.cause),
      }
    : error;

export default class {
  onInit(vitest) {
    this.version = vitest.version;
  }

  onTestRunEnd(modules, errors, reason) {
    const files = modules.map((module) => plain(module.task));
    writeFileSync(
      process.env.RECORDING,
      JSON.stringify({ version: this.version, reason, files, errors: errors.map(plainError) }),
    );
  }
}
