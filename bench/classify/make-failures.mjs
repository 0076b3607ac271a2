/** A small generator of even numbers-like chance (mulberry32), so that every run measures the same failures. */
const chance = (seed) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
};

/** Messages as tools print them, each with a number and a word of its own. */
const MESSAGES = [
  (n, word) => ['AssertionError', `expected '${word}-${n}' to be '${word}' // Object.is equality`],
  (n, word) => [
    'Error',
    `expect(received).toEqual(expected) // deep equality\n\n- Expected  - 1\n+ Received  + 1\n\n  Object {\n    "id": ${n},\n-   "name": "${word}",\n+   "name": "${word} ${n}",\n    "kind": "order",\n    "lines": Array [\n      Object {\n        "price": 12,\n        "sku": "${word}-sku",\n      },\n    ],\n  }`,
  ],
  (n, word) => ['TypeError', `Cannot read properties of undefined (reading '${word}${n}')`],
  (n) => ['Error', `connect ECONNREFUSED 127.0.0.1:${1024 + (n % 60000)}`],
  (n, word) => [
    'Error',
    `Cannot find module './${word}/${n}.js' from 'src/${word}.test.js'\n\nRequire stack:\n  src/${word}.test.js`,
  ],
  (n) => [
    'Error',
    `Test timed out in ${n}ms.\nIf this is a long-running test, pass a timeout value as the last argument or configure it globally with "testTimeout".`,
  ],
  (n, word) => ['error', `duplicate key value violates unique constraint "${word}_${n}_key"`],
  (n, word) => [
    'Error',
    `[vitest] No "${word}${n}" export is defined on the "./${word}" mock. Did you forget to return it from "vi.mock"?`,
  ],
  (n, word) => [
    'TestingLibraryElementError',
    `Unable to find an element with the text: ${word} ${n}. This could be because the text is broken up by multiple elements.\n\n<body>\n  <div>\n    <h1>${word}</h1>\n    <ul>\n      <li>${n}</li>\n    </ul>\n  </div>\n</body>`,
  ],
  (n) => ['AssertionError', `expected ${n}.25 to be less than ${n}`],
  (n) => [
    'Error',
    `expect(received).toBe(expected) // Object.is equality\n\nExpected: "2024-03-${10 + (n % 20)}"\nReceived: "2024-03-${11 + (n % 20)}"`,
  ],
  (n, word) => ['Error', `listen EADDRINUSE: address already in use :::${3000 + (n % 5000)}\n${word}`],
  (n, word) => [
    'SyntaxError',
    `/app/node_modules/${word}/index.js:${n}\nexport const ${word} = ${n};\n^^^^^^\n\nSyntaxError: Unexpected token 'export'`,
  ],
  (n, word) => ['Error', `the ${word} of order ${n} is not what it was; nothing else is known about it`],
];

const WORDS = [
  'order',
  'invoice',
  'basket',
  'worker',
  'queue',
  'token',
  'ledger',
  'parcel',
  'tariff',
  'banner',
];
const LENGTH = 1024;

const stackOf = (message, name, n, word) => {
  const frames = [`${name}: ${message}`];
  let length = frames[0].length;
  for (let level = 0; length < LENGTH - message.length; level += 1) {
    const frame =
      level === 0
        ? `    at ${word}${n} (/home/user/project/src/${word}/${word}-${n % 97}.ts:${1 + (n % 400)}:${1 + (n % 60)})`
        : level === 1
          ? `    at /home/user/project/test/${word}/${word}.test.ts:${1 + (n % 900)}:11`
          : `    at runTest (file:///home/user/project/node_modules/@vitest/runner/dist/chunk-hooks.js:${100 + level}:${n % 30})`;
    frames.push(frame);
    length += frame.length + 1;
  }
  return frames.join('\n');
};

/** `count` failures of about 1 KB, message and stack together, of many causes. */
export const makeFailures = (count) => {
  const next = chance(42);
  return Array.from({ length: count }, (_, index) => {
    const n = Math.floor(next() * 90_000) + 1000;
    const word = WORDS[Math.floor(next() * WORDS.length)];
    const [name, message] = MESSAGES[index % MESSAGES.length](n, word);
    return {
      kind: 'test',
      title: [`${word} service`, `handles case ${n}`],
      file: `test/${word}/${word}.test.ts`,
      attempts: [
        {
          number: 1,
          status: 'failed',
          phase: 'test',
          errors: [{ name, message, stack: stackOf(message, name, n, word) }],
          durationMs: n % 500,
        },
      ],
      flaky: false,
    };
  });
};
