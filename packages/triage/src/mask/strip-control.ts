const ESCAPE_SEQUENCE =
  /[\u001B\u009B](?:\][^\u0007\u001B]*(?:\u0007|\u001B\\)|[PX^_][^\u001B]*\u001B\\|[[\]()#;?]*(?:\d{1,4}(?:[;:]\d{0,4})*)?[\dA-PR-TZcf-nq-uy=><~])/g;

/** All control characters but tab and line breaks, and the marks that reverse the reading order. */
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF]/g;

/** Text without colour codes, NUL and other characters that a terminal or an editor would act on. */
export const stripControl = (text: string): string => text.replace(ESCAPE_SEQUENCE, '').replace(CONTROL, '');
