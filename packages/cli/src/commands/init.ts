import { type CommandResult, defineCommand } from '../command.js';
import type { Context } from '../context.js';
import { EXIT_CODE } from '../exit-code.js';
import { InputError } from '../input-error.js';

const GUIDES = { jest: 'docs/guides/jest.md', vitest: 'docs/guides/vitest.md' } as const;

const undo = async ({ cwd }: Context, isDry: boolean): Promise<CommandResult> => {
  const [{ readUndoRecord, removeUndoRecord, sha256, UNDO_FILE }, files, { join }] = await Promise.all([
    import('../init/undo-record.js'),
    import('node:fs'),
    import('node:path'),
  ]);
  const { file, before, afterSha256 } = readUndoRecord(cwd);
  const path = join(cwd, file);
  if (!files.existsSync(path)) throw new InputError(`${file} is gone; ${UNDO_FILE} still holds what it was`);
  if (sha256(files.readFileSync(path)) !== afterSha256)
    throw new InputError(
      `${file} was changed since, and is left alone: take out what names @holdfast, then remove ${UNDO_FILE}`,
    );
  if (!isDry) {
    if (before === null) files.rmSync(path);
    else files.writeFileSync(path, Buffer.from(before, 'base64'));
    removeUndoRecord(cwd);
  }
  const did = before === null ? 'removed' : 'put back as it was';
  return {
    exitCode: EXIT_CODE.ok,
    text: isDry ? `${file} would be ${did}.` : `${file} is ${did}.`,
    json: { file, undone: !isDry },
  };
};

export const init = defineCommand({
  name: 'init',
  summary: 'Add Holdfast to the Jest or Vitest project in the current folder',
  description:
    'Finds the runner and its configuration and adds what Holdfast needs, without changing anything else in the file. ' +
    'A file that it does not understand is left alone, and the lines that belong there are printed. What the file was ' +
    'is kept in .holdfast/init.json, from which --undo puts it back byte for byte. Nothing is installed.',
  options: {
    runner: { kind: 'text', value: 'NAME', choices: ['jest', 'vitest'], summary: 'where both are found' },
    'dry-run': { kind: 'flag', summary: 'print what would change, and change nothing' },
    undo: { kind: 'flag', summary: 'put the configuration back as it was' },
  },
  examples: [
    { command: 'holdfast init --dry-run', says: 'See what would change:' },
    { command: 'holdfast init', says: 'Change it:' },
    { command: 'holdfast init --undo', says: 'Take it back:' },
  ],
  exitCodes: {
    0: 'done, or Holdfast was there already',
    2: 'the configuration was left alone; standard error says why and what belongs there',
  },
  async run({ options }, context) {
    const { cwd, stderr } = context;
    const isDry = options['dry-run'];
    if (options.undo) return undo(context, isDry);
    const [{ findConfig }, { planEdit }, { diffLines }, { installCommand }, record, files, { join }] =
      await Promise.all([
        import('../init/find-config.js'),
        import('../init/plan-edit.js'),
        import('../init/diff-lines.js'),
        import('../init/install-command.js'),
        import('../init/undo-record.js'),
        import('node:fs'),
        import('node:path'),
      ]);
    const found = findConfig(cwd, options.runner);
    const { runner, file } = found;
    const { before, edit } = planEdit(cwd, found);
    const install = installCommand(cwd, `@holdfast/${runner}`);
    const json = { runner, file, install };
    if (edit.kind === 'present') {
      const text = `${file} names @holdfast/${runner} already; nothing was changed.`;
      return { exitCode: EXIT_CODE.ok, text, json: { ...json, result: 'present' } };
    }
    if (edit.kind === 'manual') {
      stderr.write(
        `error: ${file} was left alone: ${edit.reason}. Add this by hand (${GUIDES[runner]}):\n\n`,
      );
      stderr.write(`${edit.lines.map((line) => `    ${line}`.trimEnd()).join('\n')}\n\n`);
      return { exitCode: EXIT_CODE.input, text: '', json: { ...json, result: 'manual', ...edit } };
    }
    const after = Buffer.from(edit.text);
    const diff = diffLines(before?.toString('utf8') ?? '', edit.text);
    if (!isDry) {
      // Before the file: whatever comes between, what it was is not lost.
      record.writeUndoRecord(cwd, {
        file,
        before: before?.toString('base64') ?? null,
        afterSha256: record.sha256(after),
      });
      files.writeFileSync(join(cwd, file), after);
    }
    const lines = [
      `${file}${before === undefined ? ' (new)' : ''}${isDry ? ', would become' : ''}`,
      '',
      ...diff,
      '',
      ...(isDry
        ? ['Nothing was changed.']
        : [`Next: ${install}`, 'Then run the tests as always. "holdfast init --undo" takes this back.']),
    ];
    return {
      exitCode: EXIT_CODE.ok,
      text: lines.join('\n'),
      json: { ...json, result: isDry ? 'would edit' : 'edited', isNew: before === undefined, diff },
    };
  },
});
