// A Jest reporter that keeps what Jest tells reporters, and sends the workers' journals to a folder that stays.
const { mkdirSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { serialize } = require('node:v8');

module.exports = class {
  constructor(config, { folder }) {
    this.folder = folder;
    this.recording = { config, files: [] };
    process.env.HOLDFAST_RUN_DIR = join(folder, 'journals');
    mkdirSync(process.env.HOLDFAST_RUN_DIR, { recursive: true });
  }

  onTestFileResult({ path, context }, result) {
    this.recording.projectConfig = plain(context.config);
    this.recording.files.push({ path, result: plain(result) });
  }

  onRunComplete(_contexts, results) {
    const { testResults: _, ...totals } = results;
    Object.assign(this.recording, { config: plain(this.recording.config), totals: plain(totals) });
    writeFileSync(join(this.folder, 'recording.bin'), serialize(this.recording));
  }
};

const plain = (value) => JSON.parse(JSON.stringify(value));
