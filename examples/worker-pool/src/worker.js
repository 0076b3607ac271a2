// A worker process: takes two seconds to come up, as an interpreter with its libraries does, then works on one line
// after another and answers each with a line. Ends with its standard input.
const { createInterface } = require('node:readline');

const START_MS = 2_000;

setTimeout(() => {
  process.stdout.write('ready\n');
  createInterface({ input: process.stdin })
    .on('line', (line) => setTimeout(() => process.stdout.write(`done ${line}\n`), Number(line)))
    .on('close', () => process.exit());
}, START_MS);
