import type { ErrorSnapshot } from '@holdfast/journal';
import type { Frame, FrameOwner } from '../../classify/stack/frame.js';
import { projectPath } from '../../classify/stack/project-path.js';
import { StackFrames } from '../../classify/stack/stack-frames.js';
import { count } from '../phrases.js';
import type { ReportFailure } from '../report.js';
import { block, element } from './element.js';
import { messageBlock } from './message-block.js';

const OWNERS: Readonly<Record<FrameOwner, string>> = {
  product: 'your code',
  test: 'test',
  dependency: 'dependency',
  runner: 'runner',
  node: 'Node',
  unknown: '',
};

/** Without a line it is no place in a file: `Promise.all (index 1)`. */
const isOwn = ({ owner, line }: Frame): boolean =>
  line !== undefined && (owner === 'product' || owner === 'test');

const frameLine = (frame: Frame, root: string | undefined): HTMLElement => {
  const { file, line, column, functionName, owner } = frame;
  const path = file === undefined ? '' : isOwn(frame) ? projectPath(file, root) : file;
  const place = [path, line, column].filter((part) => part !== undefined && part !== '').join(':');
  return element(
    'li',
    { class: isOwn(frame) ? `frame own ${owner}` : 'frame' },
    block('span', 'where', place === '' ? 'an unknown place' : place),
    functionName === undefined ? undefined : block('span', 'function', functionName),
    line === undefined || OWNERS[owner] === '' ? undefined : block('span', 'owner', OWNERS[owner]),
  );
};

/** Neighbouring frames, either all of the user's own code or none. */
const inRuns = (frames: readonly Frame[]): readonly (readonly Frame[])[] => {
  const runs: Frame[][] = [];
  for (const frame of frames) {
    const last = runs.at(-1);
    if (last?.[0] !== undefined && isOwn(last[0]) === isOwn(frame)) last.push(frame);
    else runs.push([frame]);
  }
  return runs;
};

/** The frames of an error: the user's own stand out, those between them are folded. Undefined without a stack. */
export const stackBlock = (
  error: ErrorSnapshot,
  failure: ReportFailure,
  knownRoot?: string,
): HTMLElement | undefined => {
  const { stack } = error;
  if (stack === undefined || stack === '') return undefined;
  const read = new StackFrames(stack, failure.file ?? undefined, knownRoot);
  const frames = read.all();
  if (frames.length === 0)
    return stack.trim() === error.message.trim() ? undefined : messageBlock(stack, 'message raw');
  const { root } = read;
  const list = block('ol', 'stack');
  for (const run of inRuns(frames)) {
    const lines = run.map((frame) => frameLine(frame, root));
    const [first] = run;
    if (first !== undefined && (isOwn(first) || frames.length <= 2)) list.append(...lines);
    else {
      const summary = element('summary', {}, `${count(run.length, 'frame')} of others`);
      list.append(element('li', {}, element('details', {}, summary, block('ol', 'stack', ...lines))));
    }
  }
  return list;
};
