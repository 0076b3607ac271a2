/** Marks a function that Holdfast puts in another's stead for the life of a process: whoever looks for changes passes it over. */
export const HOLDFASTS_OWN: unique symbol = Symbol.for('holdfast.own');
