/** What the text of a stack says about its error. */
export interface StackParts {
  readonly name?: string;
  readonly code?: string;
  readonly message: string;
  /** The text itself, where it has frames. */
  readonly stack?: string;
}

const FIRST_FRAME = /(?:^|\n)\s+at \S/;
const HEADER =
  /^(?:Uncaught )?([A-Z][\w$.]*(?:Error|Exception)|Error)(?: \[([A-Z][A-Z0-9_]*)\])?(?:: |(?=\n|$))/;

/** Takes `Name [CODE]: message` and the frames of a printed stack apart. */
export const splitStack = (text: string): StackParts => {
  const frames = FIRST_FRAME.exec(text)?.index;
  const head = (frames === undefined ? text : text.slice(0, frames)).trimEnd();
  const header = HEADER.exec(head);
  const [whole = '', name, code] = header ?? [];
  return {
    ...(name === undefined ? {} : { name }),
    ...(code === undefined ? {} : { code }),
    message: head.slice(whole.length),
    ...(frames === undefined ? {} : { stack: text }),
  };
};
