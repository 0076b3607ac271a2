import { coreModule } from './core-modules.js';

const types = coreModule('node:util')?.types;

const isFalse = (_value: unknown): boolean => false;

/*
 * What a value is, in whichever realm it was made, asked without running any code of the value.
 */
export const isProxy: (value: unknown) => boolean = types?.isProxy ?? isFalse;
export const isDate = (types?.isDate ?? isFalse) as (value: unknown) => value is Date;
export const isRegExp = (types?.isRegExp ?? isFalse) as (value: unknown) => value is RegExp;
export const isMap = (types?.isMap ?? isFalse) as (value: unknown) => value is Map<unknown, unknown>;
export const isSet = (types?.isSet ?? isFalse) as (value: unknown) => value is Set<unknown>;
export const isPromise: (value: unknown) => boolean = types?.isPromise ?? isFalse;
export const isNativeError: (value: unknown) => boolean = types?.isNativeError ?? isFalse;
export const isBuffer = (types?.isAnyArrayBuffer ?? isFalse) as (value: unknown) => value is ArrayBuffer;
