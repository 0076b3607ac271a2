/** A line that says `ok` or `not ok`. */
export interface TapPoint {
  readonly ok: boolean;
  readonly title: string;
  readonly directive: 'skip' | 'todo' | undefined;
  readonly durationMs: number | undefined;
  /** True where a block of subtests opens behind it. */
  readonly opens: boolean;
  /** Columns before it. */
  readonly indent: number;
}

const POINT = /^( *)(not )?ok\b(?: +(\d+))?(.*)$/;
const DIRECTIVE = /^(.*?)(?:^|\s)(?<!\\)#\s*(skip|todo)\S*(?:\s|$).*$/is;
const TIME = /\s#\s*time=([\d.]+)ms/;

/** The test point that a line is, or undefined. */
export const readPoint = (line: string): TapPoint | undefined => {
  const match = POINT.exec(line);
  if (match === null) return undefined;
  const [, spaces = '', not, , rest = ''] = match;
  const opens = /\{\s*$/.test(rest);
  const body = opens ? rest.replace(/\s*\{\s*$/, '') : rest;
  const time = TIME.exec(body)?.[1];
  const timeless = time === undefined ? body : body.replace(TIME, '');
  const directive = DIRECTIVE.exec(timeless);
  const said = directive === null ? timeless : (directive[1] as string);
  return {
    ok: not === undefined,
    title: said
      .replace(/^\s*-?\s+|^\s*-(?=\s|$)/, '')
      .trim()
      .replace(/\\([#\\])/g, '$1'),
    directive: directive === null ? undefined : ((directive[2] as string).toLowerCase() as 'skip' | 'todo'),
    durationMs: time === undefined ? undefined : Number(time),
    opens,
    indent: spaces.length,
  };
};
