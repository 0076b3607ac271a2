export { type Colour, createPaint, type Paint } from './report/paint.js';
export { quietWorkflowCommands } from './report/quiet-workflow-commands.js';
export { type Column, textTable } from './report/text-table.js';
export { fitText, textWidth } from './report/text-width.js';
export { wrapText } from './report/wrap-text.js';
export { type OutputStream, screenOf } from './session/screen-of.js';
export type { Screen } from './session.js';
