const ANSI = /\u001B(?:\[[0-9;:?]*[ -/]*[@-~]|\][^\u0007\u001B]*(?:\u0007|\u001B\\)?|[@-Z\\-_])/g;

/** A text without terminal codes: colours, links, movements. */
export const stripAnsi = (text: string): string => (text.includes('\u001B') ? text.replace(ANSI, '') : text);
