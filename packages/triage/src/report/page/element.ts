/** What an element may hold; what is undefined is left out. */
export type Child = Node | string | undefined;

/** Attributes by name; one that is undefined is not set. */
export type Attributes = Readonly<Record<string, string | undefined>>;

/** Makes an element. Texts become text, whatever they hold: nothing is read as markup. */
export const element = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== undefined));
  return made;
};

/** An element of one class, the usual case. */
export const block = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  name: string,
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] => element(tag, { class: name }, ...children);
