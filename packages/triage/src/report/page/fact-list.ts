import type { JsonValue, MachineFacts } from '@holdfast/journal';
import type { Evidence } from '../../failure.js';
import { duration, gigabytes, roundPercent } from '../phrases.js';
import { block, type Child, element } from './element.js';

const LONG = 200;

/** Names and what belongs to each, in two columns. Names without anything are left out. */
export const pairs = (rows: readonly (readonly [name: string, value: Child])[]): HTMLElement =>
  block(
    'dl',
    'pairs',
    ...rows.flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [element('dt', {}, name), element('dd', {}, value)],
    ),
  );

const factValue = (value: JsonValue): Child => {
  if (typeof value === 'string' && value.length <= LONG && !value.includes('\n')) return value;
  if (typeof value !== 'object' || value === null) return block('pre', 'value', String(value));
  const short = JSON.stringify(value);
  return short.length <= LONG
    ? block('code', 'value', short)
    : block('pre', 'value', JSON.stringify(value, null, 2));
};

/** A fact that a fixture, a helper or the test recorded. */
export const factBlock = ({ name, data }: Evidence): HTMLElement =>
  block(
    'div',
    'fact',
    block('p', 'fact-name', name),
    pairs(Object.entries(data).map(([key, value]) => [key, factValue(value)])),
  );

const memory = (bytes: number): string =>
  bytes < 2 ** 30 ? `${Math.round(bytes / 2 ** 20)} MB` : gigabytes(bytes);

const given = <Value>(value: Value | undefined, print: (value: Value) => string): string =>
  value === undefined ? '' : print(value);

/** The machine's state when a failure came, on one line; empty where nobody looked. */
export const machineFacts = (facts: MachineFacts | null | undefined): string =>
  [
    given(facts?.cpuBusy, (share) => `processors ${roundPercent(share)} busy`),
    given(facts?.loadPerCore, (load) => `load ${Math.round(load * 100) / 100} per core`),
    given(facts?.loopLagMs, (lag) => `event loop late by up to ${duration(lag)}`),
    given(facts?.loopBusy, (share) => `event loop ${roundPercent(share)} busy`),
    given(facts?.freeMemoryBytes, (bytes) => `${memory(bytes)} free`),
    given(facts?.residentBytes, (bytes) => `worker holds ${memory(bytes)}`),
    given(facts?.openFiles, (files) => `${files} open files`),
  ]
    .filter((part) => part !== '')
    .join(', ');
