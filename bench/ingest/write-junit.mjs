import { closeSync, openSync, writeSync } from 'node:fs';

const stack = (file, line) =>
  `Error: expected 200 to be 201\n    at Object.toBe (/project/${file}:${line}:20)\n    at run (/project/src/http/client-${line % 40}.ts:${line}:9)\n    at processTicksAndRejections (node:internal/process/task_queues:105:5)`;

const output = (index) =>
  `GET /orders/${index} 200 in ${index % 90} ms with 12 headers and a body of ${index * 7} bytes; cache miss, pool 3 of 10 in use, nothing retried, no limit struck, trace kept, request ${index}\nPOST /orders/${index}/lines 201 in ${index % 70} ms with 9 headers; cache cleared, pool 4 of 10 in use, worker ${index % 8} of 8 on shard 2`;

const testcase = (file, index) => {
  const head = `    <testcase classname="${file}" name="orders &gt; of customer ${index} &gt; keeps its lines in the order in which they were entered" time="0.0${index % 90}" file="${file}">`;
  const body =
    index % 50 === 0
      ? `\n      <failure message="expected 200 to be 201" type="Error"><![CDATA[${stack(file, index % 300)}]]></failure>`
      : `\n      <system-out>${output(index)}</system-out>`;
  return `${head}${body}\n    </testcase>\n`;
};

/** A JUnit file as Vitest would write it, with output of the passing tests. */
export const writeJUnit = (path, tests) => {
  const handle = openSync(path, 'w');
  const perFile = 100;
  writeSync(
    handle,
    `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="vitest tests" tests="${tests}">\n`,
  );
  for (let from = 0; from < tests; from += perFile) {
    const file = `tests/area-${Math.floor(from / 1000)}/orders-${from / perFile}.test.ts`;
    const count = Math.min(perFile, tests - from);
    let text = `  <testsuite name="${file}" tests="${count}" failures="${Math.ceil(count / 50)}" errors="0" skipped="0" time="1.2">\n`;
    for (let index = from; index < from + count; index += 1) text += testcase(file, index);
    writeSync(handle, `${text}  </testsuite>\n`);
  }
  writeSync(handle, '</testsuites>\n');
  closeSync(handle);
};
