import { Buffer } from 'node:buffer';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { LogCollector } from '../../src/ingest/log-collector.js';
import { readLog } from '../../src/ingest/read-log.js';
import { readText } from './read-text.js';
import { recorded } from './recordings/recorded.js';

const half = (file: string): string => {
  const text = recorded(`recorded/${file}`);
  return text.slice(0, Math.floor(text.length * 0.6));
};

const junit = (body: string): string =>
  `<?xml version="1.0"?>\n<testsuites><testsuite name="a" tests="2">\n<testcase name="one" classname="b"/>\n${body}</testsuite></testsuites>`;

describe('a log that ends in the middle', () => {
  it.each([
    'jest-junit.xml',
    'pytest-junit.xml',
    'jest.json',
    'vitest.json',
    'jest-ctrf.json',
    'node-test.tap',
    'vitest-tap.tap',
    'pytest-v-short.txt',
    'exunit.txt',
    'jest-console.txt',
  ])('%s: what was whole is judged, and one problem says where it ends', async (file) => {
    const { failures, problems } = await readText(half(file));
    expect(failures.length).toBeGreaterThan(0);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.reason).toMatch(/ends/);
    expect(problems[0]?.line).toBeGreaterThan(0);
  });

  it('vitest-blob.json: its parts point at each other, so nothing can be read', async () => {
    const { failures, problems } = await readText(half('vitest-blob.json'));
    expect(failures).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.reason).toMatch(/^it is no whole blob of Vitest/);
  });
});

describe('hostile XML', () => {
  it('expands no entity that the document declares', async () => {
    const lol = Array.from(
      { length: 30 },
      (_, index) => `<!ENTITY l${index + 1} "&l${index};&l${index};">`,
    ).join('');
    const text = `<!DOCTYPE testsuites [<!ENTITY l0 "lol">${lol}]>\n<testsuite name="a" tests="1"><testcase name="t" classname="c"><failure>&l30;</failure></testcase></testsuite>`;
    const { failures, problems } = await readText(text);
    expect(failures[0]?.test.attempts?.[0]?.errors[0]?.message).toBe('&l30;');
    expect(problems).toEqual([
      { log: 'a.log', line: 2, reason: 'it is not well-formed XML: undefined entity' },
    ]);
  });

  it('loads nothing from elsewhere', async () => {
    const text =
      '<!DOCTYPE testsuites [<!ENTITY secret SYSTEM "file:///etc/passwd">]><testsuite name="a"><testcase name="t" classname="c"><failure>&secret;</failure></testcase></testsuite>';
    const { failures } = await readText(text);
    expect(JSON.stringify(failures)).not.toContain('root:');
    expect(failures[0]?.test.attempts?.[0]?.errors[0]?.message).toBe('&secret;');
  });

  it('stops at a nesting that no report has, and keeps what came before', async () => {
    const { logs, problems } = await readText(junit('<a>'.repeat(100_000)));
    expect(logs[0]?.tests.passed).toBe(1);
    expect(problems).toEqual([
      { log: 'a.log', line: 4, reason: 'elements are nested more than 200 levels deep' },
    ]);
  });

  it('goes on after a fault, and names the first with its line', async () => {
    const { logs, problems } = await readText(
      junit('<testcase name="two" classname="b"><wrong></testcase>\n'),
    );
    expect(logs[0]?.tests.passed).toBe(2);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({
      line: 4,
      reason: expect.stringMatching(/^it is not well-formed XML/),
    });
  });

  it('lets control characters pass: reporters write them, and nothing is lost', async () => {
    const { failures, problems } = await readText(
      junit('<testcase name="two" classname="b"><failure>\u001B[31mred\u001B[39m</failure></testcase>'),
    );
    expect(problems).toEqual([]);
    expect(failures[0]?.test.attempts?.[0]?.errors[0]?.message).toBe('red');
  });

  it('reads elements of a namespace by the names behind its prefix', async () => {
    const { logs, failures, problems } = await readText(
      '<?xml version="1.0"?>\n<j:testsuites xmlns:j="urn:junit"><j:testsuite name="a" tests="2">\n' +
        '<j:testcase name="one" classname="b"/><j:testcase name="two" classname="b">' +
        '<j:failure message="boom"/></j:testcase></j:testsuite></j:testsuites>',
    );
    expect(problems).toEqual([]);
    expect(logs[0]).toMatchObject({ format: 'junit', tests: { passed: 1, failed: 1 } });
    expect(failures[0]?.test).toMatchObject({ title: ['b', 'two'] });
  });

  it('refuses another schema by the name of its root', async () => {
    const { problems } = await readText('<?xml version="1.0"?>\n<!-- a --><coverage><package/></coverage>');
    expect(problems[0]?.reason).toMatch(/^its root element is <coverage>, which no format has that is known/);
  });
});

