// What the first failures of a process cost, compilation and collection included: milliseconds of CPU on standard output.
// Run by bench/classify.mjs, with the classifier's file as argument and the failures as JSON on standard input.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const failures = JSON.parse(readFileSync(0, 'utf8'));
const { classify } = await import(pathToFileURL(process.argv[2]).href);
const start = process.cpuUsage();
for (const failure of failures) classify(failure);
const { user, system } = process.cpuUsage(start);
console.log((user + system) / 1000);
