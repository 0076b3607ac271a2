/*
 * Built-ins as they were when this module loaded, which in a worker is before any test code.
 * Tests patch JSON, prototypes and globals; what runs beside them must not notice.
 */

const apply = Reflect.apply;

/** A method as a function that takes its `this` first. */
const unbound =
  <Self, Values extends readonly unknown[], Result>(method: (this: Self, ...values: Values) => Result) =>
  (self: Self, ...values: Values): Result =>
    apply(method, self, values);

export const stringify: (value: string) => string = JSON.stringify;
export const textOf: (value: unknown) => string = String;
export const round: (value: number) => number = Math.round;
/** The 32-bit product. */
export const multiply: (left: number, right: number) => number = Math.imul;
export const max: (left: number, right: number) => number = Math.max;
export const numberText: (value: number, radix: number) => string = unbound(Number.prototype.toString);
export const isFiniteNumber: (value: unknown) => boolean = Number.isFinite;

export const keysOf: (value: object) => string[] = Object.keys;
export const hasOwn: (value: object, key: PropertyKey) => boolean = Object.hasOwn;
export const isArray: (value: unknown) => value is readonly unknown[] = Array.isArray;
export const isView: (value: unknown) => value is ArrayBufferView = ArrayBuffer.isView;
export const tagOf: (value: unknown) => string = unbound(Object.prototype.toString);

const createObject: (prototype: null) => object = Object.create;
/** An object without prototype: any key, `__proto__` too, is a plain member of it. */
export const bareObject = <Value>(): Record<string, Value> => createObject(null) as Record<string, Value>;

const Bytes = Uint8Array;
export const arrayOf = (buffer: ArrayBufferLike, offset: number, length: number): Uint8Array =>
  new Bytes(buffer, offset, length);

export const HeldMap = Map;
export const mapGet: <Key, Value>(map: Map<Key, Value>, key: Key) => Value | undefined = unbound(
  Map.prototype.get,
);
export const mapSet: <Key, Value>(map: Map<Key, Value>, key: Key, value: Value) => unknown = unbound(
  Map.prototype.set,
);
export const mapEntries: (map: Map<unknown, unknown>) => Iterator<readonly [unknown, unknown]> = unbound(
  Map.prototype.entries,
);
export const setValues: (set: Set<unknown>) => Iterator<unknown> = unbound(Set.prototype.values);

export const slice: (text: string, from: number, to?: number) => string = unbound(String.prototype.slice);
export const indexOf: (text: string, part: string, from?: number) => number = unbound(
  String.prototype.indexOf,
);
export const lastIndexOf: (text: string, part: string, from?: number) => number = unbound(
  String.prototype.lastIndexOf,
);
export const charCodeAt: (text: string, index: number) => number = unbound(String.prototype.charCodeAt);

export const lowerCase: (text: string) => string = unbound(String.prototype.toLowerCase);
const encode = encodeURIComponent;
/** As it stands in a URL; undefined for a lone surrogate, which has no such form. */
export const encoded = (text: string): string | undefined => {
  try {
    return encode(text);
  } catch {
    return undefined;
  }
};

const exec: (expression: RegExp, text: string) => { readonly [group: number]: string | undefined } | null =
  unbound(RegExp.prototype.exec);
/** What the first group of an expression took. */
export const submatch = (expression: RegExp, text: string): string | undefined => exec(expression, text)?.[1];
export const matches: (expression: RegExp, text: string) => boolean = (expression, text) =>
  exec(expression, text) !== null;

export const functionSource: (value: unknown) => string = unbound(Function.prototype.toString);
export const timeOf: (value: Date) => number = unbound(Date.prototype.getTime);
export const toIsoString: (value: Date) => string = unbound(Date.prototype.toISOString);
export const regExpText: (value: unknown) => string = unbound(RegExp.prototype.toString);
