// Unique names from many processes at once: node bench/names.mjs [processes 64] [names 10000000]
import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const file = fileURLToPath(import.meta.url);

const makeNames = (count) => {
  const require = createRequire(file);
  const { createScope, useFixtures } = require('../packages/fixtures/dist/index.js');
  const { names } = useFixtures(createScope());
  const start = performance.now();
  const made = Array.from({ length: count }, () => names.unique('orders', { for: 'postgres' }));
  const ms = performance.now() - start;
  // Sixty-four bits of each: two names alike in them by chance would be told as a collision, never hidden.
  const digests = Buffer.alloc(count * 8);
  made.forEach((name, index) => {
    createHash('sha1')
      .update(name)
      .digest()
      .copy(digests, index * 8, 0, 8);
  });
  return { ms, sample: made[0], digests };
};

const askChild = (count) =>
  new Promise((resolve, reject) => {
    const child = fork(file, ['--child', String(count)], { serialization: 'advanced' });
    child.on('message', (message) => (message === 'ready' ? undefined : resolve(message)));
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? undefined : reject(new Error(`a process ended with ${code}`))));
  });

if (process.argv[2] === '--child') {
  process.send(makeNames(Number(process.argv[3])), () => process.disconnect());
} else {
  const processes = Number(process.argv[2] ?? 64);
  const total = Number(process.argv[3] ?? 10_000_000);
  const each = Math.ceil(total / processes);
  const answers = await Promise.all(Array.from({ length: processes }, () => askChild(each)));
  const all = new BigUint64Array(processes * each);
  answers.forEach(({ digests }, index) => {
    const copy = new Uint8Array(digests).buffer;
    all.set(new BigUint64Array(copy), index * each);
  });
  all.sort();
  let collisions = 0;
  for (let index = 1; index < all.length; index += 1) if (all[index] === all[index - 1]) collisions += 1;
  const micros = (answers.reduce((sum, { ms }) => sum + ms, 0) / all.length) * 1000;
  console.log(`${all.length} names from ${processes} processes: ${collisions} collisions`);
  console.log(`${micros.toFixed(2)} microseconds a name, with ${processes} processes at once`);
  console.log(`for example ${answers[0].sample}`);
  if (collisions > 0) process.exitCode = 1;
}
