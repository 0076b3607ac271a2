// How many failures a second are classified: node bench/classify.mjs [--seconds N]
// The failures are made here: about 1 KB each (message and stack), of many causes, no two alike.
import { loadClassifier } from '../scripts/accuracy/load-classifier.mjs';
import { makeFailures } from './classify/make-failures.mjs';

const at = process.argv.indexOf('--seconds');
const seconds = at < 0 ? 5 : Number(process.argv[at + 1]);
const count = 20_000;

const { classify } = await loadClassifier();
const failures = makeFailures(count);
const bytes = failures.reduce((sum, { attempts }) => {
  const { message, stack } = attempts[0].errors[0];
  return sum + message.length + stack.length;
}, 0);

const round = () => {
  const start = process.cpuUsage();
  const verdicts = new Map();
  for (const failure of failures) {
    const { category } = classify(failure);
    verdicts.set(category, (verdicts.get(category) ?? 0) + 1);
  }
  const { user, system } = process.cpuUsage(start);
  return { rate: (count / (user + system)) * 1e6, verdicts };
};

round();
const rates = [];
let verdicts;
const end = performance.now() + seconds * 1000;
while (performance.now() < end || rates.length < 5) {
  const result = round();
  rates.push(result.rate);
  verdicts = result.verdicts;
}
rates.sort((left, right) => left - right);
const figure = (share) => Math.round(rates[Math.floor(share * (rates.length - 1))]).toLocaleString('en');
console.log(
  `${count.toLocaleString('en')} failures of ${Math.round(bytes / count)} characters, ${rates.length} rounds`,
);
console.log(`classified per second of CPU: median ${figure(0.5)}, best ${figure(1)}, worst ${figure(0)}`);
console.log(`verdicts: ${[...verdicts].map(([category, number]) => `${category} ${number}`).join(', ')}`);