describe('hostile JSON', () => {
  it('stops at a nesting that no report has', async () => {
    const { problems } = await readText(`{"numTotalTests":1,"testResults":[${'['.repeat(100_000)}`);
    expect(problems).toEqual([
      { log: 'a.log', line: 1, reason: 'values are nested more than 500 levels deep' },
    ]);
  });

  it.each(['{"numTotalTests": 3}', '{"reportFormat":"CTRF","results":{}}', '{"format":"holdfast-report"}'])(
    'of the wrong shape says what is missing: %s',
    async (text) => {
      const { problems, logs } = await readText(text);
      const isEmpty = Object.values(logs[0]?.tests ?? {}).every((count) => count === 0);
      expect(isEmpty).toBe(true);
      expect(problems.length + Number(logs[0]?.declared !== null)).toBeGreaterThan(0);
    },
  );

  it('names the line of a fault', async () => {
    const { problems } = await readText('{\n"numTotalTests": 3,\n"testResults": [{]\n}');
    expect(problems).toHaveLength(1);
    expect(problems[0]?.reason).toMatch(/^it is not valid JSON/);
  });

  it('is told on one line where a line break is the fault', async () => {
    const { problems } = await readText('{"numTotalTests": 3, "testResults": [{"name": "a\n');
    expect(problems[0]?.reason).toMatch(/^it is not valid JSON: .*\\n/);
    expect(problems[0]?.reason).not.toContain('\n');
  });

  it('is not taken in by names that every object has', async () => {
    const text =
      '{"numTotalTests":1,"testResults":[{"name":"a.test.js","status":"failed","__proto__":{"x":1},"assertionResults":[{"title":"constructor","status":"__proto__","ancestorTitles":["toString"]}]}]}';
    const { problems, logs } = await readText(text);
    expect(problems).toEqual([]);
    expect(logs[0]?.tests.skipped).toBe(1);
  });
});

describe('what is no log', () => {
  it.each([
    ['', 'it is empty'],
    ['  \n\n ', 'it is empty'],
    ['\uFEFF', 'it is empty'],
  ])('an empty one: %j', async (text, reason) => {
    expect((await readText(text)).problems).toEqual([{ log: 'a.log', reason }]);
  });

  it('a text in no known format names the formats', async () => {
    const { problems } = await readText('Dear diary,\ntoday nothing failed.\n');
    expect(problems[0]?.reason).toMatch(/^it is in no format that is known \(JUnit XML, /);
  });

  it('an archive says what to do', async () => {
    expect((await readText(gzipSync(recorded('recorded/pytest.txt')))).problems[0]?.reason).toBe(
      'it is compressed with gzip; unpack it first',
    );
    expect((await readText(Buffer.from([0x50, 0x4b, 3, 4, 0, 0]))).problems[0]?.reason).toMatch(
      /zip archive/,
    );
    expect((await readText(Buffer.from([1, 0, 2, 0, 0, 0, 7, 8, 9, 200]))).problems[0]?.reason).toBe(
      'it is not a text',
    );
  });

  it('a file that cannot be read gives the reason of the system', async () => {
    const collector = new LogCollector();
    collector.open('gone.xml');
    const open = () => ({
      [Symbol.asyncIterator]: () => ({
        next: () => Promise.reject(Object.assign(new Error('no'), { code: 'EACCES' })),
      }),
    });
    await readLog({ name: 'gone.xml', open }, collector);
    expect(collector.problems.map(({ reason }) => reason)).toEqual(['it cannot be read (EACCES)']);
  });
});

describe('encodings', () => {
  const text =
    '<?xml version="1.0" encoding="ISO-8859-1"?>\n<testsuite name="a" tests="1"><testcase name="größer" classname="c"><failure>schön</failure></testcase></testsuite>';

  it.each([
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text.replace('ISO-8859-1', 'UTF-8')}`)],
    ['UTF-16, little end first, with a mark', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16 without a mark', Buffer.from(text, 'utf16le')],
    ['the one that the document names', Buffer.from(text, 'latin1')],
  ])('%s is read', async (_, bytes) => {
    const { failures, problems } = await readText(bytes, 13);
    expect(problems).toEqual([]);
    expect(failures[0]?.test.title.at(-1)).toBe('größer');
  });

  it('what is no UTF-8 is read as Windows-1252, and the line of the first such byte is named', async () => {
    const bytes = Buffer.from(text.replace(' encoding="ISO-8859-1"', ''), 'latin1');
    const { failures, problems } = await readText(bytes, 30);
    expect(failures[0]?.test.title.at(-1)).toBe('größer');
    expect(problems).toEqual([
      { log: 'a.log', line: 2, reason: 'it is not in UTF-8; read as Windows-1252 from here on' },
    ]);
  });

  it('a sign for undecodable text that stands in the log itself is no fault', async () => {
    const { problems } = await readText(junit('<testcase name="\uFFFD" classname="b"/>'), 3);
    expect(problems).toEqual([]);
  });

  it('an encoding that nobody knows is named', async () => {
    const { problems } = await readText('<?xml version="1.0" encoding="klingon"?><testsuite/>');
    expect(problems).toEqual([{ log: 'a.log', reason: 'its encoding, klingon, is not known' }]);
  });
});

describe('figures that disagree', () => {
  it('a summary with more failures than were found is red all the same, and says so', async () => {
    const { logs, problems } = await readText(
      'Test Suites: 1 failed, 1 total\nTests:       2 failed, 3 passed, 5 total\n',
    );
    expect(logs[0]?.tests).toEqual({ passed: 3, failed: 2, skipped: 0, todo: 0 });
    expect(problems).toEqual([
      { log: 'a.log', reason: 'its own figures count 2 failed tests, and 0 of them were found in it' },
    ]);
  });

  it('a JUnit file that counts a failure which it does not list is red', async () => {
    const text =
      '<testsuites failures="1"><testsuite name="a" tests="1" failures="1"><testcase name="t" classname="c"/></testsuite></testsuites>';
    const { logs, problems } = await readText(text);
    expect(logs[0]?.tests).toEqual({ passed: 1, failed: 1, skipped: 0, todo: 0 });
    expect(problems).toEqual([
      { log: 'a.log', reason: 'its own figures count 1 failed tests, and 0 of them were found in it' },
    ]);
  });
});
