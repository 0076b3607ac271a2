// Appends runs until it is killed or done: node append-runs.fixture.mjs STORE DIRECTORY NAME COUNT
const [, , storeModule, directory, name, count] = process.argv;
const { FileHistoryStore, createTable } = await import(storeModule);
const store = new FileHistoryStore(directory);
for (let number = 0; number < Number(count); number += 1) {
  // Each run has a file of its own name now and then, so that tables are written too.
  const tests = Array.from({ length: 400 }, (_, index) => [
    `group of ${name}`,
    `test ${index} of step ${Math.floor(number / 5)}`,
  ]);
  const table = createTable(`test/${name}.test.ts`, undefined, tests);
  const tables = store.knownTables().has(table.id) ? [] : [table];
  store.append(tables, {
    id: `${name}-${number}`,
    startedAt: Date.UTC(2026, 10, 1) + number,
    durationMs: 10,
    runner: 'jest 30.5.2',
    environment: 'ci',
    ci: null,
    files: [{ table: table.id, outcomes: 'A'.repeat(400) }],
    failures: [],
    others: [],
  });
  process.stdout.write(`${name}-${number}\n`);
}
