// How often verdicts agree with labels: node scripts/accuracy.mjs FILE
// FILE holds one labelled failure a line. Prints figures; exits 1 where the file cannot be used.
import { readFileSync } from 'node:fs';
import { formatAccuracy } from './accuracy/format-accuracy.mjs';
import { loadClassifier } from './accuracy/load-classifier.mjs';
import { measure } from './accuracy/measure.mjs';
import { readCorpus } from './accuracy/read-corpus.mjs';
import { toFailure } from './accuracy/to-failure.mjs';
import { install } from './prepare/install.mjs';

const file = process.argv.slice(2).find((argument) => !argument.startsWith('--'));

const run = async () => {
  if (file === undefined) throw new Error('which file? Usage: pnpm accuracy FILE');
  const records = readCorpus(readFileSync(file, 'utf8'));
  await install();
  const { classify } = await loadClassifier();
  const result = measure(records.map((record) => ({ record, verdict: classify(toFailure(record)) })));
  process.stdout.write(formatAccuracy(result));
};

try {
  await run();
} catch (error) {
  console.error(`accuracy: ${file === undefined ? '' : `${file}: `}${error.message}`);
  process.exitCode = 1;
}
