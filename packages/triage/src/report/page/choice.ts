import { element } from './element.js';

/** A list to choose one of, with its label. */
export interface Choice<Name extends string> {
  readonly element: HTMLLabelElement;
  /** The name that is chosen. */
  readonly value: Name;
  choose(name: Name): void;
}

/** @param options what each name is shown as, the first one chosen */
export const choice = <Name extends string>(
  label: string,
  options: Readonly<Record<Name, string>>,
  changed: () => void,
): Choice<Name> => {
  const names = Object.keys(options) as Name[];
  const select = element(
    'select',
    {},
    ...names.map((name) => element('option', { value: name }, options[name])),
  );
  select.addEventListener('change', changed);
  return {
    element: element('label', { class: 'choice' }, element('span', {}, label), select),
    get value() {
      return select.value as Name;
    },
    choose(name) {
      select.value = name;
    },
  };
};
