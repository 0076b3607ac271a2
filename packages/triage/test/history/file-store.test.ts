import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { rolldown } from 'rolldown';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { FileHistoryStore } from '../../src/history/file-store.js';
import { createTable } from '../../src/history/test-table.js';
import { failing, historyOf } from './history.fixture.js';

const folders: string[] = [];
const temporaryFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-history-'));
  folders.push(folder);
  return folder;
};
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const sample = historyOf([
  { tests: { 'a.test.ts': { one: 3, two: failing() } } },
  { tests: { 'a.test.ts': { one: 4, two: 5 }, 'b.test.ts': { three: 700 } } },
  { tests: { 'b.test.ts': { three: 'skipped' } }, startedAt: Date.UTC(2026, 10, 2), seed: 7, shard: '1/2' },
]);

const filled = (directory: string) => {
  const store = new FileHistoryStore(directory);
  for (const run of sample.runs) {
    const known = store.knownTables();
    const tables = run.files.flatMap(({ table }) =>
      known.has(table) ? [] : (sample.tables.get(table) ?? []),
    );
    store.append(tables, run);
  }
  return store;
};

describe('the history in a folder', () => {
  it('gives back what was put in, the oldest run first', () => {
    const directory = join(temporaryFolder(), 'deep/history');
    expect(filled(directory).read()).toEqual({ ...sample, gaps: [] });
    expect(readFileSync(join(directory, '.gitignore'), 'utf8')).toContain('*');
  });

  it('writes the titles of a file once', () => {
    const directory = temporaryFolder();
    filled(directory);
    const lines = readFileSync(join(directory, 'tests.jsonl'), 'utf8').split('\n').filter(Boolean);
    expect(lines).toHaveLength(2);
  });

  it('gives the latest runs, or those since a time', () => {
    const store = filled(temporaryFolder());
    expect(store.read({ last: 1 }).runs.map(({ id }) => id)).toEqual(['r2']);
    expect(store.read({ since: sample.runs[1]?.startedAt ?? 0 }).runs.map(({ id }) => id)).toEqual([
      'r1',
      'r2',
    ]);
  });

  it('is empty where there is none, and makes nothing by being read', () => {
    const directory = join(temporaryFolder(), 'none');
    expect(new FileHistoryStore(directory).read()).toEqual({ tables: new Map(), runs: [], gaps: [] });
    expect(existsSync(directory)).toBe(false);
  });

  it('lets the last word on a run count', () => {
    const directory = temporaryFolder();
    const store = filled(directory);
    const [first] = sample.runs;
    if (first === undefined) throw new Error('no run');
    store.append([], { ...first, durationMs: 99 });
    expect(store.read().runs[0]?.durationMs).toBe(99);
    expect(store.read().runs).toHaveLength(3);
  });

  it('can be joined with another by putting their files together', () => {
    const [one, other] = [temporaryFolder(), temporaryFolder()];
    filled(one);
    filled(other);
    for (const name of ['tests.jsonl', 'runs-2026-10.jsonl', 'runs-2026-11.jsonl'])
      appendFileSync(join(one, name), readFileSync(join(other, name)));
    expect(new FileHistoryStore(one).read()).toEqual({ ...sample, gaps: [] });
  });

  it('deletes the months that are over, and nothing else', () => {
    const directory = temporaryFolder();
    const store = filled(directory);
    expect(store.removeBefore(Date.UTC(2026, 10, 15))).toEqual(['runs-2026-10.jsonl']);
    expect(store.read().runs.map(({ id }) => id)).toEqual(['r2']);
  });

  it('loses one run at most where its file is cut anywhere, and never throws', () => {
    const directory = temporaryFolder();
    filled(directory);
    const path = join(directory, 'runs-2026-10.jsonl');
    const whole = readFileSync(path);
    const [, second] = sample.runs;
    if (second === undefined) throw new Error('no run');
    fc.assert(
      fc.property(fc.nat(whole.length), (end) => {
        writeFileSync(path, whole.subarray(0, end));
        const store = new FileHistoryStore(directory);
        store.append([], { ...second, id: 'after' });
        const ids = store.read().runs.map(({ id }) => id);
        const wholeLines = whole.subarray(0, end).toString().split('\n').slice(0, -1).filter(Boolean).length;
        expect(ids).toContain('after');
        expect(ids.length).toBeGreaterThanOrEqual(wholeLines + 2);
      }),
    );
  });

  it('takes no torn table for one that it knows', () => {
    const directory = temporaryFolder();
    const title = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(
        fc.array(fc.array(title, { minLength: 1, maxLength: 3 }), { minLength: 1 }),
        fc.nat(),
        (tests, cut) => {
          const path = join(directory, 'tests.jsonl');
          rmSync(path, { force: true });
          const table = createTable('a.test.ts', 'web', tests);
          const store = new FileHistoryStore(directory);
          const [run] = sample.runs;
          if (run === undefined) throw new Error('no run');
          store.append([table], run);
          expect(store.knownTables()).toEqual(new Set([table.id]));
          expect(store.read().tables.get(table.id)).toEqual(table);
          const whole = readFileSync(path);
          // Without its last brace and line break a line is torn.
          writeFileSync(path, whole.subarray(0, cut % (whole.length - 2)));
          expect(store.knownTables()).toEqual(new Set());
        },
      ),
    );
  });

  it('skips what it does not understand: any bytes, later versions, wrong members', () => {
    const directory = temporaryFolder();
    filled(directory);
    const path = join(directory, 'runs-2026-10.jsonl');
    const whole = readFileSync(path);
    const json = fc.json().map((text) => text.replaceAll('\n', ' '));
    const members = fc.record(
      {
        run: fc.oneof(fc.string(), fc.constant('r9'), fc.anything()),
        version: fc.oneof(fc.constant(1), fc.nat()),
        startedAt: fc.oneof(fc.nat(), fc.anything()),
        files: fc.anything(),
        failures: fc.array(fc.array(fc.anything())),
        others: fc.anything(),
      },
      { requiredKeys: [] },
    );
    const text = members.map((value) => {
      try {
        return JSON.stringify(value) ?? 'null';
      } catch {
        return '{';
      }
    });
    fc.assert(
      fc.property(fc.array(fc.oneof(json, text, fc.string())), (lines) => {
        writeFileSync(path, Buffer.concat([whole, Buffer.from(`\n${lines.join('\n')}\n`)]));
        const { runs } = new FileHistoryStore(directory).read();
        const ids = runs.map(({ id }) => id);
        expect(ids).toContain('r0');
        expect(ids).toContain('r1');
        expect(ids).toContain('r2');
      }),
      { numRuns: 300 },
    );
  });

  it('says how many lines it skipped', () => {
    const directory = temporaryFolder();
    const store = filled(directory);
    appendFileSync(join(directory, 'runs-2026-10.jsonl'), '\n{"run":"x","sta\n{"run":"y","version":99}\n');
    expect(store.read().gaps).toEqual(['runs-2026-10.jsonl: 1 line could not be read and was skipped']);
  });
});

describe('several processes that keep runs at the same time', () => {
  let storeModule = '';
  let work = '';

  beforeAll(async () => {
    work = mkdtempSync(join(tmpdir(), 'holdfast-store-'));
    storeModule = join(work, 'store.mjs');
    const entry = join(work, 'entry.ts');
    const source = (name: string) => JSON.stringify(join(import.meta.dirname, '../../src/history', name));
    writeFileSync(
      entry,
      `export { FileHistoryStore } from ${source('file-store.ts')};\nexport { createTable } from ${source('test-table.ts')};\n`,
    );
    const journal = join(import.meta.dirname, '../../../journal/src/index.ts');
    const build = await rolldown({
      input: entry,
      platform: 'node',
      resolve: { extensionAlias: { '.js': ['.ts', '.js'] }, alias: { '@holdfast/journal': journal } },
    });
    await build.write({ file: storeModule, format: 'esm' });
    await build.close();
    return () => rmSync(work, { recursive: true, force: true });
  });

  const start = (directory: string, name: string, count: number) => {
    const script = join(import.meta.dirname, 'append-runs.fixture.mjs');
    const child = spawn(process.execPath, [script, storeModule, directory, name, String(count)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    return { child, said: () => said.split('\n').filter(Boolean) };
  };

  it('lose nothing', async () => {
    const directory = join(temporaryFolder(), 'history');
    const writers = ['left', 'middle', 'right'].map((name) => start(directory, name, 60));
    await Promise.all(writers.map(({ child }) => once(child, 'close')));
    const { runs, tables, gaps } = new FileHistoryStore(directory).read();
    expect(gaps).toEqual([]);
    expect(runs.map(({ id }) => id).sort()).toEqual(writers.flatMap(({ said }) => said()).sort());
    expect(runs).toHaveLength(180);
    for (const { files } of runs) expect(tables.get(files[0]?.table ?? '')?.tests).toHaveLength(400);
  });

  it('lose at most the line that a killed one was writing', async () => {
    const directory = join(temporaryFolder(), 'history');
    const steady = start(directory, 'steady', 80);
    // It may be through before the last of the others is killed.
    const steadyClosed = once(steady.child, 'close');
    const killed = await Promise.all(
      Array.from({ length: 4 }, async (_, index) => {
        const writer = start(directory, `killed${index}`, 100_000);
        await once(writer.child.stdout, 'data');
        const until = statSync(directory).isDirectory() ? 3 + index * 4 : 0;
        while (writer.said().length < until) await new Promise((resolve) => setImmediate(resolve));
        writer.child.kill('SIGKILL');
        await once(writer.child, 'close');
        return writer.said();
      }),
    );
    await steadyClosed;
    const { runs, tables } = new FileHistoryStore(directory).read();
    const ids = new Set(runs.map(({ id }) => id));
    // Whoever said that a run is kept has kept it, killed or not.
    for (const id of [...steady.said(), ...killed.flat()]) expect(ids).toContain(id);
    expect(steady.said()).toHaveLength(80);
    for (const { files } of runs) expect(tables.has(files[0]?.table ?? '')).toBe(true);
  });
});
